package org.atled.compiler.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Evaluation;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** The {@code int} variables of loops that change by a literal in every iteration, and loops that run a known few times. */
public final class Inductions {
    private final ControlFlow flow;
    private final LoopTree loops;
    private final Definitions definitions;

    public Inductions(ControlFlow flow, LoopTree loops) {
        this.flow = flow;
        this.loops = loops;
        definitions = Definitions.of(flow.function());
    }

    /** The instruction that defines a value, {@code null} for a parameter. */
    public Instruction definition(Value value) {
        return definitions.of(value);
    }

    /**
     * How often a loop runs whose header compares a variable with a literal before each iteration, if that is not more
     * than {@code most} times.
     */
    public OptionalInt trips(Loop loop, int most) {
        Block header = flow.block(loop.header());
        if (!(header.terminator() instanceof Terminator.Branch branch)
                || loop.contains(branch.then().block())
                        == loop.contains(branch.otherwise().block())) {
            return OptionalInt.empty();
        }
        boolean staysIfTrue = loop.contains(branch.then().block());
        for (int trips = 0; trips <= most; trips++) {
            Optional<List<Integer>> operands = operands(branch, header, trips);
            if (operands.isEmpty()) {
                return OptionalInt.empty();
            }
            if (Evaluation.holds(branch.condition(), operands.get()) != staysIfTrue) {
                return OptionalInt.of(trips);
            }
        }
        return OptionalInt.empty();
    }

    /** The numbers compared at the beginning of an iteration. */
    private Optional<List<Integer>> operands(Terminator.Branch branch, Block header, int iteration) {
        Integer[] numbers = new Integer[branch.operands().size()];
        for (int i = 0; i < numbers.length; i++) {
            Value operand = branch.operands().get(i);
            Optional<Integer> number = header.parameters().contains(operand)
                    ? of(operand)
                            .flatMap(found ->
                                    literal(found.initial()).map(initial -> initial + iteration * found.step()))
                    : literal(operand);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers[i] = number.get();
        }
        return Optional.of(List.of(numbers));
    }

    /** Whether a parameter of a loop header grows by the same literal in every iteration. */
    public Optional<Induction> of(Value parameter) {
        Block header = flow.definition(parameter);
        Loop loop = loops.innermost(header.id());
        if (loop == null
                || loop.header() != header.id()
                || !parameter.type().descriptor().equals("I")) {
            return Optional.empty();
        }
        int index = header.parameters().indexOf(parameter);
        Value initial = null;
        Integer step = null;
        for (int predecessor : flow.predecessors(header.id())) {
            for (Target target : flow.block(predecessor).terminator().targets()) {
                if (target.block() != header.id()) {
                    continue;
                }
                Value argument = target.arguments().get(index);
                if (!loop.contains(predecessor)) {
                    if (initial != null && initial != argument) {
                        return Optional.empty();
                    }
                    initial = argument;
                } else {
                    Optional<Integer> found = step(parameter, argument);
                    if (found.isEmpty() || step != null && !step.equals(found.get())) {
                        return Optional.empty();
                    }
                    step = found.get();
                }
            }
        }
        return initial == null || step == null ? Optional.empty() : Optional.of(new Induction(initial, step));
    }

    private Optional<Integer> step(Value parameter, Value next) {
        Instruction sum = definitions.of(next);
        if (sum == null || !(sum.op() instanceof Op.Arithmetic arithmetic)) {
            return Optional.empty();
        }
        boolean isSum = arithmetic.operator() == Operator.IADD;
        if (!isSum && arithmetic.operator() != Operator.ISUB) {
            return Optional.empty();
        }
        if (sum.operand(0).equals(parameter)) {
            return literal(sum.operand(1)).map(step -> isSum ? step : -step);
        }
        return isSum && sum.operand(1).equals(parameter) ? literal(sum.operand(0)) : Optional.empty();
    }

    private Optional<Integer> literal(Value value) {
        Instruction definition = definitions.of(value);
        return definition != null
                        && definition.op() instanceof Op.Literal literal
                        && literal.constant() instanceof Constant.OfInt number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    /** In iteration {@code n} since the loop was entered, the value is {@code initial + n · step}. */
    public record Induction(Value initial, int step) {}
}
