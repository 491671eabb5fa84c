package org.atled.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.Stack;
import java.util.Vector;

/** Derivatives of making a list or a deque. */
@RulesFor({ArrayList.class, LinkedList.class, ArrayDeque.class, Vector.class, Stack.class})
public abstract class CollectionConstructorRules {
    private CollectionConstructorRules() {}

    @Constructor
    abstract Collection<?> make();

    @Constructor
    abstract Collection<?> make(int capacity);

    @Constructor
    @SharesElements({"result", "c"})
    abstract Collection<?> makeCopy(Collection<?> c);

    public static Object make_shadow(Collection<?> result) {
        return ContainerShadows.empty(result);
    }

    public static Object make_shadow(int capacity, Collection<?> result) {
        return ContainerShadows.empty(result);
    }

    public static Object makeCopy_shadow(Collection<?> c, Object cShadow, Collection<?> result) {
        return ContainerShadows.copy(result, c, cShadow);
    }
}
