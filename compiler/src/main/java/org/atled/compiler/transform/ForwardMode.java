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
 * Forward mode: computes, beside every active value, its tangents, the derivatives along one direction or some at a time. The
 * control flow is the primal's; loops need no special case, since block parameters come with their tangents.
 *
 * <p>Several directions share the primal, its control flow and the partials. Each has tangents and shadows of its own, so that
 * what moves or computes references does the same for each in turn, and the result is that of one direction alone, bit for bit.
 */
public final class ForwardMode {
    private final Activity activity;
    private final Derivatives derivatives;
    private final Primals primals;
    private final Products products;
    private final FunctionBuilder builder;
    private final PrimalCopy copy;
    private final ProtectedCopy protection;

    private ForwardMode(
            Activity activity, MethodReference name, int directions, Primals primals, Derivatives derivatives) {
        this.activity = activity;
        this.derivatives = derivatives;
        this.primals = primals;
        this.products = new Products(primals);
        this.builder = new FunctionBuilder(name, true);
        this.copy = PrimalCopy.withTangents(activity, primals, builder, directions);
        this.protection = new ProtectedCopy(builder, copy);
    }

    /**
     * The forward derivative of one specialization.
     *
     * @param name its name, with the descriptor {@link Signatures#forward} gives
     * @param directions how many tangents are carried along, 1 at least
     */
    public static Function apply(
            Activity activity, MethodReference name, int directions, Primals primals, Derivatives derivatives) {
        return new ForwardMode(activity, name, directions, primals, derivatives).function();
    }

    private Function function() {
        copy.enter(new ArrayList<>(), List.of());
        for (Block block : activity.flow().reversePostorder()) {
            BlockBuilder target = copy.block(block.id());
            for (Instruction instruction : block.instructions()) {
                target = visit(block, target, instruction);
            }
            if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
                leaveTangents(target, end);
            }
            target.end(copy.terminator(target, block.terminator()));
        }
        return builder.build();
    }

    private void leaveTangents(BlockBuilder block, Terminator.Return end) {
        Type type = end.value().type();
        int line = end.line();
        boolean isKnown = type.isFloating() || copy.hasSecond(end.value());
        if (!isKnown && !(type.isReference() && Carriers.mayHoldNumbers(type))) {
            return;
        }
        for (int i = 0; i < copy.lanes().size(); i++) {
            Seconds lane = copy.lanes().get(i);
            // A callee may have left the shadow of its own result there.
            Value second = isKnown ? lane.of(block, end.value(), line) : lane.zerosLike(block, end.value(), line);
            TapeCode.leave(block, copy.tape(), type, i, second, line);
        }
    }

    /** Gives the block where code goes on: not the same one if the instruction is protected. */
    private BlockBuilder visit(Block primal, BlockBuilder start, Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        if (treatment instanceof Treatment.Differentiated call) {
            copy.call(
                    start,
                    instruction,
                    derivatives.forward(call.callee(), copy.lanes().size()));
            return protection.afterCall(primal, start, instruction);
        }
        BlockBuilder block = protection.copy(primal, start, instruction);
        Value result = instruction.result();
        if (treatment instanceof Treatment.Structural structural) {
            Type type = result == null ? Type.VOID : result.type();
            structural
                    .rule()
                    .pushforward()
                    .ifPresent(rule -> copy.lanes().forEach(lane -> {
                        Value second = lane.callRule(block, instruction, rule, type);
                        if (result != null && copy.hasSecond(result)) {
                            lane.put(result, second);
                        }
                    }));
        } else if (treatment instanceof Treatment.Scalar scalar) {
            pushForward(block, instruction, scalar.rule().partials());
        } else if (instruction.op() instanceof Op.Arithmetic arithmetic) {
            pushForward(block, instruction, Rules.of(arithmetic.operator()).partials());
        } else {
            copy.lanes().forEach(lane -> move(block, lane, instruction));
        }
        return block;
    }

    /** Sum over the active operands of partial times tangent, along each direction. */
    private void pushForward(BlockBuilder block, Instruction instruction, List<Partial> partials) {
        Value result = instruction.result();
        if (!activity.isActive(result)) {
            return;
        }
        int line = instruction.line();
        List<Partial> used = partials.stream()
                .filter(partial -> activity.isActive(instruction.operand(partial.operand())))
                .toList();
        List<Products.Factor> factors = new ArrayList<>();
        used.forEach(
                partial -> factors.add(products.factor(block, partial, index -> primal(instruction, index), line)));
        for (Seconds lane : copy.lanes()) {
            Value sum = null;
            for (int i = 0; i < used.size(); i++) {
                Value seed = lane.of(block, instruction.operand(used.get(i).operand()), line);
                Value term = factors.get(i).times(block, seed, result.type(), line);
                sum = sum == null ? term : add(block, sum, term, line);
            }
            lane.put(result, sum);
        }
    }

    private Value primal(Instruction instruction, int index) {
        return copy.primal(index == Partial.RESULT ? instruction.result() : instruction.operand(index));
    }

    private static Value add(BlockBuilder block, Value sum, Value term, int line) {
        Operator add = sum.type().equals(Type.DOUBLE) ? Operator.DADD : Operator.FADD;
        return block.arithmetic(add, line, sum, term);
    }

    /** What moves an active value moves its tangent the same way. */
    private void move(BlockBuilder block, Seconds lane, Instruction instruction) {
        Op op = instruction.op();
        Value result = instruction.result();
        int line = instruction.line();
        Optional<Slot> slot = FieldAccess.activeSlot(instruction, activity, primals);
        if (slot.isPresent()
                && FieldAccess.isStore(instruction)
                && instruction.operand(1).type().isFloating()) {
            Value object = lane.of(block, instruction.operand(0), line);
            ShadowCode.setNumber(block, object, slot.get(), lane.of(block, instruction.operand(1), line), line);
        } else if (slot.isPresent() && result != null && result.type().isFloating()) {
            Value object = lane.of(block, instruction.operand(0), line);
            lane.put(result, ShadowCode.number(block, object, slot.get(), result.type(), line));
        } else if (op instanceof Op.ArrayLoad
                && activity.isActive(result)
                && result.type().isFloating()) {
            Value array = lane.of(block, instruction.operand(0), line);
            Value index = copy.primal(instruction.operand(1));
            lane.put(result, block.emit(result.type(), op, line, array, index));
        } else if (op instanceof Op.ArrayStore
                && instruction.operand(2).type().isFloating()
                && activity.isActive(instruction.operand(0))) {
            Value array = lane.of(block, instruction.operand(0), line);
            Value index = copy.primal(instruction.operand(1));
            block.run(op, line, array, index, lane.of(block, instruction.operand(2), line));
        } else {
            lane.shadow(block, instruction);
        }
    }
}
