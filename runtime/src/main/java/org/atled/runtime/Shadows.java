package org.atled.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.atled.Tangent;

/**
 * Makes the shadows of one call out of what a user passed for them, where rows may be shared: the same row of
 * numbers, wherever it stands in the arguments, gets the same shadow row. The rows are the user's, the outer arrays
 * are new, so that derivative code may move rows about. Null stays null. For arrays of any rank of {@code double} or
 * {@code float}, and for objects. Not for use by hand; not thread-safe.
 */
public final class Shadows {
    private final boolean seeded;
    private final Map<Object, Entry> byArray = new IdentityHashMap<>();
    private final Map<Object, Entry> byGiven = new IdentityHashMap<>();
    private final List<Entry> copies = new ArrayList<>();
    private final GivenShadows objects = new GivenShadows(this);

    private Shadows(boolean seeded) {
        this.seeded = seeded;
    }

    /** Shadows to be overwritten; each place given for a shared row receives the total by {@link #copyTotals()}. */
    public static Shadows overwritten() {
        return new Shadows(false);
    }

    /** Shadows that hold seeds: one row must be given one and the same shadow row everywhere. */
    public static Shadows seeded() {
        return new Shadows(true);
    }

    /**
     * The shadow of one argument.
     *
     * @param name name of the argument
     * @param array the argument
     * @param shadowName name of the argument given as its shadow
     * @param given of the same shape
     * @throws IllegalArgumentException naming the row in which the shapes differ or an array plays two parts
     */
    @SuppressWarnings("unchecked") // made by the class of the array itself
    public <A> A mirror(String name, A array, String shadowName, A given) {
        Arguments.requireNonNull(name, array);
        return (A) mirror(new Place(null, name, 0), array, new Place(null, shadowName, 0), given);
    }

    /**
     * The shadow of an argument that is an object, an array of objects or a container.
     *
     * @param name name of the argument
     * @param object the argument
     * @param shadowName name of the argument given as its tangent or cotangent
     * @param given a {@link org.atled.Tangent}, or a record, number, array, list or map of the same kind as the argument;
     *     null for zeros
     * @return null if the argument holds no numbers
     * @throws IllegalArgumentException naming the place in which the two differ or something plays two parts
     */
    public Object mirrorObject(String name, Object object, String shadowName, Object given) {
        return objects.mirror(new Place(null, name, 0), object, new Place(null, shadowName, 0), given);
    }

    /** A shadow that nobody will look at, for an object that derivative code may use to keep values in. */
    public Object unseen(Object object) {
        return objects.zeros(object);
    }

    Object mirror(Place place, Object array, Place shadowPlace, Object given) {
        if (array == null && given == null) {
            return null;
        }
        if (array == null || given == null) {
            throw new IllegalArgumentException(shadowPlace + " is " + (given == null ? "null" : "not null") + ", but "
                    + place + " is " + (array == null ? "null" : "not") + ": pass an array of the shape of "
                    + place.root() + ".");
        }
        Arguments.requireLength(shadowPlace, Array.getLength(given), place, Array.getLength(array));
        return array instanceof Object[] rows
                ? outer(place, rows, shadowPlace, (Object[]) given)
                : numbers(place, array, shadowPlace, given);
    }

    private Object outer(Place place, Object[] rows, Place shadowPlace, Object[] given) {
        Entry known = byArray.get(rows);
        Object[] shadow = known != null
                ? (Object[]) known.shadow
                : (Object[]) Array.newInstance(rows.getClass().getComponentType(), rows.length);
        if (known == null) {
            byArray.put(rows, new Entry(place, rows, shadowPlace, shadow));
            objects.know(rows, shadow);
        }
        for (int i = 0; i < rows.length; i++) {
            shadow[i] = mirror(new Place(place, null, i), rows[i], new Place(shadowPlace, null, i), given[i]);
        }
        return shadow;
    }

    private Object numbers(Place place, Object array, Place shadowPlace, Object given) {
        Entry entry = new Entry(place, array, shadowPlace, given);
        Entry first = byArray.putIfAbsent(array, entry);
        Entry user = byGiven.putIfAbsent(given, entry);
        if (user != null && user.array != array) {
            Arguments.requireOwnShadows(
                    place.toString(),
                    array,
                    shadowPlace.toString(),
                    given,
                    user.place.toString(),
                    user.array,
                    user.shadowPlace.toString(),
                    user.shadow);
        }
        if (first == null) {
            objects.know(array, given);
        }
        if (first == null || first.shadow == given) {
            return given;
        }
        if (seeded) {
            Arguments.requireMirrored(
                    first.place.toString(),
                    array,
                    first.shadowPlace.toString(),
                    first.shadow,
                    place.toString(),
                    array,
                    shadowPlace.toString(),
                    given);
        }
        copies.add(new Entry(place, first.shadow, shadowPlace, given));
        return first.shadow;
    }

