package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.atled.compiler.ir.Value;

/**
 * What a JVM frame holds at one point of a method, in values of the IR: each local variable at its first slot, and the
 * operand stack with one element for each value, whatever its width.
 */
final class Frame {
    private final Value[] locals;
    private final List<Value> stack;

    private Frame(Value[] locals, List<Value> stack) {
        this.locals = locals;
        this.stack = stack;
    }

    Frame(int locals) {
        this(new Value[locals], new ArrayList<>());
    }

    Frame copy() {
        return new Frame(locals.clone(), new ArrayList<>(stack));
    }

    /** The frame a handler starts with: these locals, and the exception alone on the stack. */
    Frame caught(Value exception) {
        return new Frame(locals.clone(), new ArrayList<>(List.of(exception)));
    }

    /** A frame of the same shape with these in place of {@link #values}. */
    Frame with(List<Value> values, BitSet live) {
        Frame result = new Frame(locals.length);
        Iterator<Value> next = values.iterator();
        stack.forEach(old -> result.push(next.next()));
        live.stream().forEach(local -> result.store(local, next.next()));
        return result;
    }

    /** The stack from the bottom, then the live locals in order. */
    List<Value> values(BitSet live) {
        List<Value> values = new ArrayList<>(stack);
        live.stream().forEach(local -> values.add(load(local)));
        return values;
    }

    Value load(int local) {
        Value value = locals[local];
        if (value == null) {
            throw new IllegalArgumentException("local variable " + local + " is read before it is written");
        }
        return value;
    }

    void store(int local, Value value) {
        locals[local] = value;
    }

    void push(Value value) {
        stack.add(value);
    }

    Value pop() {
        if (stack.isEmpty()) {
            throw new IllegalArgumentException("the operand stack is empty");
        }
        return stack.remove(stack.size() - 1);
    }

    /** The topmost values, taken off, in the order in which they were pushed. */
    List<Value> pop(int count) {
        if (count > stack.size()) {
            throw new IllegalArgumentException("the operand stack is empty");
        }
        List<Value> top = stack.subList(stack.size() - count, stack.size());
        List<Value> values = List.copyOf(top);
        top.clear();
        return values;
    }

    private List<Value> popSlots(int slots) {
        List<Value> values = new ArrayList<>();
        for (int left = slots; left > 0; left -= values.get(0).type().slots()) {
            values.add(0, pop());
        }
        return values;
    }

    void drop(int slots) {
        popSlots(slots);
    }

    /** Copies the topmost slots to below the {@code under} slots beneath them: all of {@code dup…}. */
    void duplicate(int slots, int under) {
        List<Value> top = popSlots(slots);
        List<Value> beneath = popSlots(under);
        stack.addAll(top);
        stack.addAll(beneath);
        stack.addAll(top);
    }

    void swap() {
        Value top = pop();
        Value below = pop();
        push(top);
        push(below);
    }
}
