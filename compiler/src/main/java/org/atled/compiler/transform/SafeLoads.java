package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Value;

/** Which array loads cannot fail at a place where they would be done before their turn. */
final class SafeLoads {
    private final ControlFlow flow;
    private final LoopTree loops;
    private final Dominators dominators;
    private final Inductions inductions;
    private final Map<Value, Op.Literal> added = new HashMap<>();

    SafeLoads(ControlFlow flow, LoopTree loops, Dominators dominators) {
        this.flow = flow;
        this.loops = loops;
        this.dominators = dominators;
        inductions = new Inductions(flow, loops);
    }

    /** The literal that a value is, {@code null} if it is none. */
    Op.Literal literal(Value value) {
        Instruction definition = inductions.definition(value);
        return definition != null
                        && definition.op() instanceof Op.Literal literal
                        && literal.constant().isPure()
                ? literal
                : added.get(value);
    }

    void addLiteral(Value value, Op.Literal literal) {
        added.put(value, literal);
    }

    /** Whether the array was made here with a length above the index, in all that leads to the end of this block. */
    boolean isSafe(Instruction load, int block) {
        Instruction array = inductions.definition(load.operand(0));
        if (array == null || !(array.op() instanceof Op.NewArray)) {
            return false;
        }
        Value length = array.operand(0);
        Value index = load.operand(1);
        Integer number = number(index);
        return number != null
                ? number >= 0 && number(length) != null && number < number(length)
                : isNeverNegative(index) && isBelow(index, length, block);
    }

    private Integer number(Value value) {
        Op.Literal literal = literal(value);
        return literal != null && literal.constant() instanceof Constant.OfInt number ? number.value() : null;
    }

    /** Whether a variable counts upwards by one from 0 or more, and stops before it overflows. */
    private boolean isNeverNegative(Value index) {
        Optional<Inductions.Induction> induction = induction(index);
        return induction.isPresent()
                && induction.get().step() == 1
                && isStart(induction.get().initial())
                && bound(index) != null;
    }

    private boolean isStart(Value initial) {
        Integer number = number(initial);
        if (number != null) {
            return number >= 0;
        }
        Instruction sum = inductions.definition(initial);
        return isNeverNegative(initial)
                || sum != null
                        && sum.op() instanceof Op.Arithmetic arithmetic
                        && arithmetic.operator() == Operator.IADD
                        && isNeverNegative(sum.operand(0))
                        && Integer.valueOf(1).equals(number(sum.operand(1)));
    }

    private Optional<Inductions.Induction> induction(Value value) {
        return inductions.definition(value) == null ? inductions.of(value) : Optional.empty();
    }

    /** What a variable of a loop is compared with by the header, which goes on while it is less; {@code null} if it is not. */
    private Value bound(Value index) {
        Terminator end = flow.definition(index).terminator();
        boolean isTested = end instanceof Terminator.Branch branch
                && branch.operands().get(0).equals(index)
                && stays(index) == Condition.IF_ICMPLT;
        return isTested ? end.operands().get(1) : null;
    }

    private Condition stays(Value index) {
        Terminator.Branch branch = (Terminator.Branch) flow.definition(index).terminator();
        boolean isThen = branch.then().block() == body(index);
        return isThen ? branch.condition() : branch.condition().negated();
    }

    /** The first block of an iteration after the header. */
    private int body(Value index) {
        Block header = flow.definition(index);
        Loop loop = loops.innermost(header.id());
        return header.terminator().targets().stream()
                .map(Target::block)
                .filter(loop::contains)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a block runs only in iterations that began by finding the variable below the length. */
    private boolean isBelow(Value index, Value length, int block) {
        int body = body(index);
        return length.equals(bound(index)) && flow.predecessors(body).size() == 1 && dominators.dominates(body, block);
    }
}
