package org.atled.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;

/**
 * A number in an argument or a result, beside the same number in its shadow.
 *
 * @param number where it is
 * @param shadow where its tangent or cotangent is
 */
record Place(Name name, Cell number, Cell shadow) {
    /** Somewhere a number is kept. */
    interface Cell {
        double get();

        void set(double value);

        /** Whether a program can write it: an element of an array or a field that is not final. */
        boolean isVariable();

        boolean isFloat();
    }

    /** An element of an array of {@code double} or {@code float}. */
    record Element(Object array, int index) implements Cell {
        @Override
        public double get() {
            return Array.getDouble(array, index);
        }

        @Override
        public void set(double value) {
            if (array instanceof float[] floats) {
                floats[index] = (float) value;
            } else {
                ((double[]) array)[index] = value;
            }
        }

        @Override
        public boolean isVariable() {
            return true;
        }

        @Override
        public boolean isFloat() {
            return array instanceof float[];
        }
    }

    /** A field of an object, which has been made accessible. */
    record Member(Object object, Field field, boolean isVariable) implements Cell {
        @Override
        public double get() {
            try {
                return field.getDouble(object);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void set(double value) {
            try {
                if (isFloat()) {
                    field.setFloat(object, (float) value);
                } else {
                    field.setDouble(object, value);
                }
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException("cannot write " + field, closed);
            }
        }

        @Override
        public boolean isFloat() {
            return field.getType() == float.class;
        }
    }

    /** A {@code double}, a {@code float} or a box of one: it is replaced, not written. */
    record Fixed(Number value) implements Cell {
        @Override
        public double get() {
            return value.doubleValue();
        }

        @Override
        public void set(double other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isVariable() {
            return false;
        }

        @Override
        public boolean isFloat() {
            return value instanceof Float;
        }
    }
}
