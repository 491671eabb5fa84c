package org.atled.runtime;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The checks of generated batches, all made before anything is computed: each variable has an element for each set, and
 * arrays that threads write are written by one of them, and read by none. Not for use by hand.
 */
public final class BatchArguments {
    /** The set of what is written for all of them. */
    private static final int ALL = -1;

    private final String counted;
    private final int sets;
    /** Arrays of numbers that are written, by identity. */
    private final Map<Object, Place> written = new IdentityHashMap<>();

    /** Where an array stands: as a parameter, or in its element for one set. */
    private record Place(String name, int set) {
        @Override
        public String toString() {
            return set == ALL ? name : name + "[" + set + "]";
        }
    }

    /**
     * Checks for as many sets as a variable has elements.
     *
     * @param counted the name of the variable
     * @param sets the {@link #count} of its elements
     */
    public BatchArguments(String counted, int sets) {
        this.counted = counted;
        this.sets = sets;
    }

    /** The number of elements of an array that must not be null. */
    public static int count(String name, Object variable) {
        Arguments.requireNonNull(name, variable);
        return Array.getLength(variable);
    }

    /** A place for results: has an element for each set, none of them null, or given for another set, too. */
    public void place(String name, Object array) {
        requireSets(name, array);
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                write(new Place(name, i), rows[i]);
            }
        } else {
            write(new Place(name, ALL), array);
        }
    }

    /** A variable: has an element for each set, none of them null. */
    public void variable(String name, Object array) {
        requireSets(name, array);
    }

    /** A variable or constant: no place for results. To be called when all of these are known. */
    public void apart(String name, Object array) {
        if (written.isEmpty()) {
            return;
        }
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                read(new Place(name, i), rows[i]);
            }
        } else {
            read(new Place(name, ALL), array);
        }
    }

    private void requireSets(String name, Object array) {
        Arguments.requireNonNull(name, array);
        Arguments.requireLength(name, Array.getLength(array), counted, sets);
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                row(name, i, rows[i]);
            }
        }
    }

    /** One set may hold a row in several places: what a single gradient says about that holds. */
    private void write(Place place, Object array) {
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                write(place, row);
            }
        } else if (array != null && Array.getLength(array) > 0) {
            Place other = written.putIfAbsent(array, place);
            if (other != null && (other.set == ALL || other.set != place.set)) {
                refuse(place, other);
            }
        }
    }

    private void read(Place place, Object array) {
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                read(place, row);
            }
        } else if (written.containsKey(array)) {
            refuse(written.get(array), place);
        }
    }

    private static void refuse(Place place, Place other) {
        throw new IllegalArgumentException(
                place + " and " + other + " are the same array, or share a row: pass another one for " + place + ".");
    }

    /** New places for the gradients by a variable, for each set its own, whatever arrays the sets share. */
    public static double[][] places(String name, double[][] variable) {
        Arguments.requireNonNull(name, variable);
        double[][] places = new double[variable.length][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[row(name, i, variable[i]).length];
        }
        return places;
    }

    /** The same for {@code float}. */
    public static float[][] places(String name, float[][] variable) {
        Arguments.requireNonNull(name, variable);
        float[][] places = new float[variable.length][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[row(name, i, variable[i]).length];
        }
        return places;
    }

    /** The same for one number in each set. */
    public static double[] places(String name, double[] variable) {
        Arguments.requireNonNull(name, variable);
        return new double[variable.length];
    }

    /** The same for one {@code float} in each set. */
    public static float[] places(String name, float[] variable) {
        Arguments.requireNonNull(name, variable);
        return new float[variable.length];
    }

    /** The same for arrays of rows in each set; rows that one set has in several places share a gradient row. */
    @SuppressWarnings("unchecked") // made by the class of the array itself
    public static <A> A[] places(String name, A[] variable) {
        Arguments.requireNonNull(name, variable);
        A[] places = (A[]) Array.newInstance(variable.getClass().getComponentType(), variable.length);
        for (int i = 0; i < places.length; i++) {
            places[i] = new Zeros().like(name, row(name, i, variable[i]));
        }
        return places;
    }

    private static <A> A row(String name, int index, A row) {
        if (row == null) {
            Arguments.requireNonNull(name + "[" + index + "]", null);
        }
        return row;
    }

    /** The sum, in order. */
    public static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The sum, in order. */
    public static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
