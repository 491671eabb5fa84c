package org.atled.runtime;

import java.lang.reflect.Array;

/**
 * The checks of generated methods on arrays of numbers: every active array has one shadow of its length, and no array
 * plays two parts at once. Each check names the arguments and the remedy. None allocates unless it fails. Not for use by
 * hand.
 */
public final class Arguments {
    private Arguments() {}

    /** Refuses null. */
    public static void requireNonNull(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: pass an array.");
        }
    }

    /** Refuses a shadow that is null, of another length, or the array itself. */
    public static void requireShadow(String name, double[] array, String shadowName, double[] shadow) {
        requireNonNull(name, array);
        requireNonNull(shadowName, shadow);
        requireLength(shadowName, shadow.length, name, array.length);
        requireApart(shadowName, shadow, name, array);
    }

    /** Refuses a shadow that is null, of another length, or the array itself. */
    public static void requireShadow(String name, float[] array, String shadowName, float[] shadow) {
        requireNonNull(name, array);
        requireNonNull(shadowName, shadow);
        requireLength(shadowName, shadow.length, name, array.length);
        requireApart(shadowName, shadow, name, array);
    }

    /** Refuses an array for the gradient by a scalar that is null or has not one element. */
    public static void requireSingle(String name, double[] shadow) {
        requireNonNull(name, shadow);
        requireOne(name, shadow.length);
    }

    /** Refuses an array for the gradient by a scalar that is null or has not one element. */
    public static void requireSingle(String name, float[] shadow) {
        requireNonNull(name, shadow);
        requireOne(name, shadow.length);
    }

    /** Refuses the same array as a shadow, or as the place for a result, and as something else or a row of that. */
    public static void requireApart(String shadowName, Object shadow, String name, Object array) {
        int row = rowWith(shadow, array);
        if (row >= 0) {
            requireApart(shadowName, shadow, name + "[" + row + "]", ((Object[]) array)[row]);
        }
        if (same(shadow, array)) {
            throw new IllegalArgumentException(
                    shadowName + " and " + name + " are the same array: pass another one for " + shadowName + ".");
        }
    }

    /** Refuses the same array as a variable and as a constant or a row of one; its writes could not be told apart. */
    public static void requireConstant(String name, Object array, String constantName, Object constant) {
        int row = rowWith(array, constant);
        if (row >= 0) {
            requireConstant(name, array, constantName + "[" + row + "]", ((Object[]) constant)[row]);
        }
        if (same(array, constant)) {
            throw new IllegalArgumentException(name + " and " + constantName + " are the same array, but "
                    + constantName + " has no derivative, so that part of the derivative would be lost: pass a copy, "
                    + constantName + ".clone().");
        }
    }

    /** Refuses one shadow for two arrays. */
    public static void requireOwnShadows(
            String name,
            Object array,
            String shadowName,
            Object shadow,
            String otherName,
            Object other,
            String otherShadowName,
            Object otherShadow) {
        if (array != other && same(shadow, otherShadow)) {
            throw new IllegalArgumentException(shadowName + " and " + otherShadowName + " are the same array, but "
                    + name + " and " + otherName + " are not: pass two arrays.");
        }
    }

    /** Refuses one shadow for two arrays, and two shadows for one array. */
    public static void requireMirrored(
            String name,
            Object array,
            String shadowName,
            Object shadow,
            String otherName,
            Object other,
            String otherShadowName,
            Object otherShadow) {
        requireOwnShadows(name, array, shadowName, shadow, otherName, other, otherShadowName, otherShadow);
        if (same(array, other) && shadow != otherShadow) {
            throw new IllegalArgumentException(name + " and " + otherName + " are the same array, but " + shadowName
                    + " and " + otherShadowName + " are not: pass the same array for both.");
        }
    }

    /** Refuses a cotangent that has not the shape of the array it is the cotangent of, null rows included. */
    public static void requireCotangent(String name, Object cotangent, Object result) {
        if (cotangent == null || result == null) {
            if (cotangent != result) {
                throw new IllegalArgumentException(name + " is " + (cotangent == null ? "null" : "not null")
                        + ", but that part of the result is " + (result == null ? "null" : "not")
                        + ": pass an array of the shape of the result.");
            }
            return;
        }
        requireLength(name, Array.getLength(cotangent), "the result", Array.getLength(result));
        if (result instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                requireCotangent(name + "[" + i + "]", ((Object[]) cotangent)[i], rows[i]);
            }
        }
    }

    /** The index of the row that is the array or holds it, or -1. */
    private static int rowWith(Object array, Object whole) {
        if (whole instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                if (same(array, rows[i]) || rowWith(array, rows[i]) >= 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether two names stand for the same numbers; an array without elements shares none. */
    private static boolean same(Object array, Object other) {
        return array == other && array != null && Array.getLength(array) > 0;
    }

    static void requireLength(Object name, int given, Object modelName, int expected) {
        if (given != expected) {
            throw new IllegalArgumentException(name + " has length " + given + ", but " + modelName + " has length "
                    + expected + ": pass an array of length " + expected + ".");
        }
    }

    private static void requireOne(String name, int length) {
        if (length != 1) {
            throw new IllegalArgumentException(name + " has length " + length
                    + ", but it takes the derivative by one number: pass an array of length 1.");
        }
    }
}
