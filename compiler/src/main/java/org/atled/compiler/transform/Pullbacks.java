package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.rule.RuleMethod;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/** Emits the pullback of one instruction: moves the cotangent of what it computed to what it read. */
final class Pullbacks {
    private final Activity activity;
    private final ReversePlan plan;
    private final CotangentVariables cotangents;
    private final Products products;
    private final Derivatives derivatives;
    private final Value tape;
    private final CostlyCalls calls;

    Pullbacks(ReversePlan plan, CotangentVariables cotangents, Primals primals, Derivatives derivatives, Value tape) {
        this.plan = plan;
        this.activity = plan.activity();
        this.cotangents = cotangents;
        this.products = new Products(primals);
        this.derivatives = derivatives;
        this.tape = tape;
        this.calls = new CostlyCalls(activity.flow(), plan.loops());
    }

    void emit(BlockBuilder block, Instruction instruction, ReverseValues values) {
        Treatment treatment = activity.treatment(instruction);
        if (treatment instanceof Treatment.Differentiated call) {
            call(block, instruction, call);
        } else if (treatment instanceof Treatment.Structural structural) {
            rule(block, instruction, structural.rule().pullback().orElseThrow(), values);
        } else if (treatment instanceof Treatment.Scalar scalar) {
            scalar(block, instruction, scalar.rule().partials(), values);
        } else if (instruction.op() instanceof Op.Arithmetic arithmetic) {
            scalar(block, instruction, Rules.of(arithmetic.operator()).partials(), values);
        } else if (instruction.op() instanceof Op.ArrayLoad) {
            load(block, instruction, values);
        } else if (FieldAccess.isStore(instruction)) {
            put(block, instruction, values);
        } else if (instruction.op() instanceof Op.GetField) {
            get(block, instruction, values);
        } else {
            store(block, instruction, values);
        }
    }

    private void scalar(BlockBuilder block, Instruction instruction, List<Partial> partials, ReverseValues values) {
        int line = instruction.line();
        Value seed = cotangents.take(block, instruction.result(), line);
        for (Partial partial : partials) {
            Value operand = instruction.operand(partial.operand());
            if (activity.hasCotangent(operand)) {
                Value term = products.emit(
                        block,
                        partial,
                        index -> primal(instruction, index, values),
                        (method, operands) -> known(instruction, method, operands, values),
                        seed,
                        operand.type(),
                        line);
                cotangents.add(block, operand, term, line);
            }
        }
    }

    /** What the primal has got of a call of the JDK, {@code null} if it did not make it. */
    private Value known(Instruction instruction, MethodReference method, List<Integer> indexes, ReverseValues values) {
        Block block = instruction.result() == null ? null : activity.flow().definition(instruction.result());
        List<Value> operands = indexes.stream()
                .map(index -> index == Partial.RESULT ? instruction.result() : instruction.operand(index))
                .toList();
        Value result = block == null ? null : calls.result(method, operands, block);
        return result == null ? null : values.primal(result, instruction.line());
    }

    private static Value primal(Instruction instruction, int index, ReverseValues values) {
        Value value = index == Partial.RESULT ? instruction.result() : instruction.operand(index);
        return values.primal(value, instruction.line());
    }

    /** {@code v = a[i]} gives {@code a̅[i] += v̅}. */
    private void load(BlockBuilder block, Instruction instruction, ReverseValues values) {
        int line = instruction.line();
        Type type = instruction.result().type();
        Value seed = cotangents.take(block, instruction.result(), line);
        Value shadow = values.shadow(instruction.operand(0), line);
        Value index = values.primal(instruction.operand(1), line);
        Value before = block.emit(type, instruction.op(), line, shadow, index);
        Value sum = block.emit(type, new Op.Accumulate(type), line, before, seed);
        block.run(new Op.ArrayStore(type), line, shadow, index, sum);
    }

    /** {@code a[i] = v} gives {@code v̅ += a̅[i]; a̅[i] = 0}: what the element was before does not matter any more. */
    private void store(BlockBuilder block, Instruction instruction, ReverseValues values) {
        int line = instruction.line();
        Value stored = instruction.operand(2);
        Value shadow = values.shadow(instruction.operand(0), line);
        Value index = values.primal(instruction.operand(1), line);
        Optional<Increments.Increment> increment = plan.increments().of(instruction);
        if (increment.isPresent()) {
            Value before = block.emit(stored.type(), new Op.ArrayLoad(stored.type()), line, shadow, index);
            Value seed = increment(block, instruction, increment.get(), before);
            if (seed != before) {
                block.run(instruction.op(), line, shadow, index, seed);
            }
            return;
        }
        if (activity.hasCotangent(stored)) {
            Value seed = block.emit(stored.type(), new Op.ArrayLoad(stored.type()), line, shadow, index);
            cotangents.add(block, stored, seed, line);
        }
        Value zero = block.literal(FunctionBuilder.zeroOf(stored.type()), line);
        block.run(instruction.op(), line, shadow, index, zero);
    }

    /** Pulls back what an increment adds; gives the cotangent that is left in its place, which held one before. */
    private Value increment(BlockBuilder block, Instruction store, Increments.Increment increment, Value before) {
        int line = store.line();
        Value sum = store.operand(store.operands().size() - 1);
        Value seed = before;
        if (increment.isSumRead() && activity.hasCotangent(sum)) {
            Value more = cotangents.take(block, sum, line);
            seed = block.emit(sum.type(), new Op.Accumulate(sum.type()), line, before, more);
        }
        cotangents.add(block, increment.addend(), increment.isNegative() ? negated(block, seed, line) : seed, line);
        return seed;
    }

