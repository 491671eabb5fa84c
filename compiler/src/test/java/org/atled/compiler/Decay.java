package org.atled.compiler;

/** A user's class and companion in source form, for tests of the handling of classes. */
public final class Decay {
    private Decay() {}

    /** {@code demo.Decay} with a private method {@code name}, annotated on line 4, that returns {@code value} times x. */
    public static String source(String name, String value) {
        return source("Decay", name, value);
    }

    /** A class of the package {@code demo}. */
    public static String source(String type, String name, String value) {
        return """
                // demo/%1$s.java
                package demo;
                public final class %1$s {
                    @org.atled.Differentiable private static double %2$s(double x) { return %3$s * x; }
                    static double other(double x) { return x; }
                }
                """.formatted(type, name, value);
    }

    /** Its companion as an annotation processor leaves it. */
    public static String companion(String name) {
        return companion("Decay", "demo.Decay", name);
    }

    /** The companion {@code type} + Derivatives of a class {@code of} of the package {@code demo}. */
    public static String companion(String type, String of, String name) {
        return """
                // demo/%1$sDerivatives.java
                package demo;
                import org.atled.runtime.*;
                @Companion(of = "%2$s")
                public final class %1$sDerivatives {
                    @Core(method = "%3$s", descriptor = "(D)D", mode = Core.Mode.FORWARD, active = true)
                    private static double core(double x) { throw new IllegalStateException("not built"); }
                    public static double call(double x) { return core(x); }
                    public static java.lang.invoke.MethodHandles.Lookup lookup() {
                        return java.lang.invoke.MethodHandles.lookup();
                    }
                }
                """.formatted(type, of, name);
    }
}
