package org.atled.compiler.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Decay;
import org.atled.compiler.PrimalFiller;
import org.atled.compiler.bytecode.ClassFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentTest {
    @TempDir
    Path classes;

    private final PrimalFiller filler = new PrimalFiller();
    private final Agent agent = new Agent(filler::fill);

    @Test
    void companionAndItsClassAreEditedAndNothingElse() throws IOException {
        CompiledSources.into(
                classes, Decay.source("loss", "3"), Decay.companion("loss"), "// demo/Plain.java\nclass Plain {}");
        assertThat(ClassFacts.of(transform("demo/Decay")).nestMembers()).containsExactly("demo/DecayDerivatives");
        assertThat(transform("demo/DecayDerivatives")).isNotEqualTo(classFile("demo/DecayDerivatives"));
        assertThat(transform("Plain")).isNull();
    }

    @Test
    void companionThatNeedsMoreClassesIsLeftToLinkItself() throws IOException {
        CompiledSources.into(classes, Decay.source("loss", "3"), Decay.companion("loss"));
        filler.withLambdas(1);

        assertThat(transform("demo/DecayDerivatives")).isNull();
        assertThat(transform("demo/Decay")).isNull();
    }

    @Test
    void reportGoesToStandardErrorSinceTheJvmSwallowsExceptions() throws IOException {
        CompiledSources.into(
                classes,
                Decay.source("impossible", "3"),
                Decay.companion("impossible"),
                Decay.source("Growth", "bug", "3"),
                Decay.companion("Growth", "demo.Growth", "bug"));
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(transform("demo/Decay")).isNull();
            assertThat(transform("demo/DecayDerivatives")).isNull();
            assertThat(transform("demo/GrowthDerivatives")).isNull();
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("[ERROR] demo.DecayDerivatives cannot be filled:\n  demo/Decay.java:[5] [AtledTest]")
                .containsOnlyOnce("demo.DecayDerivatives cannot be filled")
                .contains("[ERROR] Atled failed on demo.GrowthDerivatives; its derivatives are not built.")
                .contains("block 7 has no predecessor");
    }

    private byte[] transform(String name) throws IOException {
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return agent.transform(loader, name, null, null, classFile(name));
        }
    }

    private byte[] classFile(String name) throws IOException {
        return Files.readAllBytes(classes.resolve(name + ".class"));
    }
}
