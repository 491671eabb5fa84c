package org.atled.compiler.analysis;

/**
 * A set of objects that references may not tell apart, after Steensgaard, "Points-to Analysis in Almost Linear Time",
 * POPL 1996: values that may refer to the same object have the same region. What is said of a region is said of every
 * object in it, so it errs on the side of more derivatives, never fewer.
 */
final class Region {
    /**
     * Arrays within arrays deeper than this are not told apart: recursion over what an array holds would give ever new
     * regions.
     */
    private static final int DEEPEST = 6;

    private Region representative = this;
    private Region pointee;
    private Region holder;

    /** Whether the numbers in it, or in arrays it refers to, may depend on the active inputs: it has a shadow. */
    private boolean active;

    /** Whether an element may be assigned after the array was made, here or by code that is not analysed. */
    private boolean written;

    /** Where an active value is stored into it, or {@code null}. */
    private Site activeStore;

    /** What constant it may be, or belong to, such as a static field; {@code null} if none. */
    private String constant;

    /** Whether code that is not analysed may hold it, and so write it. */
    private boolean leaked;

    /** Whether it may hold boxed active numbers, whose derivatives are not followed. */
    private boolean boxed;

    /** Whether it may be a text with active numbers in it. */
    private boolean text;

    Region find() {
        Region root = this;
        while (root.representative != root) {
            root = root.representative;
        }
        Region at = this;
        while (at.representative != root) {
            Region next = at.representative;
            at.representative = root;
            at = next;
        }
        return root;
    }

    /** The region of the objects its elements refer to. */
    Region pointee() {
        Region root = find();
        if (root.pointee == null && root.depth() >= DEEPEST) {
            root.pointee = root;
        }
        if (root.pointee == null) {
            root.pointee = new Region();
            root.pointee.holder = root;
            root.pointee.active = root.active;
            root.pointee.constant = root.constant;
            root.pointee.leaked = root.leaked;
        }
        return root.pointee.find();
    }

    /** How many regions hold one another around this one, as far as it matters. */
    private int depth() {
        int depth = 0;
        for (Region at = holder; at != null && depth < DEEPEST; at = at.find().holder) {
            depth++;
        }
        return depth;
    }

    /** Makes two regions one; true if they were not one before. */
    boolean unify(Region other) {
        Region a = find();
        Region b = other.find();
        if (a == b) {
            return false;
        }
        b.representative = a;
        a.written |= b.written;
        a.boxed |= b.boxed;
        a.text |= b.text;
        a.activeStore = a.activeStore == null ? b.activeStore : a.activeStore;
        boolean active = a.active || b.active;
        boolean leaked = a.leaked || b.leaked;
        String constant = a.constant == null ? b.constant : a.constant;
        Region theirs = b.pointee;
        if (a.holder == null) {
            a.holder = b.holder;
        } else if (b.holder != null) {
            a.holder.unify(b.holder);
        }
        if (a.find().pointee == null) {
            a.find().pointee = theirs;
        } else if (theirs != null) {
            a.find().pointee.unify(theirs);
        }
        a.find().spread(active, leaked, constant);
        return true;
    }

    /** What holds for one of two regions made one holds for all of it, and for what that refers to. */
    private void spread(boolean isActive, boolean isLeaked, String constantName) {
        if (isActive) {
            active = false;
            activate();
        }
        if (isLeaked) {
            leaked = false;
            leak();
        }
        if (constantName != null) {
            constant = null;
            markConstant(constantName);
        }
    }

    /** Hands it, with all it refers to, to code that is not analysed; true if it was not there before. */
    boolean leak() {
        Region root = find();
        if (root.leaked) {
            return false;
        }
        root.leaked = true;
        if (root.pointee != null) {
            root.pointee.leak();
        }
        return true;
    }

    /** Gives it a shadow, and with it all it refers to and all that refers to it; true if it had none. */
    boolean activate() {
        Region root = find();
        if (root.active) {
            return false;
        }
        root.active = true;
        if (root.pointee != null) {
            root.pointee.activate();
        }
        if (root.holder != null) {
            root.holder.activate();
        }
        return true;
    }

    boolean isActive() {
        return find().active;
    }

    boolean markWritten() {
        Region root = find();
        boolean before = root.written;
        root.written = true;
        return !before;
    }

    boolean isWritten() {
        return find().written || find().leaked;
    }

    boolean isLeaked() {
        return find().leaked;
    }

    boolean markBoxed() {
        Region root = find();
        boolean before = root.boxed;
        root.boxed = true;
        return !before;
    }

    /** Whether it, or what it refers to, may hold boxed active numbers. */
    boolean isBoxed() {
        Region at = find();
        for (int depth = 0; at != null && depth < 8; depth++) {
            if (at.boxed) {
                return true;
            }
            at = at.pointee == null ? null : at.pointee.find();
        }
        return false;
    }

    boolean markText() {
        Region root = find();
        boolean before = root.text;
        root.text = true;
        return !before;
    }

    boolean isText() {
        return find().text;
    }

    boolean markActiveStore(Site site) {
        Region root = find();
        if (root.activeStore != null) {
            return false;
        }
        root.activeStore = site;
        return true;
    }

    Site activeStore() {
        return find().activeStore;
    }

    boolean markConstant(String what) {
        Region root = find();
        if (root.constant != null) {
            return false;
        }
        root.constant = what;
        if (root.pointee != null) {
            root.pointee.markConstant(what);
        }
        return true;
    }

    /** The region its elements refer to, if that was ever asked for. */
    Region knownPointee() {
        Region root = find();
        return root.pointee == null ? null : root.pointee.find();
    }

    String constant() {
        return find().constant;
    }
}