    /** {@code v = o.f} gives {@code o̅.f += v̅}. */
    private void get(BlockBuilder block, Instruction instruction, ReverseValues values) {
        int line = instruction.line();
        Slot slot = slot(instruction);
        Value seed = cotangents.take(block, instruction.result(), line);
        Value shadow = values.shadow(instruction.operand(0), line);
        Value before = ShadowCode.number(block, shadow, slot, seed.type(), line);
        Value sum = block.emit(seed.type(), new Op.Accumulate(seed.type()), line, before, seed);
        ShadowCode.setNumber(block, shadow, slot, sum, line);
    }

    /** {@code o.f = v} gives {@code v̅ += o̅.f; o̅.f = 0}. */
    private void put(BlockBuilder block, Instruction instruction, ReverseValues values) {
        int line = instruction.line();
        Slot slot = slot(instruction);
        Value stored = instruction.operand(1);
        Value shadow = values.shadow(instruction.operand(0), line);
        Optional<Increments.Increment> increment = plan.increments().of(instruction);
        if (increment.isPresent()) {
            Value before = ShadowCode.number(block, shadow, slot, stored.type(), line);
            Value seed = increment(block, instruction, increment.get(), before);
            if (seed != before) {
                ShadowCode.setNumber(block, shadow, slot, seed, line);
            }
            return;
        }
        if (activity.hasCotangent(stored)) {
            cotangents.add(block, stored, ShadowCode.number(block, shadow, slot, stored.type(), line), line);
        }
        ShadowCode.setNumber(block, shadow, slot, block.literal(FunctionBuilder.zeroOf(Type.DOUBLE), line), line);
    }

    private Slot slot(Instruction instruction) {
        return FieldAccess.activeSlot(instruction, activity, plan.primals()).orElseThrow();
    }

    private static Value negated(BlockBuilder block, Value value, int line) {
        return block.arithmetic(value.type().equals(Type.DOUBLE) ? Operator.DNEG : Operator.FNEG, line, value);
    }

    private void call(BlockBuilder block, Instruction instruction, Treatment.Differentiated call) {
        int line = instruction.line();
        List<Value> arguments = new ArrayList<>();
        Value result = instruction.result();
        if (result != null && result.type().isFloating() && activity.isActive(result)) {
            arguments.add(
                    activity.hasCotangent(result)
                            ? cotangents.take(block, result, line)
                            : block.literal(FunctionBuilder.zeroOf(result.type()), line));
        }
        arguments.add(tape);
        List<Boolean> stableArguments = stableArguments(activity, instruction, plan.stable());
        block.call(derivatives.pullback(call.callee(), stableArguments), line, arguments.toArray(Value[]::new));
        fetch(block, instruction, call);
    }

    /** After the pullback of a call: takes the cotangents of active numbers from the tape. */
    void fetch(BlockBuilder block, Instruction instruction, Treatment.Differentiated call) {
        int line = instruction.line();
        for (int i = instruction.operands().size() - 1; i >= 0; i--) {
            Value operand = instruction.operand(i);
            if (call.callee().active().get(i) && operand.type().isFloating()) {
                cotangents.add(block, operand, TapeCode.pop(block, tape, operand.type(), line), line);
            }
        }
    }

    /** Which arguments of a call keep their elements until its pullback. */
    static List<Boolean> stableArguments(Activity activity, Instruction instruction, List<Boolean> stable) {
        return instruction.operands().stream()
                .map(operand -> operand.type().isReference() && activity.isStable(operand, stable))
                .toList();
    }

    private void rule(BlockBuilder block, Instruction instruction, RuleMethod rule, ReverseValues values) {
        int line = instruction.line();
        Value result = instruction.result();
        boolean hasSeed = result != null && activity.hasCotangent(result);
        Value seed = hasSeed ? cotangents.take(block, result, line) : null;
        Value contribution = RuleCall.emit(block, rule, line, argument -> switch (argument.role()) {
            case PRIMAL -> asItWas(instruction, argument.operand(), rule, values);
            case SHADOW -> shadow(block, instruction.operand(argument.operand()), values, line);
            case RESULT -> asItWas(instruction, Partial.RESULT, rule, values);
            case RESULT_SHADOW -> hasSeed ? seed : shadow(block, result, values, line);
        });
        if (contribution != null) {
            instruction.operands().stream()
                    .filter(operand -> operand.type().isFloating())
                    .forEach(operand -> cotangents.add(block, operand, contribution, line));
        }
    }

    /** An operand or the result, an array with what was in it then: only our own rules know not to look into it. */
    private Value asItWas(Instruction instruction, int operand, RuleMethod rule, ReverseValues values) {
        Value value = operand == Partial.RESULT ? instruction.result() : instruction.operand(operand);
        boolean mayChange = value.type().isReference()
                && !rule.method().owner().startsWith("org/atled/rules/")
                && !activity.isStable(value, plan.stable());
        return mayChange
                ? values.load(plan.keeps().snapshot(instruction, operand, value), instruction.line())
                : values.primal(value, instruction.line());
    }

    private Value shadow(BlockBuilder block, Value value, ReverseValues values, int line) {
        return value.type().isReference() && activity.isActive(value)
                ? values.shadow(value, line)
                : block.literal(FunctionBuilder.zeroOf(value.type()), line);
    }
}
