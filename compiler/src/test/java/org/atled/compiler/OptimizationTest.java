package org.atled.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OptimizationTest {
    @AfterEach
    void turnAllOn() {
        System.clearProperty(Optimization.PROPERTY);
    }

    @Test
    void allAreOnUnlessTurnedOff() {
        assertThat(Optimization.enabled()).containsExactly(Optimization.values());
        System.setProperty(Optimization.PROPERTY, "hoist, OUTLINE");
        assertThat(Optimization.enabled())
                .doesNotContain(Optimization.HOIST, Optimization.OUTLINE)
                .hasSize(Optimization.values().length - 2);
        assertThat(Optimization.withoutGrowth()).doesNotContain(Optimization.INLINE, Optimization.HOIST);
    }

    @Test
    void aNameThatIsNoneIsAnError() {
        System.setProperty(Optimization.PROPERTY, "vectorize");
        assertThatThrownBy(Optimization::enabled)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atled.without names vectorize")
                .hasMessageContaining("HOIST");
    }
}
