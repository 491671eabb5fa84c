package org.atled.compiler.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.atled.compiler.ClassSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The direction of dependencies, inside the compiler and towards the modules it is tested with. */
class DependenciesTest {
    private static final String ROOT = "org.atled.compiler";
    private static final JavaClasses ATLED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.atled");

    /** A new arrow is a decision: change this table and the page on architecture together. */
    @ParameterizedTest
    @CsvSource({
        "graph,          ''",
        "ir,             graph",
        "ir.interpreter, ir",
        "rule,           ir bytecode",
        "analysis,       ir graph rule",
        "transform,      ir graph rule analysis",
        "bytecode,       ir graph",
        "build,          ir bytecode .",
        "link,           bytecode build .",
        "check,          bytecode build .",
        "cli,            build check .",
        ".,              ir rule analysis transform bytecode",
    })
    void onlyThese(String from, String to) {
        classes()
                .that()
                .resideInAPackage(name(from))
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..")
                        .or(JavaClass.Predicates.resideInAPackage(name(from)))
                        .or(JavaClass.Predicates.resideInAnyPackage(names(to)))
                        // What the compiler reads through: an interface of one method that knows nothing.
                        .or(JavaClass.Predicates.equivalentTo(ClassSource.class)))
                .check(ATLED);
    }

    private static String name(String part) {
        return part.equals(".") ? ROOT : ROOT + "." + part;
    }

    private static String[] names(String parts) {
        return Stream.of(parts.split(" ")).map(DependenciesTest::name).toArray(String[]::new);
    }

    @Test
    void onlyBytecodeKnowsAsm() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".bytecode")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .check(ATLED);
    }

    @Test
    void theRuntimeNeedsNothing() {
        classes()
                .that()
                .resideInAnyPackage("org.atled", "org.atled.runtime", "org.atled.rules")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.atled", "org.atled.runtime", "org.atled.rules")
                .check(ATLED);
    }

    @Test
    void compilerAndProcessorDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.atled.processor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "..")
                .check(ATLED);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.atled.processor..")
                .check(ATLED);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("org.atled.compiler.(*)..").should().beFreeOfCycles().check(ATLED);
    }
}
