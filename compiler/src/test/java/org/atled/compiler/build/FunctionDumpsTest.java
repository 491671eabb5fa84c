package org.atled.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.atled.compiler.Dumps;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Terminator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionDumpsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "reverse:Decay.loss, true",
                "reverse:demo.Decay.loss, true",
                "*:Decay.loss, true",
                "reverse:Decay.*, true",
                "rev*:demo.*, true",
                "\"lift:Decay.loss,reverse:Decay.loss\", true",
                "lift:Decay.loss, false",
                "reverse:Decay.los, false",
                "reverse:ecay.loss, false",
                "reverse:other.Decay.loss, false"
            })
    void patternsChoose(String patterns, boolean chosen) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Dumps dumps = FunctionDumps.to(new PrintStream(out, true, StandardCharsets.UTF_8), patterns);

        dumps.accept("reverse", function("loss").name(), function("loss"));

        assertThat(out.toString(StandardCharsets.UTF_8).contains("// reverse demo.Decay.loss()V\n"))
                .isEqualTo(chosen);
    }

    @Test
    void filesAreNumberedInTheOrderOfTheStages() throws IOException {
        Dumps dumps = FunctionDumps.to(directory.resolve("dump"), "*:Decay.*");

        dumps.accept("lift", function("<init>").name(), function("<init>"));
        dumps.accept("reverse", function("loss").name(), function("loss"));

        assertThat(directory.resolve("dump/001-lift-Decay._init_.txt")).isRegularFile();
        assertThat(Files.readString(directory.resolve("dump/002-reverse-Decay.loss.txt")))
                .startsWith("// reverse demo.Decay.loss()V\n")
                .contains(function("loss").toString());
    }

    @Test
    void nothingIsDumpedUnlessAskedFor() {
        assertThat(FunctionDumps.to(System.err, null)).isSameAs(Dumps.NONE);
        assertThat(FunctionDumps.to(directory, " ")).isSameAs(Dumps.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "reverse:", "reverse:loss", ":Decay.loss", "reverse:Decay.", "a:B.c,,"})
    void malformedPatternIsRefused(String patterns) {
        assertThatThrownBy(() -> FunctionDumps.to(System.err, patterns + ",x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write STAGE:Class.method, for example reverse:Decay.loss or *:demo.Decay.*");
    }

    private static Function function(String name) {
        Block block = new Block(0, List.of(), List.of(), new Terminator.Return(null, 1));
        return new Function(new MethodReference("demo/Decay", name, "()V"), true, List.of(block));
    }
}
