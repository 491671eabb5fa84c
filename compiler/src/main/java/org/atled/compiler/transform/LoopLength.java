package org.atled.compiler.transform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * About how many iterations the only loop of a method has, by the arguments of a call: the distance at first between the two
 * numbers that the loop compares. A guess, for loops that step by more than one and by overflow.
 */
final class LoopLength {
    private final Distance distance;

    /** What is compared, each a parameter of the method by its index or a number. */
    private record Distance(Operand larger, Operand smaller) {}

    private record Operand(int parameter, int number) {}

    private LoopLength(Distance distance) {
        this.distance = distance;
    }

    /** Empty for a method that is no loop, several, or one that counts in another way. */
    static Optional<LoopLength> of(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        List<Loop> loops;
        try {
            loops = LoopTree.of(flow).loops();
        } catch (IrreducibleException severalEntries) {
            return Optional.empty();
        }
        if (loops.size() != 1 || !(function.entry().terminator() instanceof Terminator.Jump start)) {
            return Optional.empty();
        }
        Loop loop = loops.get(0);
        Block header = flow.block(loop.header());
        return start.target().block() == header.id() && header.terminator() instanceof Terminator.Branch test
                ? distance(function, header, start.target().arguments(), test, loop)
                : Optional.empty();
    }

    private static Optional<LoopLength> distance(
            Function function, Block header, List<Value> initial, Terminator.Branch test, Loop loop) {
        boolean staysIfTrue = loop.contains(test.then().block());
        if (staysIfTrue == loop.contains(test.otherwise().block())
                || !test.operands().get(0).type().equals(Type.INT)) {
            return Optional.empty();
        }
        Condition stays = staysIfTrue ? test.condition() : test.condition().negated();
        Definitions definitions = Definitions.of(function);
        List<Operand> operands = Stream.concat(
                        test.operands().stream()
                                .map(value -> header.parameters().contains(value)
                                        ? initial.get(header.parameters().indexOf(value))
                                        : value)
                                .map(value -> operand(value, function, definitions)),
                        Stream.of(new Operand(-1, 0)))
                .toList();
        if (operands.contains(null)) {
            return Optional.empty();
        }
        Operand one = operands.get(0);
        Operand other = operands.get(1);
        return switch (stays) {
            case IFLT, IFLE, IF_ICMPLT, IF_ICMPLE -> Optional.of(new LoopLength(new Distance(other, one)));
            case IFGT, IFGE, IF_ICMPGT, IF_ICMPGE -> Optional.of(new LoopLength(new Distance(one, other)));
            default -> Optional.empty();
        };
    }

    /** {@code null} for what only the loop itself knows. */
    private static Operand operand(Value value, Function function, Definitions definitions) {
        int parameter = function.parameters().indexOf(value);
        if (parameter >= 0) {
            return new Operand(parameter, 0);
        }
        return definitions.constant(value) instanceof Constant.OfInt number ? new Operand(-1, number.value()) : null;
    }

    /** Computes it for a call with these arguments. */
    Value emit(InstructionAppender code, List<Value> arguments, int line) {
        Value larger = value(distance.larger(), code, arguments, line);
        return distance.smaller().equals(new Operand(-1, 0))
                ? larger
                : code.arithmetic(Operator.ISUB, line, larger, value(distance.smaller(), code, arguments, line));
    }

    private static Value value(Operand operand, InstructionAppender code, List<Value> arguments, int line) {
        return operand.parameter() >= 0
                ? arguments.get(operand.parameter())
                : code.literal(new Constant.OfInt(operand.number()), line);
    }
}
