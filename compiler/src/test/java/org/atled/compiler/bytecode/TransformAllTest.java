package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.transform.CanonicalizeLoops;
import org.atled.compiler.transform.EliminateDeadCode;
import org.atled.compiler.transform.FoldConstants;
import org.atled.compiler.transform.IsolateThrowing;
import org.atled.compiler.transform.NumberValues;
import org.atled.compiler.transform.ReplaceArrays;
import org.atled.compiler.transform.SimplifyParameters;
import org.atled.compiler.transform.UnrollLoops;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Every pass leaves a valid function of every method of the JDK's numerical and text packages. */
class TransformAllTest {
    @ParameterizedTest
    @ValueSource(strings = {"java/lang", "java/util", "java/text", "java/math"})
    void everyMethodStaysValid(String directory) throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
        try (Stream<Path> files = Files.walk(base.resolve(directory))) {
            List<String> classes = files.map(file -> base.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
            assertThat(classes).isNotEmpty().allSatisfy(TransformAllTest::transformClass);
        }
    }

    private static void transformClass(String name) {
        ClassNode node = LoadedClasses.FILES.node(name).orElseThrow();
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0) {
                transform(Lift.apply(node, method, LoadedClasses.FILES.hierarchy()));
            }
        }
    }

    private static void transform(Function lifted) {
        Function simple = verified(SimplifyParameters.apply(lifted));
        assertThat(instructions(simple))
                .isLessThanOrEqualTo(instructions(lifted) + simple.blocks().size());
        Function lean = verified(EliminateDeadCode.apply(simple));
        assertThat(instructions(lean)).isLessThanOrEqualTo(instructions(simple));
        Function folded = verified(FoldConstants.apply(lean));
        Function numbered = verified(NumberValues.apply(folded, new DeclaredFields(LoadedClasses.FILES)));
        verified(ReplaceArrays.apply(verified(UnrollLoops.apply(numbered))));
        verified(CanonicalizeLoops.apply(numbered));
        verified(CanonicalizeLoops.apply(verified(IsolateThrowing.apply(numbered))));
    }

    private static Function verified(Function function) {
        Verifier.verify(function);
        return function;
    }

    private static int instructions(Function function) {
        return function.blocks().stream()
                .mapToInt(block -> block.instructions().size())
                .sum();
    }
}
