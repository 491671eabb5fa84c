package org.atled.rules;

import java.util.Iterator;
import java.util.ListIterator;

/** Derivatives of an iterator's steps: its shadow takes the same. */
@RulesFor({Iterator.class, ListIterator.class})
public abstract class IteratorRules {
    private IteratorRules() {}

    @Loads(from = "receiver")
    abstract Object next(Iterator<?> receiver);

    @Loads(from = "receiver")
    abstract Object previous(ListIterator<?> receiver);

    @Writes("receiver")
    abstract void remove(Iterator<?> receiver);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void set(ListIterator<?> receiver, Object e);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void add(ListIterator<?> receiver, Object e);

    public static Object next_shadow(Iterator<?> receiver, Object receiverShadow, Object result) {
        return receiverShadow == null
                ? ContainerShadows.missing(receiver, result)
                : ContainerShadows.iterator(receiver, receiverShadow).next();
    }

    public static Object previous_shadow(ListIterator<?> receiver, Object receiverShadow, Object result) {
        return receiverShadow == null
                ? ContainerShadows.missing(receiver, result)
                : ContainerShadows.listIterator(receiver, receiverShadow).previous();
    }

    public static void remove_shadow(Iterator<?> receiver, Object receiverShadow) {
        if (receiverShadow != null) {
            ContainerShadows.iterator(receiver, receiverShadow).remove();
        }
    }

    public static void set_shadow(ListIterator<?> receiver, Object receiverShadow, Object eShadow) {
        if (receiverShadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            ContainerShadows.listIterator(receiver, receiverShadow).set(eShadow);
        }
    }

    public static void add_shadow(ListIterator<?> receiver, Object receiverShadow, Object eShadow) {
        if (receiverShadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            ContainerShadows.listIterator(receiver, receiverShadow).add(eShadow);
        }
    }
}
