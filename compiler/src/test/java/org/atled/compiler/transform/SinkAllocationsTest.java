package org.atled.compiler.transform;

import org.junit.jupiter.api.Test;

class SinkAllocationsTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, SinkAllocations::apply, before, after);
    }

    @Test
    void argumentsInTheSameBlockComeFirst() {
        rewrites("f(D)Ldemo/Line;", """
                b0(%0: double):
                  %1: demo.Line = new demo.Line
                  %2: demo.Point = new demo.Point
                  %3: double = dadd %0, %0
                  invokespecial demo.Point.<init>(D)V %2, %3
                  invokespecial demo.Line.<init>(Ldemo/Point;)V %1, %2
                  return %1
                """, """
                b0(%0: double):
                  %3: double = dadd %0, %0
                  %2: demo.Point = new demo.Point
                  invokespecial demo.Point.<init>(D)V %2, %3
                  %1: demo.Line = new demo.Line
                  invokespecial demo.Line.<init>(Ldemo/Point;)V %1, %2
                  return %1
                """);
    }

    @Test
    void argumentsThatBranchLieBetween() {
        rewrites("f(DI)Ldemo/Point;", """
                b0(%0: double, %1: int):
                  %2: demo.Point = new demo.Point ; 7
                  ifeq %1 b1 else b2
                b1:
                  jump b3(%0)
                b2:
                  %3: double = dneg %0
                  jump b3(%3)
                b3(%4: double):
                  invokespecial demo.Point.<init>(D)V %2, %4 ; 8
                  return %2
                """, """
                b0(%0: double, %1: int):
                  ifeq %1 b1 else b2
                b1:
                  jump b3(%0)
                b2:
                  %3: double = dneg %0
                  jump b3(%3)
                b3(%4: double):
                  %2: demo.Point = new demo.Point ; 7
                  invokespecial demo.Point.<init>(D)V %2, %4 ; 8
                  return %2
                """);
    }

    @Test
    void anObjectConstructedOnTwoPathsBecomesTwo() {
        rewrites("f(DI)Ldemo/Point;", """
                b0(%0: double, %1: int):
                  %2: demo.Point = new demo.Point
                  ifeq %1 b1 else b2
                b1:
                  invokespecial demo.Point.<init>(D)V %2, %0
                  jump b3
                b2:
                  invokespecial demo.Point.<init>()V %2
                  invokevirtual demo.Point.move()V %2
                  jump b3
                b3:
                  return %2
                """, """
                b0(%0: double, %1: int):
                  ifeq %1 b1 else b2
                b1:
                  %4: demo.Point = new demo.Point
                  invokespecial demo.Point.<init>(D)V %4, %0
                  jump b3(%4)
                b2:
                  %3: demo.Point = new demo.Point
                  invokespecial demo.Point.<init>()V %3
                  invokevirtual demo.Point.move()V %3
                  jump b3(%3)
                b3(%5: demo.Point):
                  return %5
                """);
    }

    @Test
    void twoPathsWithinALoopJoinWhereItIsRead() {
        rewrites("f(I)V", """
                b0(%0: int):
                  jump b1
                b1:
                  %1: demo.Point = new demo.Point
                  ifeq %0 b2 else b3
                b2:
                  invokespecial demo.Point.<init>(I)V %1, %0
                  jump b4
                b3:
                  invokespecial demo.Point.<init>()V %1
                  jump b4
                b4:
                  ifgt %0 b5 else b6
                b5:
                  invokevirtual demo.Point.move()V %1
                  jump b1
                b6:
                  return
                """, """
                b0(%0: int):
                  jump b1
                b1:
                  ifeq %0 b2 else b3
                b2:
                  %3: demo.Point = new demo.Point
                  invokespecial demo.Point.<init>(I)V %3, %0
                  jump b4(%3)
                b3:
                  %2: demo.Point = new demo.Point
                  invokespecial demo.Point.<init>()V %2
                  jump b4(%2)
                b4(%5: demo.Point):
                  ifgt %0 b5 else b6
                b5:
                  invokevirtual demo.Point.move()V %5
                  jump b1
                b6:
                  return
                """);
    }

    @Test
    void theHandlersAreThoseOfTheConstructorCall() {
        rewrites("f(I)Ldemo/Point;", """
                b0(%0: int):
                  jump b1
                b1:
                  handler java.lang.RuntimeException b3
                  %1: demo.Point = new demo.Point
                  %2: int = idiv %0, %0
                  jump b2
                b2:
                  invokespecial demo.Point.<init>(I)V %1, %2
                  return %1
                b3(%3: java.lang.RuntimeException):
                  %4: null = literal null
                  return %4
                """, """
                b0(%0: int):
                  jump b1
                b1:
                  handler java.lang.RuntimeException b3
                  %2: int = idiv %0, %0
                  jump b2
                b2:
                  %1: demo.Point = new demo.Point
                  invokespecial demo.Point.<init>(I)V %1, %2
                  return %1
                b3(%3: java.lang.RuntimeException):
                  %4: null = literal null
                  return %4
                """);
    }

    @Test
    void whatIsReadUnconstructedStays() {
        String text = """
                b0(%0: int):
                  %1: demo.Point = new demo.Point
                  ifnull %1 b1 else b2
                b1:
                  return
                b2:
                  invokespecial demo.Point.<init>(I)V %1, %0
                  return
                """;
        PassCheck.keeps("f(I)V", SinkAllocations::apply, text);
        PassCheck.keeps("f(I)V", SinkAllocations::apply, """
                b0(%0: int):
                  %1: demo.Point = new demo.Point
                  return
                """);
    }
}
