package org.atled.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.Queue;
import org.atled.runtime.ElementShadows;

/** Derivatives of access to a queue or a deque at its ends. */
@RulesFor({Queue.class, Deque.class, LinkedList.class, ArrayDeque.class, PriorityQueue.class})
public abstract class DequeRules {
    private DequeRules() {}

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void addFirst(Deque<?> receiver, Object e);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void addLast(Deque<?> receiver, Object e);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract boolean offerFirst(Deque<?> receiver, Object e);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract boolean offerLast(Deque<?> receiver, Object e);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract void push(Deque<?> receiver, Object e);

    @Loads(from = "receiver")
    abstract Object peek(Queue<?> receiver);

    @Loads(from = "receiver")
    abstract Object element(Queue<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object poll(Queue<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object remove(Queue<?> receiver);

    @Loads(from = "receiver")
    abstract Object peekFirst(Deque<?> receiver);

    @Loads(from = "receiver")
    abstract Object peekLast(Deque<?> receiver);

    @Loads(from = "receiver")
    abstract Object getFirst(Deque<?> receiver);

    @Loads(from = "receiver")
    abstract Object getLast(Deque<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object pollFirst(Deque<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object pollLast(Deque<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object removeFirst(Deque<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object removeLast(Deque<?> receiver);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object pop(Deque<?> receiver);

    public static void addFirst_shadow(Deque<?> receiver, Object receiverShadow, Object eShadow) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            shadow.addFirst(eShadow);
        }
    }

    public static void addLast_shadow(Deque<?> receiver, Object receiverShadow, Object eShadow) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            shadow.addLast(eShadow);
        }
    }

    public static void offerFirst_shadow(Deque<?> receiver, Object receiverShadow, Object eShadow) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            shadow.offerFirst(eShadow);
        }
    }

    public static void offerLast_shadow(Deque<?> receiver, Object receiverShadow, Object eShadow) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            shadow.offerLast(eShadow);
        }
    }

    public static void push_shadow(Deque<?> receiver, Object receiverShadow, Object eShadow) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            shadow.push(eShadow);
        }
    }

    public static Object peek_shadow(Queue<?> receiver, Object receiverShadow, Object result) {
        if (receiverShadow instanceof ElementShadows elements) {
            return elements.get(result);
        }
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.peek();
    }

    public static Object element_shadow(Queue<?> receiver, Object receiverShadow, Object result) {
        if (receiverShadow instanceof ElementShadows elements) {
            return elements.get(result);
        }
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.peek();
    }

    public static Object poll_shadow(Queue<?> receiver, Object receiverShadow, Object result) {
        if (receiverShadow instanceof ElementShadows elements) {
            return elements.take(result);
        }
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.poll();
    }

    public static Object remove_shadow(Queue<?> receiver, Object receiverShadow, Object result) {
        if (receiverShadow instanceof ElementShadows elements) {
            return elements.take(result);
        }
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.poll();
    }

    public static Object peekFirst_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.peekFirst();
    }

    public static Object peekLast_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.peekLast();
    }

    public static Object getFirst_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.peekFirst();
    }

    public static Object getLast_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.peekLast();
    }

    public static Object pollFirst_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.pollFirst();
    }

    public static Object pollLast_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.pollLast();
    }

    public static Object removeFirst_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.pollFirst();
    }

    public static Object removeLast_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.pollLast();
    }

    public static Object pop_shadow(Deque<?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.pollFirst();
    }
}
