package org.atled.compiler.analysis;

/**
 * Why there is no code of a method to differentiate.
 *
 * @param tag the rule, {@code AtledNativeMethod}
 * @param reason what follows "which", after the name of the method
 * @param remedy a sentence that says what to do
 */
public record Absence(String tag, String reason, String remedy) {
    public static final Absence NATIVE = new Absence(
            "AtledNativeMethod",
            "is native and has no code to differentiate",
            "Call a method written in Java instead.");

    public static final Absence ABSTRACT = new Absence(
            "AtledAbstractMethod", "is abstract and has no code to differentiate", "Annotate an implementation of it.");

    public static final Absence MISSING_CLASS = new Absence(
            "AtledMissingClass",
            "is in a class that is not on the class path",
            "Add the jar or directory with that class to the class path.");

    public static final Absence MISSING_METHOD = new Absence(
            "AtledMissingMethod",
            "does not exist in the class found on the class path",
            "Compile the project again, with the version of that class it is built with.");

    public static final Absence UNWRITTEN_SOLUTION = new Absence(
            "AtledSolution",
            "is annotated as the search for a solution, but the companion of its class has no derivative of that",
            "Compile its class with the annotation processor of this version.");

    public static final Absence JDK = new Absence(
            "AtledJdkMethod",
            "belongs to the JDK, has no derivative rule and cannot be differentiated",
            "Write the computation as a method of your own.");

    public static final Absence UNKNOWN_RECEIVER = new Absence(
            "AtledAbstractMethod",
            "has no implementation among the classes of the project",
            "Add one to the project, or call a method of a class.");

    /** The same where the project's classes are in use already, so that their lambdas stay what the JVM makes of them. */
    public static final Absence UNKNOWN_LAMBDA = new Absence(
            "AtledAbstractMethod",
            "has no implementation that is known here; lambdas of constants, fields and arguments are known only where the"
                    + " build differentiates the project",
            "Run the goal atled:differentiate, or make the lambda inside the @Differentiable method.");

    /** Some class it needs cannot be read. */
    public static Absence unreadable(String message) {
        int lastPart = message.lastIndexOf("; ");
        String remedy = message.substring(lastPart + 2);
        String reason = Character.toLowerCase(message.charAt(0)) + message.substring(1, lastPart);
        return new Absence(
                "AtledUnreadableClass",
                "cannot be read: " + reason,
                Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1) + ".");
    }
}
