package org.atled.rules;

import java.util.Stack;
import java.util.Vector;

/** Derivatives of what vectors and stacks have beyond lists; the top of a stack is its last element. */
@RulesFor({Vector.class, Stack.class})
public abstract class VectorRules {
    private VectorRules() {}

    @Writes("receiver")
    @Stores(into = "receiver", value = "obj")
    abstract void addElement(Vector<?> receiver, Object obj);

    @Loads(from = "receiver")
    abstract Object elementAt(Vector<?> receiver, int index);

    @Loads(from = "receiver")
    abstract Object firstElement(Vector<?> receiver);

    @Loads(from = "receiver")
    abstract Object lastElement(Vector<?> receiver);

    @Writes("receiver")
    @Stores(into = "receiver", value = "item")
    @Views("item")
    abstract Object push(Stack<?> receiver, Object item);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object pop(Stack<?> receiver);

    @Loads(from = "receiver")
    abstract Object peek(Stack<?> receiver);

    public static void addElement_shadow(Vector<?> receiver, Object receiverShadow, Object obj, Object objShadow) {
        CollectionRules.add_shadow(receiver, receiverShadow, obj, objShadow);
    }

    public static Object elementAt_shadow(Vector<?> receiver, Object receiverShadow, int index, Object result) {
        return ListRules.get_shadow(receiver, receiverShadow, index, result);
    }

    public static Object firstElement_shadow(Vector<?> receiver, Object receiverShadow, Object result) {
        return ListRules.get_shadow(receiver, receiverShadow, 0, result);
    }

    public static Object lastElement_shadow(Vector<?> receiver, Object receiverShadow, Object result) {
        return ListRules.get_shadow(receiver, receiverShadow, receiver.size() - 1, result);
    }

    public static Object push_shadow(Stack<?> receiver, Object receiverShadow, Object item, Object itemShadow) {
        CollectionRules.add_shadow(receiver, receiverShadow, item, itemShadow);
        return itemShadow;
    }

    public static Object pop_shadow(Stack<?> receiver, Object receiverShadow, Object result) {
        return ListRules.remove_shadow(receiver, receiverShadow, receiver.size(), result);
    }

    public static Object peek_shadow(Stack<?> receiver, Object receiverShadow, Object result) {
        return ListRules.get_shadow(receiver, receiverShadow, receiver.size() - 1, result);
    }
}
