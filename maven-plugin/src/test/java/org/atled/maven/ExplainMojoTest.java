package org.atled.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExplainMojoTest {
    private static final String CLOSURES = """
            demo.Decay.loss(double) by p: differentiated
              differentiated  demo.Decay.loss(double) by p

            demo.Decay.lossy(double) by p: differentiated
              differentiated  demo.Decay.lossy(double) by p

            """;

    @Test
    void oneMethodByItsWholeName() {
        assertThat(ExplainMojo.matching(CLOSURES, "demo.Decay.loss"))
                .containsExactly("demo.Decay.loss(double) by p: differentiated\n"
                        + "  differentiated  demo.Decay.loss(double) by p");
        assertThat(ExplainMojo.matching(CLOSURES, "demo.Decay.los")).isEmpty();
    }

    @Test
    void allOfThemWithoutAName() {
        assertThat(ExplainMojo.matching(CLOSURES, "")).hasSize(2);
        assertThat(ExplainMojo.matching("", "")).isEmpty();
    }
}
