package org.atled.compiler.ir;

import java.util.List;

/** The last step of a block. */
public sealed interface Terminator {
    /** Source line, 0 if unknown. */
    int line();

    /** The values it reads, without arguments of targets. */
    List<Value> operands();

    /** Its outgoing edges, in a fixed order; empty if control leaves the function. */
    List<Target> targets();

    /** The same terminator with other operands and edges, as many and in the same order. */
    Terminator with(List<Value> operands, List<Target> targets);

    record Jump(Target target, int line) implements Terminator {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Target> targets() {
            return List.of(target);
        }

        @Override
        public Terminator with(List<Value> operands, List<Target> targets) {
            return new Jump(targets.get(0), line);
        }
    }

    /** Goes to {@code then} if the condition holds, else to {@code otherwise}. */
    record Branch(Condition condition, List<Value> operands, Target then, Target otherwise, int line)
            implements Terminator {
        public Branch {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Target> targets() {
            return List.of(then, otherwise);
        }

        @Override
        public Terminator with(List<Value> operands, List<Target> targets) {
            return new Branch(condition, operands, targets.get(0), targets.get(1), line);
        }
    }

    /** Goes to the target whose key equals the selector, else to the default, which is the last of all targets. */
    record Switch(Value selector, List<Integer> keys, List<Target> targets, int line) implements Terminator {
        public Switch {
            keys = List.copyOf(keys);
            targets = List.copyOf(targets);
            if (targets.size() != keys.size() + 1) {
                throw new IllegalArgumentException(
                        "A switch of " + keys.size() + " keys has one target more, not " + targets.size());
            }
        }

        @Override
        public List<Value> operands() {
            return List.of(selector);
        }

        @Override
        public Terminator with(List<Value> operands, List<Target> targets) {
            return new Switch(operands.get(0), keys, targets, line);
        }
    }

    /** Leaves the function; {@code value} is {@code null} if it returns {@code void}. */
    record Return(Value value, int line) implements Terminator {
        @Override
        public List<Value> operands() {
            return value == null ? List.of() : List.of(value);
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }

        @Override
        public Terminator with(List<Value> operands, List<Target> targets) {
            return new Return(operands.isEmpty() ? null : operands.get(0), line);
        }
    }

    record Throw(Value exception, int line) implements Terminator {
        @Override
        public List<Value> operands() {
            return List.of(exception);
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }

        @Override
        public Terminator with(List<Value> operands, List<Target> targets) {
            return new Throw(operands.get(0), line);
        }
    }

    /** Conditions of the JVM's branch opcodes; an {@code IF…} constant compares one operand with 0 or null. */
    enum Condition {
        IFEQ(153, 1),
        IFNE(154, 1),
        IFLT(155, 1),
        IFGE(156, 1),
        IFGT(157, 1),
        IFLE(158, 1),
        IF_ICMPEQ(159, 2),
        IF_ICMPNE(160, 2),
        IF_ICMPLT(161, 2),
        IF_ICMPGE(162, 2),
        IF_ICMPGT(163, 2),
        IF_ICMPLE(164, 2),
        IF_ACMPEQ(165, 2),
        IF_ACMPNE(166, 2),
        IFNULL(198, 1),
        IFNONNULL(199, 1);

        private final int opcode;
        private final int arity;

        Condition(int opcode, int arity) {
            this.opcode = opcode;
            this.arity = arity;
        }

        public int opcode() {
            return opcode;
        }

        public int arity() {
            return arity;
        }

        /** The condition that holds exactly when this one does not. */
        public Condition negated() {
            // The opcodes come in complementary pairs: ifeq/ifne, iflt/ifge, …, ifnull/ifnonnull.
            return values()[ordinal() ^ 1];
        }
    }
}
