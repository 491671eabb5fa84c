package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on derivatives lists every function there is a rule for. */
class DerivativesPageTest {
    @Test
    void everyFunctionIsListed() throws IOException {
        String page = Files.readString(Path.of("..", "src", "site", "markdown", "derivatives.md"));
        String list = page.substring(page.indexOf("## Functions of one result"), page.indexOf("## Arrays"));
        assertThat(Stream.of(Math.class.getMethods())
                        .filter(method ->
                                Rules.builtIn().of(RuleProbe.reference(method)).isPresent())
                        .map(method -> "`" + method.getName() + "`"))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(list).contains(function));
    }
}
