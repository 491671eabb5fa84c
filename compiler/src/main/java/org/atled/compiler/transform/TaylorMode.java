package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
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
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Truncated power series: computes, beside every active number, its Taylor coefficients from order 1 on, an array that {@code
 * null} stands for where it is zero. As in forward mode the control flow is the primal's; unlike there, series are multiplied with
 * each other, so that the order is chosen when the code runs, and order k costs k² instead of 2ᵏ.
 */
public final class TaylorMode {
    private static final String SERIES = "org/atled/runtime/Series";
    private static final String ELEMENTARY = "org/atled/runtime/ElementarySeries";
    private static final Map<Operator, String> ARITHMETIC = Map.of(
            Operator.DADD, "add",
            Operator.DSUB, "subtract",
            Operator.DMUL, "multiply",
            Operator.DDIV, "divide",
            Operator.DNEG, "negate");
    private static final Set<String> UNARY = Set.of(
            "exp", "expm1", "log", "log1p", "log10", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos",
            "atan", "sqrt", "cbrt", "abs");
    private static final Set<String> BINARY = Set.of("pow", "hypot", "atan2", "max", "min");

    private final Activity activity;
    private final Derivatives derivatives;
    private final FunctionBuilder builder;
    private final PrimalCopy copy;
    private final ProtectedCopy protection;

    private TaylorMode(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        this.activity = activity;
        this.derivatives = derivatives;
        this.builder = new FunctionBuilder(name, true);
        this.copy = PrimalCopy.withSeries(activity, primals, builder);
        this.protection = new ProtectedCopy(builder, copy);
    }

    /**
     * The power series of one specialization.
     *
     * @param name its name, with the descriptor {@link Signatures#taylor} gives
     */
    public static Function apply(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        return new TaylorMode(activity, name, primals, derivatives).function();
    }

    /** What no series can be carried through. */
    public static List<Problem> problems(Activity activity) {
        List<Problem> problems = new ArrayList<>();
        for (Block block : activity.flow().reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (!isFollowed(activity, instruction)) {
                    problems.add(new Problem(
                            true,
                            "AtledTaylor",
                            new Site(activity.function().name(), instruction.line()),
                            "taylor = true asks for power series, but none is carried through this line. They follow numbers"
                                    + " of type double through arithmetic, Math, branches, loops and methods: keep what"
                                    + " depends on a variable out of arrays, fields and objects, or remove taylor."));
                }
            }
        }
        return problems;
    }

    private static boolean isFollowed(Activity activity, Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        boolean takes = instruction.operands().stream().anyMatch(activity::isActive);
        boolean gives = instruction.result() != null && activity.isActive(instruction.result());
        if (instruction.operands().stream().anyMatch(each -> activity.isActive(each) && !isNumber(each))
                || gives && !isNumber(instruction.result())) {
            return false;
        }
        if (treatment instanceof Treatment.Structural) {
            return !takes;
        }
        boolean stores = instruction.op() instanceof Op.ArrayStore || instruction.op() instanceof Op.PutField;
        return !(takes && stores)
                && (!gives || treatment instanceof Treatment.Differentiated || series(instruction, treatment) != null);
    }

    private static boolean isNumber(Value value) {
        return value.type().equals(Type.DOUBLE);
    }

    /** The method that gives the series of a result, {@code null} if there is none. */
    private static MethodReference series(Instruction instruction, Treatment treatment) {
        if (instruction.op() instanceof Op.Arithmetic arithmetic) {
            String name = ARITHMETIC.get(arithmetic.operator());
            String parameters = name == null
                    ? ""
                    : switch (name) {
                        case "multiply" -> "D[DD[D";
                        case "divide" -> "[DD[DD";
                        case "negate" -> "[D";
                        default -> "[D[D";
                    };
            return name == null ? null : new MethodReference(SERIES, name, "(" + parameters + ")[D");
        }
        if (!(treatment instanceof Treatment.Scalar) || !(instruction.op() instanceof Op.Invoke call)) {
            return null;
        }
        String name = call.method().name();
        int operands = instruction.operands().size();
        boolean isKnown = instruction.operands().stream().allMatch(TaylorMode::isNumber)
                && (operands == 1 && UNARY.contains(name)
                        || operands == 2 && BINARY.contains(name)
                        || operands == 3 && name.equals("fma"))
                && Set.of("java/lang/Math", "java/lang/StrictMath")
                        .contains(call.method().owner());
        return isKnown ? new MethodReference(ELEMENTARY, name, "(" + "D[D".repeat(operands) + "D)[D") : null;
    }

    private Function function() {
        copy.enter(new ArrayList<>(), List.of());
        for (Block block : activity.flow().reversePostorder()) {
            BlockBuilder target = copy.block(block.id());
            for (Instruction instruction : block.instructions()) {
                target = visit(block, target, instruction);
            }
            if (block.terminator() instanceof Terminator.Return end && end.value() != null && isNumber(end.value())) {
                int line = end.line();
                TapeCode.leave(target, copy.tape(), Type.OBJECT, copy.second(target, end.value(), line), line);
            }
            target.end(copy.terminator(target, block.terminator()));
        }
        return builder.build();
    }

    private BlockBuilder visit(Block primal, BlockBuilder start, Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        if (treatment instanceof Treatment.Differentiated call) {
            copy.call(start, instruction, derivatives.taylor(call.callee()));
            return protection.afterCall(primal, start, instruction);
        }
        BlockBuilder block = protection.copy(primal, start, instruction);
        Value result = instruction.result();
        if (result != null && activity.isActive(result)) {
            MethodReference series = series(instruction, treatment);
            copy.putSecond(result, block.call(series, instruction.line(), arguments(block, series, instruction)));
        }
        return block;
    }

    /** As the method takes them: of each operand its value, its coefficients or both; last, it may take the result. */
    private Value[] arguments(BlockBuilder block, MethodReference series, Instruction instruction) {
        List<Value> arguments = new ArrayList<>();
        List<Type> types = series.parameters();
        for (int i = 0; i < instruction.operands().size(); i++) {
            Value operand = instruction.operand(i);
            if (isNumberNext(types, arguments)) {
                arguments.add(copy.primal(operand));
            }
            arguments.add(copy.second(block, operand, instruction.line()));
        }
        if (isNumberNext(types, arguments)) {
            arguments.add(copy.primal(instruction.result()));
        }
        return arguments.toArray(Value[]::new);
    }

    private static boolean isNumberNext(List<Type> types, List<Value> arguments) {
        return arguments.size() < types.size() && types.get(arguments.size()).equals(Type.DOUBLE);
    }
}
