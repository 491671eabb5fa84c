package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
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
 * Takes a loop out of a draft so that it can be run piece by piece: a <em>segment</em> is a method that runs some iterations, a
 * <em>loop</em> one that calls segments to the end, and takes the loop's place. What iterations hand to each other is in
 * <em>cells</em>, arrays of length one, so that a piece can begin wherever the one before has ended: all arguments are
 * references. The first is the {@code control} of {@code org.atled.runtime.CheckpointedLoop}. The draft must have canonical loops
 * ({@link CanonicalizeLoops}).
 */
final class SegmentedLoop {
    private static final int MOST_ARGUMENTS = 100;
    private static final Type CONTROL = Type.INT.array();
    /** Where in the control array the number of iterations is that may be run, and that were run. */
    static final int LIMIT = 0;

    static final int COUNT = 1;

    private static final int UNKNOWN = -1;

    private final Draft draft;
    private final ValueSources sources;
    private final Loop loop;
    private final Set<Value> defined = new HashSet<>();
    private final List<Instruction> literals = new ArrayList<>();
    /** What the loop reads of what was before it, the same in all iterations. */
    private final List<Value> invariants = new ArrayList<>();
    /** What the loop has computed and is read after it. */
    private final List<Value> results = new ArrayList<>();
    /** Blocks that the loop is left for. */
    private final Map<Integer, Target> exits = new LinkedHashMap<>();

    /** The methods made of a loop. */
    record Methods(Function loop, Function segment) {}

    SegmentedLoop(Draft draft, ValueSources sources, Loop loop) {
        this.draft = draft;
        this.sources = sources;
        this.loop = loop;
        blocks().forEach(block -> {
            defined.addAll(block.parameters);
            block.instructions.stream()
                    .map(Instruction::result)
                    .filter(result -> result != null)
                    .forEach(defined::add);
        });
        collectInvariants();
        collectExits();
    }

    private Stream<DraftBlock> blocks() {
        return loop.blocks().stream().map(draft::block);
    }

    private void collectInvariants() {
        Set<Value> found = new LinkedHashSet<>();
        blocks().flatMap(BlockReads::of).forEach(found::add);
        found.removeAll(defined);
        for (Value value : found) {
            if (sources.isConstant(value)) {
                literals.add(sources.definition(value));
            } else {
                invariants.add(value);
            }
        }
    }

    private void collectExits() {
        Set<Value> found = new LinkedHashSet<>();
        blocks().flatMap(block -> block.terminator.targets().stream())
                .filter(target -> !loop.contains(target.block()))
                .forEach(target -> {
                    exits.put(target.block(), target);
                    target.arguments().stream()
                            .filter(value -> defined.contains(value) && !sources.isConstant(value))
                            .forEach(found::add);
                });
        results.addAll(found);
    }

    /** Why the loop has to stay as it is; empty if it need not. */
    Optional<String> obstacle() {
        boolean isCaughtOutside = blocks().flatMap(block -> block.handlers.stream())
                .anyMatch(handler -> !loop.contains(handler.target().block()));
        if (isCaughtOutside) {
            return Optional.of("an exception leaves it for a handler outside");
        }
        if (blocks().flatMap(block -> block.instructions.stream()).anyMatch(each -> each.op() instanceof Op.Monitor)) {
            return Optional.of("it takes a lock");
        }
        if (Stream.of(header().parameters, invariants, results)
                .flatMap(List::stream)
                .anyMatch(sources::isVague)) {
            return Optional.of("it carries an object that is of one class or another");
        }
        if (header().parameters.size() + invariants.size() + results.size() >= MOST_ARGUMENTS) {
            return Optional.of("its iterations hand on more than " + MOST_ARGUMENTS + " values");
        }
        return exits.isEmpty() ? Optional.of("it never ends") : Optional.empty();
    }

    List<Value> invariants() {
        return invariants;
    }

    List<Value> results() {
        return results;
    }

    List<Instruction> literals() {
        return literals;
    }

    Map<Integer, Target> exits() {
        return exits;
    }

    private DraftBlock header() {
        return draft.block(loop.header());
    }

    private int line() {
        return header().line();
    }

    private Type cell(Value value) {
        return Cells.typeFor(sources.typeOf(value));
    }

    /** Whether an invariant goes in as it is. */
    static boolean isPassed(Value invariant) {
        return invariant.type().isReference() && !invariant.type().equals(Type.NULL);
    }

    /** The types of the arguments: control, state, invariants, results. */
    private List<Type> types() {
        List<Type> types = new ArrayList<>(List.of(CONTROL));
        header().parameters.forEach(value -> types.add(cell(value)));
        invariants.forEach(value -> types.add(isPassed(value) ? sources.typeOf(value) : cell(value)));
        results.forEach(value -> types.add(cell(value)));
        return types;
    }

