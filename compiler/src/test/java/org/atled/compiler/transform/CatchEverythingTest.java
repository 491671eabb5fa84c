package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;

class CatchEverythingTest {
    @Test
    void anExceptionBecomesAReturn() {
        Function function = PassCheck.parse("f(II)I", """
                b0(%0: int, %1: int):
                  handler java.lang.NullPointerException b1
                  %2: int = idiv %0, %1          ; 1
                  return %2                      ; 1
                b1(%3: java.lang.Throwable):
                  throw %3                       ; 2
                """);
        Function variant = CatchEverything.apply(function);
        Verifier.verify(variant);
        assertThat(variant.toString()).isEqualTo("""
                function demo.Test.f$caught(II)I static
                b0(%0: int, %1: int):
                  handler java.lang.NullPointerException b1
                  handler * b2
                  %2: int = idiv %0, %1                         ; 1
                  return %2                                     ; 1
                b1(%3: java.lang.Throwable):
                  handler * b2
                  throw %3                                      ; 2
                b2(%4: java.lang.Throwable):
                  invokestatic org.atled.runtime.Thrown.put(Ljava/lang/Throwable;)V %4
                  %5: int = literal 0
                  return %5
                """);
    }
}
