package org.atled.compiler.analysis;

/** Why there is no code of a method to differentiate. */
public enum Absence {
    NATIVE("AtledNativeMethod", "is native and has no derivative rule"),
    ABSTRACT("AtledAbstractMethod", "is abstract"),
    MISSING_CLASS("AtledMissingClass", "belongs to a class that is not on the class path"),
    MISSING_METHOD("AtledMissingMethod", "does not exist in the class found on the class path"),
    IRREDUCIBLE("AtledControlFlow", "has a loop with two entries, which no Java source gives");

    private final String tag;
    private final String sentence;

    Absence(String tag, String sentence) {
        this.tag = tag;
        this.sentence = sentence;
    }

    public String tag() {
        return tag;
    }

    public String sentence() {
        return sentence;
    }
}
