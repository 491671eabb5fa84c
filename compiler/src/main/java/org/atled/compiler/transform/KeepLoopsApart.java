package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Calls innermost loops that run long by way of methods that HotSpot does not inline. It inlines every method of a loop
 * into the method of the loops around it, and compiles some loops worse there than alone; the call
 * costs as much as a few iterations.
 */
public final class KeepLoopsApart {
    /** A loop of fewer iterations is better inlined. */
    private static final int LONG = 32;

    /** So many loops in one method are compiled worse than alone. */
    private static final int MANY = 5;

    /** A switch of this many cases takes more than the 325 bytes up to which HotSpot inlines what is hot. */
    private static final int CASES = 84;

    private final Map<MethodReference, LoopLength> lengths = new HashMap<>();
    private final Map<MethodReference, Function> apart = new HashMap<>();

    private KeepLoopsApart() {}

    /**
     * The same methods and those that are not inlined.
     *
     * @param methods of which the first is not a loop's, as {@link OutlineLoops} makes them
     */
    public static List<Function> apply(List<Function> methods) {
        KeepLoopsApart run = new KeepLoopsApart();
        methods.stream().skip(1).filter(KeepLoopsApart::isInnermost).forEach(run::add);
        if (run.lengths.size() < MANY) {
            return methods;
        }
        List<Function> all = new ArrayList<>();
        for (Function method : methods) {
            all.add(run.redirect(method));
            if (run.apart.containsKey(method.name())) {
                all.add(run.apart.get(method.name()));
            }
        }
        return all;
    }

    private static boolean isInnermost(Function method) {
        return method.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .noneMatch(each -> each.op() instanceof Op.Invoke call
                        && call.method().owner().equals(method.name().owner()));
    }

    private void add(Function loop) {
        LoopLength.of(loop).ifPresent(length -> {
            lengths.put(loop.name(), length);
            apart.put(loop.name(), caller(loop));
        });
    }

    /** A method that does nothing but call the loop, whatever its switch finds: there it is inlined. */
    private static Function caller(Function loop) {
        MethodReference name = new MethodReference(
                loop.name().owner(), loop.name().name() + "$apart", loop.name().descriptor());
        int line = loop.entry().line();
        List<Value> parameters = loop.parameters();
        Value selector = parameters.stream()
                .filter(parameter -> parameter.type().equals(Type.INT))
                .findFirst()
                .orElseThrow();
        Draft draft = new Draft(new Function(
                name, true, List.of(new Block(0, parameters, List.of(), new Terminator.Return(null, line)))));
        InstructionList code = new InstructionList(draft);
        Value result = code.append(
                new Op.Invoke(Op.InvokeKind.STATIC, loop.name(), false),
                name.result(),
                line,
                parameters.toArray(Value[]::new));
        DraftBlock call = draft.add(draft.newBlockId(), List.of(), new Terminator.Return(result, line));
        call.instructions = code.instructions;
        draft.entry().terminator = new Terminator.Switch(
                selector,
                IntStream.range(0, CASES).boxed().toList(),
                Collections.nCopies(CASES + 1, new Target(call.id, List.of())),
                line);
        return draft.finish();
    }

    private Function redirect(Function method) {
        Draft draft = new Draft(method);
        List<DraftBlock> open = new ArrayList<>(draft.blocks());
        for (int i = 0; i < open.size(); i++) {
            DraftBlock rest = redirectFirst(draft, open.get(i));
            if (rest != null) {
                open.add(rest);
            }
        }
        return draft.finish();
    }

    /** Gives the block in which the code goes on after the first call of a loop; {@code null} if there is none. */
    private DraftBlock redirectFirst(Draft draft, DraftBlock block) {
        for (int i = 0; block.handlers.isEmpty() && i < block.instructions.size(); i++) {
            Instruction instruction = block.instructions.get(i);
            if (instruction.op() instanceof Op.Invoke call && lengths.containsKey(call.method())) {
                List<Value> results = instruction.result() == null ? List.of() : List.of(instruction.result());
                DraftBlock rest = draft.add(draft.newBlockId(), results, block.terminator);
                rest.instructions = new ArrayList<>(block.instructions.subList(i + 1, block.instructions.size()));
                block.instructions = new ArrayList<>(block.instructions.subList(0, i));
                choose(draft, block, instruction, call.method(), rest);
                return rest;
            }
        }
        return null;
    }

    private void choose(Draft draft, DraftBlock block, Instruction call, MethodReference loop, DraftBlock rest) {
        int line = call.line();
        InstructionList code = new InstructionList(draft, block.instructions);
        Value length = lengths.get(loop).emit(code, call.operands(), line);
        block.terminator = new Terminator.Branch(
                Condition.IF_ICMPLT,
                List.of(length, code.literal(new Constant.OfInt(LONG), line)),
                call(draft, loop, call, rest),
                call(draft, apart.get(loop).name(), call, rest),
                line);
    }

    private static Target call(Draft draft, MethodReference method, Instruction original, DraftBlock rest) {
        InstructionList code = new InstructionList(draft);
        Value result = code.append(
                new Op.Invoke(Op.InvokeKind.STATIC, method, false),
                method.result(),
                original.line(),
                original.operands().toArray(Value[]::new));
        List<Value> results = result == null ? List.of() : List.of(result);
        DraftBlock block = draft.add(
                draft.newBlockId(), List.of(), new Terminator.Jump(new Target(rest.id, results), original.line()));
        block.instructions = code.instructions;
        return new Target(block.id, List.of());
    }
}
