package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
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
    private final Activity activity;
    private final boolean withTangents;
    private final UnaryOperator<Type> types;
    private final Map<Value, Value> primals = new HashMap<>();
    private final List<Seconds> lanes = new ArrayList<>();
    private final Map<Integer, BlockBuilder> blocks = new HashMap<>();
    private Value tape;

    /**
     * A copy in the making.
     *
     * @param withTangents whether active numbers have a second value too, as in forward mode
     */
    PrimalCopy(Activity activity, Primals callees, FunctionBuilder builder, boolean withTangents) {
        this(activity, callees, builder, withTangents, 1, ShadowCode::typeOf);
    }

    /** With tangents along several directions. */
    static PrimalCopy withTangents(Activity activity, Primals callees, FunctionBuilder builder, int directions) {
        return new PrimalCopy(activity, callees, builder, true, directions, ShadowCode::typeOf);
    }

    /** With the coefficients of a power series as second values of numbers. */
    static PrimalCopy withSeries(Activity activity, Primals callees, FunctionBuilder builder) {
        return new PrimalCopy(activity, callees, builder, true, 1, Signatures::seriesOf);
    }

    private PrimalCopy(
            Activity activity,
            Primals callees,
            FunctionBuilder builder,
            boolean withTangents,
            int directions,
            UnaryOperator<Type> types) {
        this.types = types;
        this.activity = activity;
        this.withTangents = withTangents;
        for (int i = 0; i < directions; i++) {
            lanes.add(new Seconds(activity, callees, types, primals));
        }
        for (Block block : activity.flow().reversePostorder()) {
            blocks.put(block.id(), builder.block());
        }
        for (Block block : activity.flow().reversePostorder()) {
            if (block != activity.function().entry()) {
                addParameters(block, blocks.get(block.id()));
            }
        }
    }

    /** Gives the entry its parameters: the primal's, those that are active followed by their second values. */
    void enter(List<Value> extra, List<Type> extraTypes) {
        BlockBuilder entry = blocks.get(activity.function().entry().id());
        List<Value> parameters = activity.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            primals.put(parameter, entry.parameter(parameter.type()));
            boolean isPassed = activity.specialization().active().get(i);
            if (isPassed && (withTangents || parameter.type().isReference())) {
                addSeconds(entry, parameter);
            }
        }
        extraTypes.forEach(type -> extra.add(entry.parameter(type.onStack())));
        tape = entry.parameter(Signatures.TAPE);
        for (Value parameter : parameters) {
            if (hasSecond(parameter) && !only().isKnown(parameter)) {
                lanes.forEach(lane -> lane.put(parameter, lane.zerosLike(entry, parameter, 0)));
            }
        }
    }

    private void addSeconds(BlockBuilder block, Value parameter) {
        lanes.forEach(lane -> lane.put(parameter, block.parameter(types.apply(parameter.type()))));
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
            Value exception = parameters.get(0);
            lanes.forEach(lane -> lane.put(exception, lane.zerosLike(target, exception, block.line())));
        }
    }

    private void addParameter(BlockBuilder block, Value parameter) {
        primals.put(parameter, block.parameter(parameter.type()));
        if (hasSecond(parameter)) {
            addSeconds(block, parameter);
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

    /** The second values by direction; one in all modes but those for several. */
    List<Seconds> lanes() {
        return lanes;
    }

    private Seconds only() {
        return lanes.get(0);
    }

    /** The tangent or shadow of a value where there is one direction; zero, or null, for one that has none. */
    Value second(BlockBuilder block, Value value, int line) {
        return only().of(block, value, line);
    }

    void putSecond(Value value, Value second) {
        only().put(value, second);
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
        lanes.forEach(lane -> lane.shadow(block, instruction));
    }

    /**
     * Calls a derivative of a callee: primal arguments, each active one followed by its second values, more, the tape.
     */
    void call(BlockBuilder block, Instruction instruction, MethodReference derivative, Value... more) {
        Treatment.Differentiated call = (Treatment.Differentiated) activity.treatment(instruction);
        int line = instruction.line();
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < instruction.operands().size(); i++) {
            Value operand = instruction.operand(i);
            arguments.add(primals.get(operand));
            if (call.callee().active().get(i) && (withTangents || operand.type().isReference())) {
                lanes.forEach(lane -> arguments.add(lane.of(block, operand, line)));
            }
        }
        arguments.addAll(List.of(more));
        arguments.add(tape);
        Value result = block.call(derivative, line, arguments.toArray(Value[]::new));
        if (instruction.result() != null) {
            primals.put(instruction.result(), result);
            if (hasSecond(instruction.result())) {
                fetch(block, instruction.result(), call.returnsShadow(), line);
            }
        }
    }

    private void fetch(BlockBuilder block, Value result, boolean returnsShadow, int line) {
        boolean isMissing = result.type().isReference() && !returnsShadow;
        for (int i = 0; i < lanes.size(); i++) {
            Seconds lane = lanes.get(i);
            lane.put(
                    result,
                    isMissing
                            ? lane.zerosLike(block, result, line)
                            : TapeCode.fetch(block, tape, types.apply(result.type()), i, line));
        }
    }

    /** Calls a rule method; its result, if any, is typed as the shadow of a {@code type}. */
    Value callRule(BlockBuilder block, Instruction instruction, RuleMethod rule, Type type) {
        return only().callRule(block, instruction, rule, type);
    }

    /** The terminator with copied operands and, on every edge, second values after each active one. */
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
                lanes.forEach(lane -> arguments.add(lane.of(block, argument, line)));
            }
        }
        return new Target(blocks.get(target.block()).id(), arguments);
    }
}
