package org.atled.compiler.bytecode;

/** A method whose code exceeds the 65,535 bytes that the class-file format allows. */
public final class MethodTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String method;
    private final int size;

    MethodTooLarge(String method, int size, Throwable cause) {
        super(
                "the code of " + method + " would take " + size
                        + " bytes, the class-file format allows 65535: split the method it comes from",
                cause);
        this.method = method;
        this.size = size;
    }

    /** The same of a method under the name it had before its descriptor was changed. */
    MethodTooLarge as(String original) {
        return new MethodTooLarge(original, size, this);
    }

    /** Class, name and descriptor of the method. */
    public String method() {
        return method;
    }

    /** Bytes of code it would need. */
    public int size() {
        return size;
    }
}
