package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Type;

/**
 * A set of objects that references may not tell apart, after Steensgaard, "Points-to Analysis in Almost Linear Time",
 * POPL 1996: values that may refer to the same object have the same region. What is said of a region is said of every
 * object in it, so it errs on the side of more derivatives, never fewer. What the objects refer to is told apart by
 * field; the elements of arrays and containers count as one field.
 */
final class Region {
    /** The one field that stands for all elements of an array or a container. */
    static final String ELEMENTS = "[]";

    private static final char TYPE = ':';
    private static final String INTEGER = "#";
    private static final String CONSTANT = "@";

    /**
     * What is reached by more fields one after the other is not told apart: recursion over what an array holds would give
     * ever new regions.
     */
    private static final int DEEPEST = 6;

    private Region representative = this;
    private final Map<String, Region> pointees = new HashMap<>();
    private final Set<Region> holders = new LinkedHashSet<>();

    /** The region it was first reached from, and the field; {@code null} for what a variable holds. */
    private Region origin;

    private String field;

    /** Whether the numbers in it, or in what it refers to, may depend on the active inputs: it has a shadow. */
    private boolean active;

    /** The fields that may be assigned after the object was made, here or by code that is not analysed. */
    private final Set<String> written = new HashSet<>();

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

    /** Whether it may be an object made of a lambda in differentiated code: elsewhere the JVM would make another. */
    private boolean function;

    /** How a field that carries no derivative is named here. */
    static String integer(String field) {
        return INTEGER + field;
    }

    /** How a field declared constant is named here: what it refers to is no part of the object. */
    static String constant(String field) {
        return CONSTANT + field;
    }

    /** Whether a field carries no derivative. */
    static boolean isInteger(String field) {
        return field.startsWith(INTEGER);
    }

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
        return pointee(ELEMENTS);
    }

    /** The region of the objects that one of its fields refers to. */
    Region pointee(String name) {
        Region root = find();
        Region known = root.pointees.get(name);
        if (known != null) {
            return known.find();
        }
        Region pointee = root.folded(name);
        if (pointee == null) {
            pointee = new Region();
            pointee.origin = root;
            pointee.field = name;
            pointee.active = root.active && !name.startsWith(CONSTANT);
            pointee.constant = root.constant;
            pointee.leaked = root.leaked;
        }
        root.pointees.put(name, pointee);
        if (!name.startsWith(CONSTANT)) {
            pointee.find().holders.add(root);
        }
        return pointee.find();
    }

    /** How what a field of this declared type refers to is named here. */
    static String pointee(String field, Type type) {
        return field + TYPE + type.descriptor();
    }

    /** Whether a field is one that led here, or of the same class: in lists and trees one sort of object refers to itself. */
    private static boolean recurs(String field, String before) {
        String type = field.substring(field.indexOf(TYPE) + 1);
        boolean isOfClass = type.startsWith("L") && !Carriers.isOfJdk(type.substring(1));
        return field.equals(before) || isOfClass && before.endsWith(TYPE + type);
    }

    /** Where a chain of fields comes back to a field it has been through, as in a list, it is not followed further. */
    private Region folded(String name) {
        // Where regions on the way have become one, the way leads round in a circle, and is no longer for that.
        Set<Region> way = new HashSet<>();
        for (Region at = this;
                at != null && way.size() < DEEPEST && way.add(at);
                at = at.origin == null ? null : at.origin.find()) {
            if (at.field != null && !name.equals(ELEMENTS) && recurs(name, at.field)) {
                return at;
            }
        }
        return way.size() == DEEPEST ? this : null;
    }

    /** Makes two regions one; true if they were not one before. */
    boolean unify(Region other) {
        Region a = find();
        Region b = other.find();
        if (a == b) {
            return false;
        }
        b.representative = a;
        a.written.addAll(b.written);
        a.boxed |= b.boxed;
        a.text |= b.text;
        a.function |= b.function;
        a.activeStore = a.activeStore == null ? b.activeStore : a.activeStore;
        boolean active = a.active || b.active;
        boolean leaked = a.leaked || b.leaked;
        String constant = a.constant == null ? b.constant : a.constant;
        a.holders.addAll(b.holders);
        b.pointees.forEach((name, theirs) -> {
            Region mine = a.find().pointees.putIfAbsent(name, theirs);
            if (mine != null) {
                mine.unify(theirs);
            }
        });
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

    private List<Region> pointees() {
        return List.copyOf(find().pointees.values());
    }

    /** Hands it, with all it refers to, to code that is not analysed; true if it was not there before. */
    boolean leak() {
        Region root = find();
        if (root.leaked) {
            return false;
        }
        root.leaked = true;
        root.pointees().forEach(Region::leak);
        return true;
    }

    /** Gives it a shadow, and with it all it refers to and all that refers to it; true if it had none. */
    boolean activate() {
        Region root = find();
        if (root.active) {
            return false;
        }
        root.active = true;
        root.known().forEach((name, pointee) -> {
            if (!name.startsWith(CONSTANT)) {
                pointee.activate();
            }
        });
        new ArrayList<>(root.holders).forEach(Region::activate);
        return true;
    }

    boolean isActive() {
        return find().active;
    }

    boolean markWritten(String name) {
        return find().written.add(name);
    }

    /** Whether an element, or this field, may be assigned after the object was made. */
    boolean isWritten(String name) {
        return find().written.contains(name) || find().leaked;
    }

    boolean isWritten() {
        return !find().written.isEmpty() || find().leaked;
    }

    /** The fields that may be assigned. */
    Set<String> written() {
        return Set.copyOf(find().written);
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
        return reached().stream().anyMatch(region -> region.boxed);
    }

    /** The same of it alone. */
    boolean isBoxedItself() {
        return find().boxed;
    }

    /** This region and all that it leads to. */
    Set<Region> reached() {
        Set<Region> reached = new LinkedHashSet<>(List.of(find()));
        List<Region> open = new ArrayList<>(reached);
        for (int i = 0; i < open.size(); i++) {
            for (Region pointee : open.get(i).pointees()) {
                if (reached.add(pointee.find())) {
                    open.add(pointee.find());
                }
            }
        }
        return reached;
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

    /** Whether it, or what it refers to, may be a text with active numbers in it. */
    boolean leadsToText() {
        return isText() || reached().stream().anyMatch(region -> region.text);
    }

    boolean markFunction() {
        Region root = find();
        boolean before = root.function;
        root.function = true;
        return !before;
    }

    boolean isFunction() {
        return find().function;
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
        root.pointees().forEach(pointee -> pointee.markConstant(what));
        return true;
    }

    /** The regions its fields refer to, as far as that was ever asked for. */
    Map<String, Region> known() {
        return Map.copyOf(find().pointees);
    }

    String constant() {
        return find().constant;
    }
}
