package org.atled.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.atled.runtime.ElementShadows;

/** Derivatives of what priority queues have that others have not. What its comparator says has none, as in any comparison. */
@RulesFor({Queue.class, PriorityQueue.class})
public abstract class PriorityQueueRules {
    private PriorityQueueRules() {}

    @Constructor
    abstract PriorityQueue<?> make();

    @Constructor
    abstract PriorityQueue<?> make(int capacity);

    @Constructor
    abstract PriorityQueue<?> make(Comparator<?> order);

    @Constructor
    abstract PriorityQueue<?> make(int capacity, Comparator<?> order);

    @Constructor
    @SharesElements({"result", "c"})
    abstract PriorityQueue<?> makeCopy(Collection<?> c);

    @Writes("receiver")
    abstract boolean remove(Queue<?> receiver, Object o);

    /** Which place another queue had the element at is not known any more. */
    public static void remove_shadow(Queue<?> receiver, Object receiverShadow, Object o, boolean result) {
        if (receiverShadow instanceof ElementShadows elements) {
            if (result) {
                elements.take(o);
            }
        } else if (receiverShadow != null && result) {
            throw ContainerShadows.unsupported(receiver);
        }
    }

    public static Object make_shadow() {
        return new ElementShadows();
    }

    public static Object make_shadow(int capacity) {
        return new ElementShadows();
    }

    public static Object make_shadow(Comparator<?> order) {
        return new ElementShadows();
    }

    public static Object make_shadow(int capacity, Comparator<?> order) {
        return new ElementShadows();
    }

    public static Object makeCopy_shadow(Collection<?> c, Object cShadow) {
        ElementShadows shadow = new ElementShadows();
        var elements = ContainerShadows.elements(c, cShadow).iterator();
        c.forEach(element -> shadow.put(element, elements.next()));
        return shadow;
    }
}
