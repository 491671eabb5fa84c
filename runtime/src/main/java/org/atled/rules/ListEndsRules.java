package org.atled.rules;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.Vector;

/** Derivatives of access to the ends of a list, which JDK 21 gave it. */
@RulesFor({List.class, AbstractList.class, ArrayList.class, Vector.class, Stack.class})
public abstract class ListEndsRules {
    private ListEndsRules() {}

    @SinceJdk(21)
    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void addFirst(List<?> receiver, Object e);

    @SinceJdk(21)
    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void addLast(List<?> receiver, Object e);

    @SinceJdk(21)
    @Loads(from = "receiver")
    abstract Object getFirst(List<?> receiver);

    @SinceJdk(21)
    @Loads(from = "receiver")
    abstract Object getLast(List<?> receiver);

    @SinceJdk(21)
    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object removeFirst(List<?> receiver);

    @SinceJdk(21)
    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object removeLast(List<?> receiver);

    public static void addFirst_shadow(List<?> receiver, Object receiverShadow, Object eShadow) {
        ListRules.add_shadow(receiver, receiverShadow, 0, eShadow);
    }

    public static void addLast_shadow(List<?> receiver, Object receiverShadow, Object eShadow) {
        ListRules.add_shadow(receiver, receiverShadow, receiver.size() - 1, eShadow);
    }

    public static Object getFirst_shadow(List<?> receiver, Object receiverShadow, Object result) {
        return ListRules.get_shadow(receiver, receiverShadow, 0, result);
    }

    public static Object getLast_shadow(List<?> receiver, Object receiverShadow, Object result) {
        return ListRules.get_shadow(receiver, receiverShadow, receiver.size() - 1, result);
    }

    public static Object removeFirst_shadow(List<?> receiver, Object receiverShadow, Object result) {
        return ListRules.remove_shadow(receiver, receiverShadow, 0, result);
    }

    public static Object removeLast_shadow(List<?> receiver, Object receiverShadow, Object result) {
        return ListRules.remove_shadow(receiver, receiverShadow, receiver.size(), result);
    }
}
