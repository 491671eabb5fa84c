package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Carriers;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Forward mode: computes, beside every active value, its tangent, the derivative along one direction. The control flow is
 * the primal's; loops need no special case, since block parameters come in pairs.
 */
public final class ForwardMode {
    private final Activity activity;
    private final Derivatives derivatives;
    private final Primals primals;
    private final Products products;
    private final FunctionBuilder builder;
    private final PrimalCopy copy;
    private final ProtectedCopy protection;

    private ForwardMode(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        this.activity = activity;
        this.derivatives = derivatives;
        this.primals = primals;
        this.products = new Products(primals);
        this.builder = new FunctionBuilder(name, true);
        this.copy = new PrimalCopy(activity, primals, builder, true);
        this.protection = new ProtectedCopy(builder, copy);
    }

    /**
     * The forward derivative of one specialization.
     *
     * @param name its name, with the descriptor {@link Signatures#forward} gives
     */
    public static Function apply(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        return new ForwardMode(activity, name, primals, derivatives).function();
    }

    private Function function() {
        copy.enter(new ArrayList<>(), List.of());
        for (Block block : activity.flow().reversePostorder()) {
            BlockBuilder target = copy.block(block.id());
            for (Instruction instruction : block.instructions()) {
                target = visit(block, target, instruction);
            }
            if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
                leaveTangent(target, end);
            }
            target.end(copy.terminator(target, block.terminator()));
        }
        return builder.build();
    }

    private void leaveTangent(BlockBuilder block, Terminator.Return end) {
        Type type = end.value().type();
        if (type.isFloating() || copy.hasSecond(end.value())) {
            TapeCode.leave(block, copy.tape(), type, copy.second(block, end.value(), end.line()), end.line());
        } else if (type.isReference() && Carriers.mayHoldNumbers(type)) {
            // A callee may have left the shadow of its own result there.
            TapeCode.leave(block, copy.tape(), type, copy.zerosLike(block, end.value(), end.line()), end.line());
        }
    }

    /** Gives the block where code goes on: not the same one if the instruction is protected. */
    private BlockBuilder visit(Block primal, BlockBuilder start, Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        if (treatment instanceof Treatment.Differentiated call) {
            copy.call(start, instruction, derivatives.forward(call.callee()));
            return protection.afterCall(primal, start, instruction);
        }
        BlockBuilder block = protection.copy(primal, start, instruction);
        Value result = instruction.result();
        if (treatment instanceof Treatment.Structural structural) {
            Type type = result == null ? Type.VOID : result.type();
            structural.rule().pushforward().ifPresent(rule -> {
                Value second = copy.callRule(block, instruction, rule, type);
                if (result != null && copy.hasSecond(result)) {
                    copy.putSecond(result, second);
                }
            });
        } else if (treatment instanceof Treatment.Scalar scalar) {
            pushForward(block, instruction, scalar.rule().partials());
        } else if (instruction.op() instanceof Op.Arithmetic arithmetic) {
            pushForward(block, instruction, Rules.of(arithmetic.operator()).partials());
        } else {
            move(block, instruction);
        }
        return block;
    }

    /** Sum over the active operands of partial times tangent. */
    private void pushForward(BlockBuilder block, Instruction instruction, List<Partial> partials) {
        Value result = instruction.result();
        if (!activity.isActive(result)) {
            return;
        }
        int line = instruction.line();
        Value sum = null;
        for (Partial partial : partials) {
            Value operand = instruction.operand(partial.operand());
            if (activity.isActive(operand)) {
                Value seed = copy.second(block, operand, line);
                Value term =
                        products.emit(block, partial, index -> primal(instruction, index), seed, result.type(), line);
                sum = sum == null ? term : add(block, sum, term, line);
            }
        }
        copy.putSecond(result, sum);
    }

    private Value primal(Instruction instruction, int index) {
        return copy.primal(index == Partial.RESULT ? instruction.result() : instruction.operand(index));
    }

    private static Value add(BlockBuilder block, Value sum, Value term, int line) {
        Operator add = sum.type().equals(Type.DOUBLE) ? Operator.DADD : Operator.FADD;
        return block.arithmetic(add, line, sum, term);
    }

    /** What moves an active value moves its tangent the same way. */
    private void move(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        Value result = instruction.result();
        int line = instruction.line();
        Optional<Slot> slot = FieldAccess.activeSlot(instruction, activity, primals);
        if (slot.isPresent()
                && FieldAccess.isStore(instruction)
                && instruction.operand(1).type().isFloating()) {
            Value object = copy.second(block, instruction.operand(0), line);
            ShadowCode.setNumber(block, object, slot.get(), copy.second(block, instruction.operand(1), line), line);
        } else if (slot.isPresent() && result != null && result.type().isFloating()) {
            Value object = copy.second(block, instruction.operand(0), line);
            copy.putSecond(result, ShadowCode.number(block, object, slot.get(), result.type(), line));
        } else if (op instanceof Op.ArrayLoad
                && activity.isActive(result)
                && result.type().isFloating()) {
            Value array = copy.second(block, instruction.operand(0), line);
            Value index = copy.primal(instruction.operand(1));
            copy.putSecond(result, block.emit(result.type(), op, line, array, index));
        } else if (op instanceof Op.ArrayStore
                && instruction.operand(2).type().isFloating()
                && activity.isActive(instruction.operand(0))) {
            Value array = copy.second(block, instruction.operand(0), line);
            Value index = copy.primal(instruction.operand(1));
            block.run(op, line, array, index, copy.second(block, instruction.operand(2), line));
        } else {
            copy.shadow(block, instruction);
        }
    }
}
