package org.atled.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Finds the methods that only print what they are given, such as {@code log(String format, Object... numbers)} of a
 * project: boxed active values may go there.
 */
final class Printing {
    private record Argument(MethodReference method, int index) {}

    private final Primals primals;
    private final Map<Argument, Boolean> known = new HashMap<>();

    Printing(Primals primals) {
        this.primals = primals;
    }

    static boolean isConcatenation(Op.InvokeDynamic dynamic) {
        return dynamic.bootstrap().owner().equals("java/lang/invoke/StringConcatFactory");
    }

    /** Whether a dynamic call only looks at what it is given: it makes a text, compares, or chooses the case of a switch. */
    static boolean isHarmless(Op.InvokeDynamic dynamic) {
        String bootstrap = dynamic.bootstrap().owner();
        return isConcatenation(dynamic)
                || bootstrap.equals("java/lang/runtime/SwitchBootstraps")
                || bootstrap.equals("java/lang/runtime/ObjectMethods");
    }

    /** Whether a static method does nothing with an argument, or what is in it, but print it and look whether it is there. */
    boolean only(MethodReference method, int index) {
        Argument argument = new Argument(method, index);
        Boolean answer = known.get(argument);
        if (answer == null) {
            // A recursive call does what the rest of the method does.
            known.put(argument, true);
            answer = method.parameters().get(index).isReference() && prints(method, index);
            known.put(argument, answer);
        }
        return answer;
    }

    private boolean prints(MethodReference method, int index) {
        Optional<Function> function = primals.find(method);
        if (function.isEmpty()) {
            return false;
        }
        ControlFlow flow = ControlFlow.of(function.get());
        Set<Value> reached = new HashSet<>(Set.of(function.get().parameters().get(index)));
        Set<Value> made = new HashSet<>();
        int before;
        do {
            before = reached.size();
            flow.reversePostorder().forEach(block -> spread(block, flow, reached, made));
        } while (reached.size() > before);
        return flow.reversePostorder().stream().allMatch(block -> isHarmless(block, reached));
    }

    /** To what is in the argument, and to the arrays that the method makes and puts it in. */
    private static void spread(Block block, ControlFlow flow, Set<Value> reached, Set<Value> made) {
        for (Instruction instruction : block.instructions()) {
            Op op = instruction.op();
            if (op instanceof Op.NewArray) {
                made.add(instruction.result());
            } else if (op instanceof Op.ArrayStore
                    && reached.contains(instruction.operand(2))
                    && made.contains(instruction.operand(0))) {
                reached.add(instruction.operand(0));
            } else if ((op instanceof Op.ArrayLoad || op instanceof Op.CheckCast)
                    && reached.contains(instruction.operand(0))) {
                reached.add(instruction.result());
            }
        }
        for (Target target : block.terminator().targets()) {
            List<Value> parameters = flow.block(target.block()).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (reached.contains(target.arguments().get(i))) {
                    reached.add(parameters.get(i));
                }
            }
        }
    }

    private boolean isHarmless(Block block, Set<Value> reached) {
        boolean isReturned = block.terminator() instanceof Terminator.Return end
                && end.value() != null
                && reached.contains(end.value());
        // What a handler gets is not followed.
        return !isReturned
                && block.handlers().isEmpty()
                && block.instructions().stream().allMatch(each -> isHarmless(each, reached));
    }

    private boolean isHarmless(Instruction instruction, Set<Value> reached) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayLoad
                || op instanceof Op.ArrayLength
                || op instanceof Op.CheckCast
                || op instanceof Op.InstanceOf) {
            return true;
        }
        if (op instanceof Op.InvokeDynamic dynamic && isConcatenation(dynamic)
                || op instanceof Op.ArrayStore && reached.contains(instruction.operand(0))) {
            return true;
        }
        for (int i = 0; i < instruction.operands().size(); i++) {
            if (reached.contains(instruction.operand(i)) && !(op instanceof Op.Invoke invoke && isPrinted(invoke, i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isPrinted(Op.Invoke invoke, int index) {
        return CallPropagation.isHarmless(invoke.method(), primals.rules())
                || invoke.kind() == Op.InvokeKind.STATIC && only(invoke.method(), index);
    }
}
