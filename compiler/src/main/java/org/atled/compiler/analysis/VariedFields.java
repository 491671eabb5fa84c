package org.atled.compiler.analysis;

import java.util.HashSet;
import java.util.Set;

/**
 * The fields of objects that may hold numbers which depend on the active inputs, anywhere in what is analysed. A shadow
 * has room for every number of its object; a field into which only constants are stored has no derivative all the same.
 */
final class VariedFields {
    private final Runnable changed;
    private final Set<String> fields = new HashSet<>();
    private boolean isAny;

    /**
     * None so far.
     *
     * @param changed told of each new one
     */
    VariedFields(Runnable changed) {
        this.changed = changed;
    }

    /** A number that depends on the active inputs is stored in a field. */
    void add(Slot slot) {
        if (!isAny && fields.add(slot.field())) {
            changed.run();
        }
    }

    /** Such numbers may come into fields unseen: out of objects that the caller gives, or by rules. */
    void addAll() {
        if (!isAny) {
            isAny = true;
            changed.run();
        }
    }

    boolean contains(Slot slot) {
        return isAny || fields.contains(slot.field());
    }
}
