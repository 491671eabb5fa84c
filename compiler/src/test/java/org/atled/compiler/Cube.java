package org.atled.compiler;

/** A user's class whose derivative is 3x², its companion with a real core, and a program that calls it. */
public final class Cube {
    /** {@code demo.Cube}, with a private primal. */
    public static final String SOURCE = """
            // demo/Cube.java
            package demo;
            public final class Cube {
                @org.atled.Differentiable private static double cube(double x) { return x * x * x; }
            }
            """;

    /** {@code demo.CubeDerivatives}, whose core links itself if no build has filled it. */
    public static final String COMPANION = """
            // demo/CubeDerivatives.java
            package demo;
            import java.lang.invoke.*;
            import org.atled.runtime.*;
            @Companion(of = "demo.Cube")
            public final class CubeDerivatives {
                private static final MethodType TYPE =
                        MethodType.methodType(double.class, double.class, double.class, Tape.class);
                @Core(method = "cube", descriptor = "(D)D", mode = Core.Mode.FORWARD, active = true)
                private static double forward(double x, double xTangent, Tape tape) {
                    try {
                        return (double) SelfLinking.link(MethodHandles.lookup(), "forward", TYPE)
                                .invokeExact(x, xTangent, tape);
                    } catch (Throwable thrown) {
                        throw SelfLinking.rethrow(thrown);
                    }
                }
                public record Result(double value, double derivative) {}
                public static Result at(double x) {
                    Tape tape = Tape.acquire();
                    try {
                        double value = forward(x, 1, tape);
                        return new Result(value, tape.returnedDouble);
                    } finally {
                        tape.release();
                    }
                }
            }
            """;

    /** {@code demo.Main}: prints {@link #PRINTED}. */
    public static final String MAIN = """
            // demo/Main.java
            package demo;
            public final class Main {
                public static void main(String[] arguments) { System.out.print(CubeDerivatives.at(2)); }
            }
            """;

    /** The value and the derivative at 2. */
    public static final String PRINTED = "Result[value=8.0, derivative=12.0]";

    private Cube() {}
}
