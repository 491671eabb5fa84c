package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every law holds bit for bit, whatever it is: each operator is applied to parameters, literals and the results of
 * other operators on parameters, and where a law applies both sides are computed for all sample values.
 */
class IdentitiesTest {
    private int nextValue;
    private final List<Value> parameters = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Operator.class)
    void everyLawHoldsBitForBit(Operator operator) {
        for (Operator inner : Operator.values()) {
            if (inner.operands().size() == 1) {
                parameters.clear();
                instructions.clear();
                List<Value> first = candidates(operator.operands().get(0), inner);
                List<Value> second = operator.operands().size() == 1
                        ? List.of()
                        : candidates(operator.operands().get(1), inner);
                first.forEach(a -> {
                    if (second.isEmpty()) {
                        check(operator, List.of(a));
                    }
                    second.forEach(b -> check(operator, List.of(a, b)));
                    if (operator.operands().lastIndexOf(a.type()) == 1) {
                        check(operator, List.of(a, a));
                    }
                });
            }
        }
    }

    /** A parameter, literals, and the inner operator on a parameter if its result is of this type. */
    private List<Value> candidates(Type type, Operator inner) {
        List<Value> candidates = new ArrayList<>(List.of(parameter(type)));
        SampleConstants.of(type)
                .subList(0, 4)
                .forEach(constant -> candidates.add(define(type, new Op.Literal(constant), List.of())));
        if (inner.result().equals(type)) {
            Value operand = parameter(inner.operands().get(0));
            candidates.add(define(type, new Op.Arithmetic(inner), List.of(operand)));
        }
        return candidates;
    }

    private Value parameter(Type type) {
        Value parameter = new Value(nextValue++, type);
        parameters.add(parameter);
        return parameter;
    }

    private Value define(Type type, Op op, List<Value> operands) {
        Value result = new Value(nextValue++, type);
        instructions.add(new Instruction(result, op, operands, 0));
        return result;
    }

    private void check(Operator operator, List<Value> operands) {
        Block block = new Block(0, parameters, instructions, new Terminator.Return(null, 0));
        Function function = new Function(new MethodReference("demo/Laws", "f", "()V"), true, List.of(block));
        Definitions definitions = Definitions.of(function);
        Instruction instruction =
                new Instruction(new Value(-1, operator.result()), new Op.Arithmetic(operator), operands, 0);
        Identities.Simpler simpler = new Identities(definitions).simpler(instruction);
        if (simpler != null) {
            List<Value> free = parameters.stream()
                    .filter(p -> operands.stream().anyMatch(o -> reads(o, p)))
                    .toList();
            compare(instruction, simpler, free, new HashMap<>());
        }
    }

    private boolean reads(Value value, Value parameter) {
        return value.equals(parameter)
                || instructions.stream()
                        .anyMatch(i -> i.result().equals(value) && i.operands().contains(parameter));
    }

    private void compare(
            Instruction instruction, Identities.Simpler simpler, List<Value> free, Map<Value, Constant> values) {
        if (free.isEmpty()) {
            Constant expected = evaluate(instruction.op(), instruction.operands(), values);
            Constant actual = simpler.value() != null
                    ? evaluate(simpler.value(), values)
                    : evaluate(simpler.op(), simpler.operands(), values);
            assertThat(actual)
                    .as("%s is %s for %s", instruction, simpler, values)
                    .isEqualTo(expected);
            return;
        }
        for (Constant constant : SampleConstants.of(free.get(0).type())) {
            values.put(free.get(0), constant);
            compare(instruction, simpler, free.subList(1, free.size()), values);
        }
    }

    private Constant evaluate(Value value, Map<Value, Constant> values) {
        if (values.containsKey(value)) {
            return values.get(value);
        }
        Instruction definition = instructions.stream()
                .filter(instruction -> instruction.result().equals(value))
                .findFirst()
                .orElseThrow();
        return evaluate(definition.op(), definition.operands(), values);
    }

    private Constant evaluate(Op op, List<Value> operands, Map<Value, Constant> values) {
        if (op instanceof Op.Literal literal) {
            return literal.constant();
        }
        List<Constant> constants =
                operands.stream().map(operand -> evaluate(operand, values)).toList();
        return ConstantArithmetic.evaluate(((Op.Arithmetic) op).operator(), constants);
    }
}
