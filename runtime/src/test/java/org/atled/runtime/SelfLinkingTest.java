package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.atled.NotBuiltException;
import org.junit.jupiter.api.Test;

final class SelfLinkingTest {
    @Test
    void withoutTheCompilerBothRemediesAreNamed() {
        assertThatExceptionOfType(NotBuiltException.class)
                .isThrownBy(() ->
                        SelfLinking.link(MethodHandles.lookup(), "loss$reverse", MethodType.methodType(double.class)))
                .withMessageContaining("org.atled.runtime.SelfLinkingTest.loss$reverse")
                .withMessageContaining("mvn process-classes")
                .withMessageContaining("`differentiate` of atled-maven-plugin")
                .withMessageContaining("put atled-compiler on the (test) class path");
    }

    @Test
    void withoutTheCompilerInAnyLoaderOfTheThread() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThatExceptionOfType(NotBuiltException.class)
                    .isThrownBy(() -> SelfLinking.link(
                            MethodHandles.lookup(), "loss$reverse", MethodType.methodType(double.class)));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void checkedExceptionsPassUnchanged() {
        IOException thrown = new IOException();
        assertThatThrownBy(() -> SelfLinking.rethrow(thrown)).isSameAs(thrown);
        assertThat(thrown.getSuppressed()).isEmpty();
    }
}