    /**
     * Takes the loop out.
     *
     * @param owner the class the methods go into
     * @param name what their names begin with
     */
    Methods perform(String owner, String name) {
        List<Type> types = types();
        String descriptor = Type.methodDescriptor(types, Type.INT);
        MethodReference segment = new MethodReference(owner, name + "$segment", descriptor);
        MethodReference whole = new MethodReference(owner, name, descriptor);
        Function segmentCode = new Function(segment, true, new SegmentCode(draft, loop, this).blocks(types));
        leaveCall(whole);
        return new Methods(whole(whole, segment), segmentCode);
    }

    /** Segment after segment, each as long as it likes. */
    private Function whole(MethodReference name, MethodReference segment) {
        int line = line();
        FunctionBuilder builder = new FunctionBuilder(name, true);
        FunctionBuilder.BlockBuilder entry = builder.block();
        FunctionBuilder.BlockBuilder body = builder.block();
        FunctionBuilder.BlockBuilder end = builder.block();
        Value[] arguments = name.parameters().stream().map(entry::parameter).toArray(Value[]::new);
        entry.jump(body, line);
        Value index = body.literal(new Constant.OfInt(LIMIT), line);
        Value most = body.literal(new Constant.OfInt(Integer.MAX_VALUE), line);
        body.run(new Op.ArrayStore(Type.INT), line, arguments[0], index, most);
        Value exit = body.call(segment, line, arguments);
        body.end(new Terminator.Branch(
                Terminator.Condition.IFEQ,
                List.of(exit),
                new Target(body.id(), List.of()),
                new Target(end.id(), List.of()),
                line));
        end.end(new Terminator.Return(exit, line));
        return builder.build();
    }

    private void leaveCall(MethodReference method) {
        int line = line();
        DraftBlock call = header();
        InstructionList code = new InstructionList(draft);
        Value control = Cells.make(code, CONTROL, 2, line);
        List<Value> arguments = new ArrayList<>(List.of(control));
        Cells.store(code, control, COUNT, expected(code), line);
        call.parameters.forEach(value -> arguments.add(filledCell(code, value, line)));
        invariants.forEach(value -> arguments.add(isPassed(value) ? value : filledCell(code, value, line)));
        List<Value> resultCells = results.stream()
                .map(value -> Cells.make(code, cell(value), 1, line))
                .toList();
        arguments.addAll(resultCells);
        Value exit = code.call(method, line, arguments.toArray(Value[]::new));
        loop.blocks().stream().filter(id -> id != loop.header()).forEach(draft::remove);
        call.handlers = new ArrayList<>();
        call.instructions = code.instructions;
        List<Target> landings = new ArrayList<>();
        exits.values().forEach(each -> landings.add(new Target(landing(each, resultCells), List.of())));
        call.terminator = leave(landings, exit, line);
    }

    /** How many iterations there will be, if that is plain. */
    private Value expected(InstructionList code) {
        Function function = draft.finish();
        ControlFlow flow = ControlFlow.of(function);
        LoopTree loops = LoopTree.of(flow);
        return TripCounts.of(flow, loops)
                .of(loops.innermost(loop.header()))
                .map(trips -> TapeCode.trips(code, trips, trips.initial(), trips.bound(), line()))
                .orElseGet(() -> code.literal(new Constant.OfInt(UNKNOWN), line()));
    }

    private static Terminator leave(List<Target> landings, Value exit, int line) {
        if (landings.size() == 1) {
            return new Terminator.Jump(landings.get(0), line);
        }
        List<Integer> keys = new ArrayList<>();
        for (int i = 1; i < landings.size(); i++) {
            keys.add(i);
        }
        return new Terminator.Switch(exit, keys, landings, line);
    }

    /** Fetches what the loop has computed and goes on where it would have. */
    private int landing(Target exit, List<Value> cells) {
        int line = line();
        Renaming fetched = new Renaming();
        InstructionList code = new InstructionList(draft);
        exit.arguments().stream().filter(defined::contains).distinct().forEach(value -> {
            int place = results.indexOf(value);
            fetched.put(
                    value,
                    place < 0
                            ? code.append(sources.definition(value).op(), value.type(), line)
                            : Cells.load(code, cells.get(place), line));
        });
        List<Value> arguments = exit.arguments().stream().map(fetched::of).toList();
        int id = draft.newBlockId();
        DraftBlock landing = draft.add(id, List.of(), new Terminator.Jump(new Target(exit.block(), arguments), line));
        landing.instructions = code.instructions;
        return id;
    }

    private Value filledCell(InstructionAppender code, Value value, int line) {
        Value cell = Cells.make(code, cell(value), 1, line);
        Cells.store(code, cell, value, line);
        return cell;
    }
}
