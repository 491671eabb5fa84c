package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes one loop of a draft a method, and leaves a call in its place. Values and blocks keep their ids in the method. The
 * draft must have canonical loops ({@link CanonicalizeLoops}).
 */
final class OutlinedLoop {
    /** More values than this cost more to hand over than a method of its own is worth. */
    private static final int MOST_RESULTS = 8;

    private static final int MOST_EXITS = 4;
    private static final int MOST_SLOTS = 120;
    /** Instructions after a loop that may go along with it. */
    private static final int MOST_AFTER = 40;

    private final Draft draft;
    private final ValueSources sources;
    private final Loop loop;
    private final Value tape;
    private final Set<Integer> inside = new LinkedHashSet<>();
    private final Set<Value> defined = new HashSet<>();
    private final List<Instruction> literals = new ArrayList<>();
    private final List<Value> needed = new ArrayList<>();
    /** Blocks that the loop is left for, with what is handed over to each. */
    private final Map<Integer, Target> exits = new LinkedHashMap<>();

    OutlinedLoop(Draft draft, ValueSources sources, Loop loop) {
        this.draft = draft;
        this.sources = sources;
        this.loop = loop;
        List<Value> parameters = draft.entry().parameters;
        Value last = parameters.isEmpty() ? null : parameters.get(parameters.size() - 1);
        this.tape = last != null && last.type().equals(Signatures.TAPE) ? last : null;
        collectBlocks();
        collectNeeded();
        collectExits();
    }

    /** The loop, what it only leaves for to throw, and a block after it that needs more of it than it hands over. */
    private void collectBlocks() {
        inside.addAll(loop.blocks());
        if (loop.exits().size() == 1 && isFolding(loop.exits().get(0))) {
            inside.add(loop.exits().get(0).to());
        }
        loop.exits().stream()
                .filter(exit -> !exit.isExceptional() && isFailure(exit.to()))
                .forEach(exit -> inside.add(exit.to()));
        inside.stream().map(draft::block).forEach(block -> {
            defined.addAll(block.parameters);
            block.instructions.stream()
                    .map(Instruction::result)
                    .filter(result -> result != null)
                    .forEach(defined::add);
        });
    }

    /** Whether the block of an exit stores what the loop has summed up, and hands fewer values on. */
    private boolean isFolding(Loop.Exit exit) {
        DraftBlock after = draft.block(exit.to());
        Stream<Value> own = Stream.concat(
                after.parameters.stream(), after.instructions.stream().map(Instruction::result));
        return !exit.isExceptional()
                && after.instructions.size() <= MOST_AFTER
                && after.handlers.isEmpty()
                && after.terminator instanceof Terminator.Jump jump
                && jump.target().arguments().size() < after.parameters.size()
                && own.noneMatch(value -> sources.isReadOutside(after.id, value))
                && after.instructions.stream().anyMatch(each -> each.op() instanceof Op.ArrayStore)
                && after.instructions.stream()
                        .allMatch(each -> each.op().leavesMemory() || each.op() instanceof Op.ArrayStore);
    }

    private boolean isFailure(int block) {
        DraftBlock at = draft.block(block);
        return at.terminator instanceof Terminator.Throw && at.handlers.isEmpty();
    }

    private void collectNeeded() {
        Set<Value> found = new LinkedHashSet<>();
        inside.stream().map(draft::block).flatMap(BlockReads::of).forEach(found::add);
        found.removeAll(defined);
        for (Value value : found) {
            if (sources.isConstant(value)) {
                literals.add(sources.definition(value));
            } else {
                needed.add(value);
            }
        }
        if (tape != null && !needed.contains(tape)) {
            needed.add(tape);
        }
    }

    private void collectExits() {
        for (int id : inside) {
            draft.block(id).terminator.targets().stream()
                    .filter(target -> !inside.contains(target.block()))
                    .forEach(target -> exits.put(target.block(), target));
        }
    }

    /** Whether the loop can and should have a method of its own. */
    boolean isPossible() {
        boolean isCaughtInside = inside.stream()
                .flatMap(id -> draft.block(id).handlers.stream())
                .allMatch(handler -> inside.contains(handler.target().block()));
        // An exception after the return value is known can lead back into the loop.
        boolean isReturning = inside.stream().anyMatch(id -> draft.block(id).terminator instanceof Terminator.Return);
        boolean isLocking = inside.stream()
                .flatMap(id -> draft.block(id).instructions.stream())
                .anyMatch(each -> each.op() instanceof Op.Monitor);
        int results = exits.values().stream()
                .mapToInt(exit -> results(exit).size())
                .max()
                .orElse(0);
        boolean isSmall = results <= (tape == null ? 1 : MOST_RESULTS) && slots() <= MOST_SLOTS;
        return isCaughtInside
                && !isReturning
                && !isLocking
                && isSmall
                && !exits.isEmpty()
                && exits.size() <= (tape == null ? 1 : MOST_EXITS);
    }

    private int slots() {
        return Stream.concat(header().parameters.stream(), needed.stream())
                .mapToInt(value -> value.type().slots())
                .sum();
    }

