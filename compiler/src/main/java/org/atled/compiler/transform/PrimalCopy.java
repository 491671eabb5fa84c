package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.RuleMethod;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Copies the primal into a new function and computes shadows beside it: what forward mode and the forward sweep of
 * reverse mode have in common. A reference with a shadow is carried through memory, casts and joins together with it.
 */
final class PrimalCopy {
    private static final MethodReference ZEROS_LIKE =
            new MethodReference("org/atled/runtime/Cotangents", "zerosLike", "(Ljava/lang/Object;)Ljava/lang/Object;");

    private final Activity activity;
    private final Primals callees;
    private final boolean withTangents;
    private final UnaryOperator<Type> seconds;
    private final Map<Value, Value> primals = new HashMap<>();
    private final Map<Value, Value> shadows = new HashMap<>();
    private final Map<Integer, BlockBuilder> blocks = new HashMap<>();
    private Value tape;

    /**
     * A copy in the making.
     *
     * @param withTangents whether active numbers have a second value too, as in forward mode
     */
    PrimalCopy(Activity activity, Primals callees, FunctionBuilder builder, boolean withTangents) {
        this(activity, callees, builder, withTangents, ShadowCode::typeOf);
    }

    /** With the coefficients of a power series as second values of numbers. */
    static PrimalCopy withSeries(Activity activity, Primals callees, FunctionBuilder builder) {
        return new PrimalCopy(activity, callees, builder, true, Signatures::seriesOf);
    }

    private PrimalCopy(
            Activity activity,
            Primals callees,
            FunctionBuilder builder,
            boolean withTangents,
            UnaryOperator<Type> seconds) {
        this.seconds = seconds;
        this.activity = activity;
        this.callees = callees;
        this.withTangents = withTangents;
        for (Block block : activity.flow().reversePostorder()) {
            blocks.put(block.id(), builder.block());
        }
        for (Block block : activity.flow().reversePostorder()) {
            if (block != activity.function().entry()) {
                addParameters(block, blocks.get(block.id()));
            }
        }
    }

