package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Emits {@code partial · seed}, in forward mode with a tangent and in reverse mode with a cotangent: the one place where
 * rules become code. A rule that is a single expression is copied in, so that only what its formula reads is needed;
 * a longer one is called.
 */
final class Products {
    private static final String STRONG_ZERO = "org/atled/rules/StrongZero";

    private final Primals primals;

    Products(Primals primals) {
        this.primals = primals;
    }

    /**
     * Emits a product of a partial and a seed.
     *
     * @param operand gives primal operands by index, the primal's result for {@code Partial.RESULT}
     * @param type type of the product
     */
    Value emit(BlockBuilder block, Partial partial, IntFunction<Value> operand, Value seed, Type type, int line) {
        return factor(block, partial, operand, line).times(block, seed, type, line);
    }

    /** Emits a partial alone, to be multiplied with several seeds. */
    Factor factor(BlockBuilder block, Partial partial, IntFunction<Value> operand, int line) {
        return factor(block, partial, operand, (method, operands) -> null, line);
    }

    /** Knows results of calls that formulas make, too. */
    @FunctionalInterface
    interface KnownCalls {
        /** What a call with these operands has given, {@code null} if that is not known. */
        Value result(MethodReference method, List<Integer> operands);
    }

    /** The same, with the results of calls that the primal has made in place of the same calls in a formula. */
    Value emit(
            BlockBuilder block,
            Partial partial,
            IntFunction<Value> operand,
            KnownCalls calls,
            Value seed,
            Type type,
            int line) {
        return factor(block, partial, operand, calls, line).times(block, seed, type, line);
    }

    private Factor factor(BlockBuilder block, Partial partial, IntFunction<Value> operand, KnownCalls calls, int line) {
        Optional<Block> expression = expression(partial);
        Optional<Constant> literal = expression.flatMap(Products::literal);
        if (literal.isPresent() && isOne(literal.get(), 1)) {
            return new Factor(null, Factor.Kind.ONE);
        }
        if (literal.isPresent() && isOne(literal.get(), -1)) {
            return new Factor(null, Factor.Kind.MINUS_ONE);
        }
        Value value = expression
                .map(body -> copy(block, body, partial, operand, calls, line))
                .orElseGet(() -> call(block, partial, operand, line));
        return new Factor(value, partial.singular() ? Factor.Kind.SINGULAR : Factor.Kind.PLAIN);
    }

    /**
     * The value of a partial.
     *
     * @param value {@code null} if it is one or minus one
     */
    record Factor(Value value, Kind kind) {
        private enum Kind {
            PLAIN,
            SINGULAR,
            ONE,
            MINUS_ONE
        }

        /** Emits its product with a seed. */
        Value times(BlockBuilder block, Value seed, Type type, int line) {
            if (kind == Kind.ONE) {
                return convert(block, seed, type, line);
            }
            if (kind == Kind.MINUS_ONE) {
                Operator negate = seed.type().equals(Type.DOUBLE) ? Operator.DNEG : Operator.FNEG;
                return convert(block, block.arithmetic(negate, line, seed), type, line);
            }
            Value converted = convert(block, seed, value.type(), line);
            return convert(block, multiply(block, value, converted, kind == Kind.SINGULAR, line), type, line);
        }
    }

    private Optional<Block> expression(Partial partial) {
        return primals.find(partial.method())
                .map(Function::blocks)
                .filter(blocks -> blocks.size() == 1)
                .map(blocks -> blocks.get(0))
                .filter(block -> block.instructions().stream().allMatch(Products::isExpression));
    }

    /** What may be copied into another class: calls of the JDK, but not of helpers that only the rule can reach. */
    private static boolean isExpression(Instruction instruction) {
        return instruction.op().isPure()
                || instruction.op() instanceof Op.Invoke invoke
                        && invoke.kind() == Op.InvokeKind.STATIC
                        && invoke.method().owner().startsWith("java/");
    }

    private static Optional<Constant> literal(Block expression) {
        return expression.instructions().size() == 1
                        && expression.instructions().get(0).op() instanceof Op.Literal literal
                ? Optional.of(literal.constant())
                : Optional.empty();
    }

    private static boolean isOne(Constant constant, int sign) {
        return constant instanceof Constant.OfDouble number && number.value() == sign
                || constant instanceof Constant.OfFloat single && single.value() == sign;
    }

    private static Value copy(
            BlockBuilder block,
            Block expression,
            Partial partial,
            IntFunction<Value> operand,
            KnownCalls calls,
            int line) {
        Map<Value, Integer> parameters = new HashMap<>();
        for (int i = 0; i < expression.parameters().size(); i++) {
            parameters.put(expression.parameters().get(i), partial.arguments().get(i));
        }
        Map<Value, Value> values = new HashMap<>();
        // An operand that is not read must not be asked for: it would have to be kept.
        UnaryOperator<Value> value =
                original -> values.computeIfAbsent(original, parameter -> operand.apply(parameters.get(parameter)));
        for (Instruction instruction : expression.instructions()) {
            Value known = knownCall(instruction, parameters, calls);
            if (known == null) {
                Value[] operands = instruction.operands().stream().map(value).toArray(Value[]::new);
                known = block.emit(instruction.result().type(), instruction.op(), line, operands);
            }
            values.put(instruction.result(), known);
        }
        return value.apply(((Terminator.Return) expression.terminator()).value());
    }

    private static Value knownCall(Instruction instruction, Map<Value, Integer> parameters, KnownCalls calls) {
        return instruction.op() instanceof Op.Invoke call && parameters.keySet().containsAll(instruction.operands())
                ? calls.result(
                        call.method(),
                        instruction.operands().stream().map(parameters::get).toList())
                : null;
    }

    private static Value call(BlockBuilder block, Partial partial, IntFunction<Value> operand, int line) {
        List<Integer> arguments = partial.arguments();
        return block.call(
                partial.method(), line, arguments.stream().map(operand::apply).toArray(Value[]::new));
    }

    private static Value multiply(BlockBuilder block, Value partial, Value seed, boolean singular, int line) {
        String type = partial.type().descriptor();
        if (singular) {
            String descriptor = "(" + type + type + ")" + type;
            return block.call(new MethodReference(STRONG_ZERO, "product", descriptor), line, partial, seed);
        }
        return block.arithmetic(type.equals("D") ? Operator.DMUL : Operator.FMUL, line, partial, seed);
    }

    private static Value convert(BlockBuilder block, Value value, Type type, int line) {
        if (value.type().equals(type)) {
            return value;
        }
        return block.arithmetic(type.equals(Type.DOUBLE) ? Operator.F2D : Operator.D2F, line, value);
    }
}
