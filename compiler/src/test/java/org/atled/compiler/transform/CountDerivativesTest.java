package org.atled.compiler.transform;

import org.junit.jupiter.api.Test;

class CountDerivativesTest {
    @Test
    void callsGainOneEachTime() {
        PassCheck.rewrites("f()I", function -> CountDerivatives.apply(CountDerivatives.apply(function)), """
                b0:
                  %0: int = invokestatic org.atled.runtime.DerivativeOrder.here()I ; 5
                  return %0
                """, """
                b0:
                  %3: int = invokestatic org.atled.runtime.DerivativeOrder.here()I ; 5
                  %4: int = literal 1 ; 5
                  %1: int = iadd %3, %4 ; 5
                  %2: int = literal 1 ; 5
                  %0: int = iadd %1, %2 ; 5
                  return %0
                """);
    }
}