    /** Gives the entry its parameters: the primal's, those that are active followed by their second value. */
    void enter(List<Value> extra, List<Type> extraTypes) {
        BlockBuilder entry = blocks.get(activity.function().entry().id());
        List<Value> parameters = activity.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            primals.put(parameter, entry.parameter(parameter.type()));
            boolean isPassed = activity.specialization().active().get(i);
            if (isPassed && (withTangents || parameter.type().isReference())) {
                shadows.put(parameter, entry.parameter(seconds.apply(parameter.type())));
            }
        }
        extraTypes.forEach(type -> extra.add(entry.parameter(type.onStack())));
        tape = entry.parameter(Signatures.TAPE);
        for (Value parameter : parameters) {
            if (hasSecond(parameter) && !shadows.containsKey(parameter)) {
                shadows.put(parameter, zerosLike(entry, parameter, 0));
            }
        }
    }

    /** An exception that lands here comes alone. */
    private void addParameters(Block block, BlockBuilder target) {
        List<Value> parameters = block.parameters();
        boolean isLanding = !activity.flow().exceptionalPredecessors(block.id()).isEmpty();
        if (isLanding) {
            primals.put(parameters.get(0), target.parameter(parameters.get(0).type()));
        }
        parameters.subList(isLanding ? 1 : 0, parameters.size()).forEach(each -> addParameter(target, each));
        if (isLanding && hasSecond(parameters.get(0))) {
            shadows.put(parameters.get(0), zerosLike(target, parameters.get(0), block.line()));
        }
    }

    private void addParameter(BlockBuilder block, Value parameter) {
        primals.put(parameter, block.parameter(parameter.type()));
        if (hasSecond(parameter)) {
            shadows.put(parameter, block.parameter(seconds.apply(parameter.type())));
        }
    }

    Value tape() {
        return tape;
    }

    BlockBuilder block(int id) {
        return blocks.get(id);
    }

    /** Whether the copy carries a tangent or shadow beside this value. */
    boolean hasSecond(Value value) {
        return activity.isActive(value) && (withTangents || value.type().isReference());
    }

    Value primal(Value value) {
        return primals.get(value);
    }

    /** The tangent or shadow of a value; zero, or null, for one that has none. */
    Value second(BlockBuilder block, Value value, int line) {
        Value second = shadows.get(value);
        return second != null ? second : block.literal(FunctionBuilder.zeroOf(seconds.apply(value.type())), line);
    }

    void putSecond(Value value, Value second) {
        shadows.put(value, second);
    }

    /** Copies an instruction as it stands. */
    void copy(BlockBuilder block, Instruction instruction) {
        if (instruction.op() instanceof Op.Initialized) {
            return;
        }
        Value[] operands = operands(instruction);
        if (instruction.result() == null) {
            block.run(instruction.op(), instruction.line(), operands);
        } else {
            Type type = instruction.result().type();
            primals.put(instruction.result(), block.emit(type, instruction.op(), instruction.line(), operands));
        }
    }

    Value[] operands(Instruction instruction) {
        return instruction.operands().stream().map(primals::get).toArray(Value[]::new);
    }

    /** Emits the shadow of what an instruction, already copied, does to references. */
    void shadow(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        Value result = instruction.result();
        int line = instruction.line();
        if (op instanceof Op.ArrayStore && instruction.operand(2).type().isReference()) {
            if (activity.isActive(instruction.operand(0))) {
                Value array = second(block, instruction.operand(0), line);
                Value element = second(block, instruction.operand(2), line);
                ShadowCode.setElement(block, array, primals.get(instruction.operand(1)), element, line);
            }
        } else if (FieldAccess.isStore(instruction)
                && instruction.operand(1).type().isReference()) {
            FieldAccess.activeSlot(instruction, activity, callees).ifPresent(slot -> {
                Value object = second(block, instruction.operand(0), line);
                ShadowCode.setReference(block, object, slot, second(block, instruction.operand(1), line), line);
            });
        } else if (result != null && result.type().isReference() && activity.isActive(result)) {
            shadows.computeIfAbsent(result, key -> shadowOf(block, instruction));
        }
    }

    private Value shadowOf(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        int line = instruction.line();
        Type type = instruction.result().type();
        if (op instanceof Op.NewArray array) {
            Type shadow = ShadowCode.newArrayType(array.type());
            return block.emit(shadow, new Op.NewArray(shadow), line, operands(instruction));
        }
        if (op instanceof Op.CheckCast) {
            Value shadow = second(block, instruction.operand(0), line);
            return TapeCode.cast(block, shadow, ShadowCode.typeOf(type), line);
        }
        if (op instanceof Op.ArrayLoad) {
            Value array = second(block, instruction.operand(0), line);
            return ShadowCode.element(block, array, primals.get(instruction.operand(1)), type, line);
        }
        if (op instanceof Op.GetField) {
            Optional<Slot> slot = FieldAccess.activeSlot(instruction, activity, callees);
            if (slot.isPresent()) {
                Value object = second(block, instruction.operand(0), line);
                return ShadowCode.reference(block, object, slot.get(), type, line);
            }
        }
        if (op instanceof Op.Create creation && activity.treatment(instruction) instanceof Treatment.Created) {
            return ShadowCode.fresh(block, callees.layout(creation.constructor().owner()), line);
        }
        if (op instanceof Op.Literal literal && literal.constant() instanceof Constant.Null) {
            return block.literal(literal.constant(), line);
        }
        return zerosLike(block, instruction.result(), line);
    }

    /** A constant that may be mistaken for an active array: what it collects is dropped. */
    Value zerosLike(BlockBuilder block, Value constant, int line) {
        Value zeros = block.call(ZEROS_LIKE, line, primals.get(constant));
        return TapeCode.cast(block, zeros, ShadowCode.typeOf(constant.type()), line);
    }

    /**
     * Calls a derivative of a callee: primal arguments, each active one followed by its second value, more, the tape.
     */
    void call(BlockBuilder block, Instruction instruction, MethodReference derivative, Value... more) {
        Treatment.Differentiated call = (Treatment.Differentiated) activity.treatment(instruction);
        int line = instruction.line();
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < instruction.operands().size(); i++) {
            Value operand = instruction.operand(i);
            arguments.add(primals.get(operand));
            if (call.callee().active().get(i) && (withTangents || operand.type().isReference())) {
                arguments.add(second(block, operand, line));
            }
        }
        arguments.addAll(List.of(more));
        arguments.add(tape);
        Value result = block.call(derivative, line, arguments.toArray(Value[]::new));
        if (instruction.result() != null) {
            primals.put(instruction.result(), result);
            if (hasSecond(instruction.result())) {
                Type type = instruction.result().type();
                boolean isMissing = type.isReference() && !call.returnsShadow();
                shadows.put(
                        instruction.result(),
                        isMissing
                                ? zerosLike(block, instruction.result(), line)
                                : TapeCode.fetch(block, tape, seconds.apply(type), line));
            }
        }
    }

    /** Calls a rule method; its result, if any, is typed as the shadow of a {@code type}. */
    Value callRule(BlockBuilder block, Instruction instruction, RuleMethod rule, Type type) {
        int line = instruction.line();
        Value result = RuleCall.emit(block, rule, line, argument -> switch (argument.role()) {
            case PRIMAL -> primals.get(instruction.operand(argument.operand()));
            case SHADOW -> second(block, instruction.operand(argument.operand()), line);
            case RESULT -> primals.get(instruction.result());
            case RESULT_SHADOW -> second(block, instruction.result(), line);
        });
        return result == null || !result.type().isReference()
                ? result
                : TapeCode.cast(block, result, ShadowCode.typeOf(type), line);
    }

    /** The terminator with copied operands and, on every edge, a second value after each active one. */
    Terminator terminator(BlockBuilder block, Terminator terminator) {
        List<Value> operands = terminator.operands().stream().map(primals::get).toList();
        List<Target> targets = new ArrayList<>();
        for (Target target : terminator.targets()) {
            targets.add(target(block, target, 0, terminator.line()));
        }
        return terminator.with(operands, targets);
    }

    /** An edge whose first {@code skipped} parameters are left to whoever builds it. */
    Target target(BlockBuilder block, Target target, int skipped, int line) {
        List<Value> parameters = activity.flow().block(target.block()).parameters();
        List<Value> arguments = new ArrayList<>();
        for (int i = skipped; i < parameters.size(); i++) {
            Value argument = target.arguments().get(i - skipped);
            arguments.add(primals.get(argument));
            if (hasSecond(parameters.get(i))) {
                arguments.add(second(block, argument, line));
            }
        }
        return new Target(blocks.get(target.block()).id(), arguments);
    }
}
