package org.atled.testing;

/**
 * What a number is called, {@code spring.ends[1].x}; put into words only where it is printed.
 *
 * @param outer what it is part of, null for none
 * @param part as it is written behind that
 */
record Name(Name outer, String part, int index) {
    /** A longer path says nothing more. */
    private static final int LONGEST = 12;

    static Name of(String name) {
        return new Name(null, name, -1);
    }

    Name field(String field) {
        return new Name(this, "." + field, -1);
    }

    Name element(int element) {
        return new Name(this, "", element);
    }

    /** The value of a key. */
    Name key(Object key) {
        return new Name(this, ".get(" + key + ")", -1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (Name name = this; name != null; name = name.outer) {
            if (++length < LONGEST || name.outer == null) {
                text.insert(0, name.index < 0 ? name.part : "[" + name.index + "]");
            } else if (length == LONGEST) {
                text.insert(0, "…");
            }
        }
        return text.toString();
    }
}