    /**
     * Refuses a constant that shares numbers with an argument or a shadow. To be called after every {@code mirror}.
     *
     * @param array may be null
     */
    public void requireConstant(String name, Object array) {
        requireConstant(new Place(null, name, 0), array);
    }

    private void requireConstant(Place place, Object array) {
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                requireConstant(new Place(place, null, i), rows[i]);
            }
        }
        Entry active = byArray.get(array);
        if (active != null) {
            Arguments.requireConstant(active.place.toString(), array, place.toString(), array);
        }
        Entry shadow = byGiven.get(array);
        if (shadow != null) {
            Arguments.requireApart(shadow.shadowPlace.toString(), array, place.toString(), array);
        }
    }

    /** Refuses a shadow that is an argument, too. To be called after every {@code mirror}. */
    public void requireApart() {
        byArray.values().forEach(entry -> objects.requireMade(entry.place, entry.array, entry.shadow));
        for (Entry entry : byGiven.values()) {
            Entry active = byArray.get(entry.shadow);
            if (active != null) {
                Arguments.requireApart(
                        entry.shadowPlace.toString(), entry.shadow, active.place.toString(), active.array);
            }
        }
    }

    /** Refuses an array for another result that is a row of an argument or of its shadow. */
    public void requireApart(String name, Object array) {
        Entry active = byArray.get(array);
        if (active != null) {
            Arguments.requireApart(name, array, active.place.toString(), array);
        }
        Entry shadow = byGiven.get(array);
        if (shadow != null) {
            Arguments.requireApart(name, array, shadow.shadowPlace.toString(), array);
        }
    }

    /** Copies the total of each shared row to every other place that was given for it. */
    public void copyTotals() {
        for (Entry copy : copies) {
            System.arraycopy(copy.array, 0, copy.shadow, 0, Array.getLength(copy.array));
        }
    }

    /**
     * A shadow of its own for derivative code to consume, with the numbers of a cotangent.
     *
     * @param given the cotangent of an object, as for {@link #mirrorObject}; not null
     */
    public static Object seed(String name, Object given) {
        Object shadow =
                given instanceof Tangent tangent ? tangent.shadow() : seeded().mirrorObject(name, given, name, given);
        return new ShadowWalk().copy(shadow);
    }

    /** Refuses a cotangent that is none of this result. */
    public static void requireSeed(String name, Object cotangent, Object result) {
        seeded().mirrorObject("the result", result, name, cotangent);
    }

    /** A copy down to the numbers. Null stays null. */
    @SuppressWarnings("unchecked") // made by the class of the array itself
    public static <A> A copy(A array) {
        if (array instanceof Object[] rows) {
            Object[] copy = rows.clone();
            for (int i = 0; i < rows.length; i++) {
                copy[i] = copy(rows[i]);
            }
            return (A) copy;
        }
        return array instanceof double[] numbers
                ? (A) numbers.clone()
                : array instanceof float[] numbers ? (A) numbers.clone() : array;
    }

    /** Copies the total of a shared array to the other place that was given for it, if it is another one. */
    public static void copyTotal(double[] total, double[] given) {
        if (total != given) {
            System.arraycopy(total, 0, given, 0, total.length);
        }
    }

    /** Copies the total of a shared array to the other place that was given for it, if it is another one. */
    public static void copyTotal(float[] total, float[] given) {
        if (total != given) {
            System.arraycopy(total, 0, given, 0, total.length);
        }
    }

    private record Entry(Place place, Object array, Place shadowPlace, Object shadow) {}

    /** Where something stands in the arguments: {@code a[2][0]}, {@code chain.next.x}; put into words only for an error. */
    record Place(Place outer, String name, int index) {
        /** How many parts of a long chain of references are named. */
        private static final int LONGEST = 20;

        String root() {
            Place place = this;
            while (place.outer != null) {
                place = place.outer;
            }
            return place.name;
        }

        /** A field of what stands here. */
        Place field(String field) {
            return new Place(this, field, 0);
        }

        /** An element of what stands here. */
        Place element(int element) {
            return new Place(this, null, element);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            int length = 0;
            for (Place place = this; place != null; place = place.outer) {
                if (++length > LONGEST && place.outer != null) {
                    continue;
                }
                text.insert(0, length == LONGEST && place.outer != null ? "…" + place.last() : place.last());
            }
            return text.toString();
        }

        private String last() {
            return outer == null ? name : name != null ? "." + name : "[" + index + "]";
        }
    }
}
