package org.atled.runtime;

import java.util.List;

/** What derivative code says of an object whose class it does not know. Not for use by hand. */
public final class Dispatch {
    private Dispatch() {}

    /**
     * The exception for a method of a library that the build could not differentiate, and took for one that is not called.
     *
     * @param method class and name
     */
    public static RuntimeException refused(String method) {
        return new UnsupportedOperationException(
                "the derivative of " + method + " is not known: the build could not"
                        + " differentiate it. Look for its note AtledImplementation in the output of the build, which says why.");
    }

    /**
     * The exception for an object whose method was not there to be differentiated when the derivative was built.
     *
     * @param receiver the object
     * @param method name of the method that was called on it
     * @param refused names of the classes whose method the build could not differentiate, separated by blanks
     */
    public static RuntimeException unknown(Object receiver, String method, String refused) {
        Class<?> type = receiver.getClass();
        if (List.of(refused.split(" ")).contains(type.getName())) {
            return new UnsupportedOperationException("the derivative of " + type.getName() + "." + method
                    + " is not known: the build could not differentiate it. Look for its note AtledImplementation in the"
                    + " output of the build, which says why.");
        }
        if (type.isHidden() || type.isSynthetic()) {
            return new UnsupportedOperationException("the derivative of " + method + " of " + type.getName()
                    + " is not known: a lambda made by a library, or by a class that the build did not make ready, cannot"
                    + " be differentiated. Write it as a lambda or a class of the project, and build the project with the"
                    + " goal atled:differentiate.");
        }
        return new UnsupportedOperationException("the derivative of " + type.getName() + "." + method
                + " is not known: the class was not among those of the project when the derivative was built. Build it"
                + " with the project, or pass an object of a class that is.");
    }
}