    private DraftBlock header() {
        return draft.block(loop.header());
    }

    /** What the loop has computed of what it hands over. */
    private List<Value> results(Target exit) {
        return exit.arguments().stream()
                .filter(value -> defined.contains(value) && !sources.isConstant(value))
                .distinct()
                .toList();
    }

    /** The value that is returned, {@code null} if none is: with several exits it is the exit's number. */
    private Value returned(Target exit) {
        List<Value> results = results(exit);
        return exits.size() > 1 || results.isEmpty() ? null : results.get(0);
    }

    private List<Value> pushed(Target exit) {
        List<Value> results = results(exit);
        return returned(exit) == null ? results : results.subList(1, results.size());
    }

    private Type result() {
        if (exits.size() != 1) {
            return Type.INT;
        }
        Value returned = returned(exits.values().iterator().next());
        return returned == null ? Type.VOID : sources.typeOf(returned);
    }

    /**
     * Cuts the loop out.
     *
     * @param name of the method, which goes into the same class
     */
    Function perform(String name) {
        List<Type> types = Stream.concat(header().parameters.stream(), needed.stream())
                .map(sources::typeOf)
                .toList();
        String descriptor = Type.methodDescriptor(types, result());
        MethodReference method = new MethodReference(draft.name().owner(), name, descriptor);
        Function made = new Function(method, true, blocksOfMethod());
        leaveCall(method);
        return made;
    }

    private List<Block> blocksOfMethod() {
        List<Value> entries = draft.newValuesLike(header().parameters);
        List<Value> parameters = new ArrayList<>(entries);
        parameters.addAll(needed);
        Terminator start = new Terminator.Jump(new Target(loop.header(), entries), header().line());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(draft.newBlockId(), parameters, literals, start));
        List<Block> ends = new ArrayList<>();
        Map<Integer, Target> redirected = new LinkedHashMap<>();
        exits.forEach((block, exit) -> {
            Block end = end(exit, ends.size());
            ends.add(end);
            redirected.put(block, new Target(end.id(), List.of()));
        });
        for (int id : inside) {
            DraftBlock copy = new DraftBlock(draft.block(id).finish());
            copy.replaceTargets(target -> redirected.getOrDefault(target.block(), target));
            blocks.add(copy.finish());
        }
        blocks.addAll(ends);
        return blocks;
    }

    /** Leaves the method by one of the loop's exits. */
    private Block end(Target exit, int exitNumber) {
        int line = header().line();
        InstructionList code = new InstructionList(draft);
        pushed(exit).forEach(value -> TapeCode.push(code, tape, value, line));
        Value returned = exits.size() > 1 ? code.literal(new Constant.OfInt(exitNumber), line) : returned(exit);
        Terminator end = new Terminator.Return(returned, line);
        return new Block(draft.newBlockId(), List.of(), code.instructions, end);
    }

    private void leaveCall(MethodReference method) {
        DraftBlock call = header();
        int line = call.line();
        List<Value> arguments = new ArrayList<>(call.parameters);
        arguments.addAll(needed);
        Value result = method.result().equals(Type.VOID) ? null : draft.newValue(method.result());
        Op invoke = new Op.Invoke(Op.InvokeKind.STATIC, method, false);
        inside.stream().filter(id -> id != loop.header()).forEach(draft::remove);
        call.handlers = new ArrayList<>();
        call.instructions = new ArrayList<>(List.of(new Instruction(result, invoke, arguments, line)));
        List<Integer> landings = new ArrayList<>();
        exits.values().forEach(exit -> landings.add(landing(exit, result, line)));
        call.terminator = leave(landings, result, line);
    }

    private Terminator leave(List<Integer> landings, Value result, int line) {
        List<Target> targets =
                landings.stream().map(id -> new Target(id, List.of())).toList();
        if (targets.size() == 1) {
            return new Terminator.Jump(targets.get(0), line);
        }
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < targets.size() - 1; i++) {
            keys.add(i);
        }
        return new Terminator.Switch(result, keys, targets, line);
    }

    /** Fetches what the method has handed over and goes on where the loop would have. */
    private int landing(Target exit, Value result, int line) {
        Renaming fetched = new Renaming();
        Value returned = returned(exit);
        if (returned != null) {
            fetched.put(returned, result);
        }
        InstructionList code = new InstructionList(draft);
        List<Value> pushed = pushed(exit);
        for (int i = pushed.size() - 1; i >= 0; i--) {
            fetched.put(pushed.get(i), TapeCode.pop(code, tape, sources.typeOf(pushed.get(i)), line));
        }
        exit.arguments().stream()
                .filter(value -> defined.contains(value) && sources.isConstant(value))
                .distinct()
                .forEach(value -> {
                    Op literal = sources.definition(value).op();
                    fetched.put(value, code.append(literal, value.type(), line));
                });
        List<Value> arguments = exit.arguments().stream().map(fetched::of).toList();
        DraftBlock landing = draft.add(
                draft.newBlockId(), List.of(), new Terminator.Jump(new Target(exit.block(), arguments), line));
        landing.instructions = code.instructions;
        return landing.id;
    }
}
