package org.atled.runtime;

/** What derivative code says of an object whose class it does not know. Not for use by hand. */
public final class Dispatch {
    private Dispatch() {}

    /**
     * The exception for an object whose method was not there to be differentiated when the derivative was built.
     *
     * @param receiver the object
     * @param method name of the method that was called on it
     */
    public static RuntimeException unknown(Object receiver, String method) {
        Class<?> type = receiver.getClass();
        if (type.isHidden() || type.isSynthetic()) {
            return new UnsupportedOperationException("the derivative of " + method + " of " + type.getName()
                    + " is not known: a lambda made outside of differentiated code cannot be differentiated. Pass an"
                    + " object of a class of the project, or make the lambda inside the @Differentiable method.");
        }
        return new UnsupportedOperationException("the derivative of " + type.getName() + "." + method
                + " is not known: the class was not among those of the project when the derivative was built. Build it"
                + " with the project, or pass an object of a class that is.");
    }
}
