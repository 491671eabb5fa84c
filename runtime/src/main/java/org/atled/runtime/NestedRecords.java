package org.atled.runtime;

/**
 * Records that stand for shadows, as gradients and as tangents, where the derivative that makes or takes them is itself differentiated.
 * Their numbers are copies of those of a {@link Shadow}, so that derivatives have to be carried between the shadow of the record and
 * the shadow of that shadow; their arrays are the same. Called by rules; not for use by hand.
 */
public final class NestedRecords {
    private static final int NUMBERS = Layout.of(Shadow.class).reference(Shadow.class.getName(), "numbers");
    private static final int REFERENCES = Layout.of(Shadow.class).reference(Shadow.class.getName(), "references");

    private NestedRecords() {}

    /** The tangent of a record that shows a shadow. */
    public static Object tangent(Object record, Object shadow, Object shadowTangent) {
        Object tangent = zeros(record, shadow, shadowTangent);
        move(record, shadow, shadowTangent, tangent, false);
        return tangent;
    }

    /** The shadow of a record that shows a shadow, its numbers still zero, its arrays those of the shadow's shadow. */
    public static Object zeros(Object record, Object shadow, Object shadowShadow) {
        if (record == null || shadow == null || shadowShadow == null) {
            return null;
        }
        Layout layout = Layout.of(record.getClass());
        Shadow made = layout.empty();
        for (FieldSlot field : layout.references()) {
            Object part = field.reference(record);
            Object inner = ((Shadow) shadow).references[field.slot()];
            Object innerShadow = references(shadowShadow)[field.slot()];
            if (part == null || inner == null || innerShadow == null) {
                continue;
            }
            made.references[field.slot()] = part == inner
                    ? innerShadow
                    : part instanceof Record ? zeros(part, inner, innerShadow) : number(part);
        }
        return made;
    }

    private static Object number(Object part) {
        if (part instanceof Double || part instanceof Float) {
            return new double[1];
        }
        throw new UnsupportedOperationException("a derivative by a record that holds a "
                + part.getClass().getName() + " is differentiated again, and that is not followed. Let the record hold"
                + " numbers, arrays of numbers and such records, or make it a class.");
    }

    /** Adds the cotangents of a record's numbers to those of the shadow that it shows. */
    public static void addTo(Object shadowCotangent, Object record, Object shadow, Object recordCotangent) {
        move(record, shadow, shadowCotangent, recordCotangent, true);
    }

    /** Copies numbers from the shadow's shadow to the record's, or adds them the other way. */
    private static void move(Object record, Object shadow, Object outer, Object own, boolean back) {
        if (own == null || outer == null) {
            return;
        }
        move(numbers(outer), ((Shadow) own).numbers, back);
        for (FieldSlot field : Layout.of(record.getClass()).references()) {
            Object part = field.reference(record);
            Object inner = ((Shadow) shadow).references[field.slot()];
            Object innerOuter = references(outer)[field.slot()];
            Object innerOwn = ((Shadow) own).references[field.slot()];
            if (innerOwn == null || innerOuter == innerOwn) {
                continue;
            }
            if (part instanceof Record) {
                move(part, inner, innerOuter, innerOwn, back);
            } else {
                move((double[]) innerOuter, (double[]) innerOwn, back);
            }
        }
    }

    private static void move(double[] outer, double[] own, boolean back) {
        for (int i = 0; i < own.length; i++) {
            if (back) {
                outer[i] += own[i];
            } else {
                own[i] = outer[i];
            }
        }
    }

    /** Gives the tangent of a shadow that was made of a record the numbers of the record's tangent. */
    public static void fill(Object record, Object recordTangent, Object shadowTangent) {
        moveGiven(record, recordTangent, shadowTangent, false);
    }

    /** The same the other way: adds cotangents. */
    public static void add(Object record, Object recordCotangent, Object shadowCotangent) {
        moveGiven(record, recordCotangent, shadowCotangent, true);
    }

    private static void moveGiven(Object record, Object own, Object outer, boolean back) {
        if (record == null || own == null || outer == null) {
            return;
        }
        if (!(record instanceof Record)) {
            throw notFollowed(record);
        }
        double[] numbers = numbers(outer);
        double[] mine = ((Shadow) own).numbers;
        move(back ? mine : numbers, back ? numbers : mine, true);
        for (FieldSlot field : Layout.of(record.getClass()).references()) {
            Object part = field.reference(record);
            Object innerOwn = ((Shadow) own).references[field.slot()];
            if (part instanceof Record) {
                moveGiven(part, innerOwn, references(outer)[field.slot()], back);
            } else if (part != null && innerOwn != null) {
                throw notFollowed(part);
            }
        }
    }

    private static UnsupportedOperationException notFollowed(Object part) {
        return new UnsupportedOperationException("a tangent or cotangent that is, or holds, a "
                + part.getClass().getTypeName() + " is passed to a derivative that is differentiated again, and that is"
                + " not followed. Pass arrays and numbers as arguments of their own, or make the record a class.");
    }

    private static double[] numbers(Object shadowShadow) {
        return (double[]) ((Shadow) shadowShadow).references[NUMBERS];
    }

    private static Object[] references(Object shadowShadow) {
        return (Object[]) ((Shadow) shadowShadow).references[REFERENCES];
    }
}
