package org.atled.runtime;

/** How much memory arrays take. */
final class TapeSize {
    private static final int REFERENCE = 8;

    private TapeSize() {}

    /** Bytes of an element of an array. */
    static int ofElement(Class<?> type) {
        if (type == double.class || type == long.class) {
            return Double.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        if (type == short.class || type == char.class) {
            return Short.BYTES;
        }
        return type.isPrimitive() ? 1 : REFERENCE;
    }

    /** Bytes of an array and, for one of references, of the arrays in it; nothing for any other object. */
    static long of(Object object) {
        if (object == null || !object.getClass().isArray()) {
            return 0;
        }
        long bytes = (long) java.lang.reflect.Array.getLength(object)
                * ofElement(object.getClass().getComponentType());
        if (object instanceof Object[] elements) {
            for (Object element : elements) {
                bytes += of(element);
            }
        }
        return bytes;
    }
}
