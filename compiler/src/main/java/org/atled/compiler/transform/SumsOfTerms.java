package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Tells whether the result of a function is a sum of terms, each computed in one block, whatever the loops and branches
 * around: whether the active numbers that go from block to block are <em>partial sums</em>, which reach the result just
 * once on every path and unchanged but for what is added. The cotangent of a partial sum is that of the result, known from
 * the beginning, so that every term can be pulled back in its own block, right after it was computed.
 *
 * <p>Blocks that every call or every iteration runs once are pulled back at its end: their numbers may go anywhere in it.
 */
final class SumsOfTerms {
    /** Paths are followed value by value: a limit on the work. */
    private static final int MAX_BLOCKS = 500;

    /** Stand for the number of times that a partial sum is added on paths that never return, or that come back. */
    private static final int NEVER_RETURNS = -1;

    private static final int COMES_BACK = -2;
    private static final int NO_SUM = -3;

    private final Activity activity;
    private final ControlFlow flow;
    private final ReversePlan plan;
    private final Dominators dominators;
    private final Block last;
    /** By block, where it is pulled back, if not in itself. */
    private final Map<Integer, Integer> ends = new HashMap<>();

    private SumsOfTerms(ReversePlan plan, Block last) {
        this.plan = plan;
        this.activity = plan.activity();
        this.flow = activity.flow();
        this.dominators = Dominators.of(flow);
        this.last = last;
        for (Block block : flow.reversePostorder()) {
            int end = end(block, plan.loops().innermost(block.id()));
            if (end >= 0) {
                ends.put(block.id(), end);
            }
        }
    }

    /** The block that every call, or every iteration, comes to at its end if it has come to this one; −1 if there is none. */
    private int end(Block block, Loop loop) {
        if (loop == null) {
            return dominators.dominates(block.id(), last.id()) ? last.id() : -1;
        }
        List<Integer> repeating =
                flow.predecessors(loop.header()).stream().filter(loop::contains).toList();
        boolean mayLeave = flow.reversePostorder().stream()
                .anyMatch(each -> loop.contains(each.id())
                        && dominators.dominates(block.id(), each.id())
                        && flow.successors(each.id()).stream()
                                .anyMatch(next ->
                                        !loop.contains(next) && plan.relevance().returns(next)));
        return repeating.size() == 1 && !mayLeave && dominators.dominates(block.id(), repeating.get(0))
                ? repeating.get(0)
                : -1;
    }

    /** The analysis of a function whose result is such a sum, else {@code null}. */
    static SumsOfTerms of(ReversePlan plan, Block last) {
        if (last == null || plan.activity().flow().reversePostorder().size() > MAX_BLOCKS) {
            return null;
        }
        SumsOfTerms sums = new SumsOfTerms(plan, last);
        return sums.runsOnce(plan.activity().function().entry())
                        && sums.hasActiveResult()
                        && sums.leavesMemory()
                        && sums.isSum()
                ? sums
                : null;
    }

    /** Whether the block runs once in every call that returns. */
    private boolean runsOnce(Block block) {
        return ends.getOrDefault(block.id(), -1) == last.id();
    }

    /** Where the block is pulled back: in itself, or after others. */
    int end(Block block) {
        return ends.getOrDefault(block.id(), block.id());
    }

    /** Whether the cotangent of this value is the result's. */
    boolean isPartialSum(Value value) {
        if (!activity.hasCotangent(value) || isAnywhere(value)) {
            return false;
        }
        Block home = flow.definition(value);
        return home.parameters().contains(value)
                || flow.uses(value).stream()
                        .anyMatch(use -> use.block() != home.id()
                                || use.position() >= home.instructions().size());
    }

    /** Whether the cotangent of this value is collected until its block is pulled back. */
    boolean isAnywhere(Value value) {
        Block home = flow.definition(value);
        if (activity.function().parameters().contains(value)) {
            return true;
        }
        Loop loop = plan.loops().innermost(home.id());
        return ends.containsKey(home.id())
                && !home.parameters().contains(value)
                && leavesOnOneEdge(value)
                && (loop == null || flow.uses(value).stream().allMatch(use -> loop.contains(use.block())));
    }

    private boolean hasActiveResult() {
        Value result = ((Terminator.Return) last.terminator()).value();
        return result != null && result.type().equals(Type.DOUBLE) && activity.hasCotangent(result);
    }

    /** Whether nothing active is written, made or returned by a call, and no exception is caught. */
    private boolean leavesMemory() {
        List<Boolean> stable = activity.stableParameters();
        return flow.reversePostorder().stream()
                        .allMatch(block -> block.handlers().isEmpty()
                                && block.instructions().stream().allMatch(this::isSimple))
                && flow.values().stream()
                        .filter(value -> value.type().isReference() && activity.isActive(value))
                        .allMatch(value -> activity.isStable(value, stable));
    }

    private boolean isSimple(Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        Value result = instruction.result();
        boolean isReference = result != null && result.type().isReference() && activity.isActive(result);
        if (instruction.op() instanceof Op.Monitor || FieldAccess.isStore(instruction)) {
            return false;
        }
        return treatment instanceof Treatment.Differentiated
                ? !isReference
                : !(treatment instanceof Treatment.Structural) && !(treatment instanceof Treatment.Created);
    }

    private boolean isSum() {
        return flow.values().stream()
                .allMatch(value -> isPartialSum(value)
                        ? isAddedOnce(value)
                        : !activity.hasCotangent(value) || !isAnywhere(value) || leavesOnOneEdge(value));
    }

    /** What is pulled back later and is passed on goes where its block goes in any case. */
    private boolean leavesOnOneEdge(Value value) {
        return flow.uses(value).stream()
                .filter(use ->
                        use.position() >= flow.block(use.block()).instructions().size())
                .allMatch(use -> flow.block(use.block()).terminator().targets().size() <= 1);
    }

    private boolean isAddedOnce(Value sum) {
        Block home = flow.definition(sum);
        int first = 0;
        for (int i = 0; i < home.instructions().size(); i++) {
            if (sum.equals(home.instructions().get(i).result())) {
                first = i + 1;
            }
        }
        int times = new Paths(sum, home).from(home, first);
        return times == 1 || times == NEVER_RETURNS;
    }

    /** How often a partial sum is added to others on the paths from its definition. */
    private final class Paths {
        private final Value sum;
        private final Block home;
        private final Map<Integer, Integer> known = new HashMap<>();

        private Paths(Value sum, Block home) {
            this.sum = sum;
            this.home = home;
        }

        private int from(Block block, int first) {
            if (!plan.relevance().returns(block.id())) {
                return NEVER_RETURNS;
            }
            int here = 0;
            for (Use use : flow.uses(sum)) {
                if (use.block() == block.id()
                        && use.position() < block.instructions().size()) {
                    int times = use.position() < first
                            ? NO_SUM
                            : times(sum, block.instructions().get(use.position()));
                    if (times == NO_SUM) {
                        return NO_SUM;
                    }
                    here += times;
                }
            }
            return plus(here, block.terminator() instanceof Terminator.Return end ? returned(end) : after(block));
        }

        private int returned(Terminator.Return end) {
            return sum.equals(end.value()) ? 1 : 0;
        }

        private int after(Block block) {
            int all = NEVER_RETURNS;
            for (Target target : block.terminator().targets()) {
                all = same(all, plus(arguments(target, sum), beyond(target.block())));
            }
            return all;
        }

        private int beyond(int id) {
            if (id == home.id() || !dominators.dominates(home.id(), id)) {
                return 0;
            }
            Integer before = known.putIfAbsent(id, COMES_BACK);
            if (before == null) {
                before = from(flow.block(id), 0);
                known.put(id, before);
            }
            return before;
        }
    }

    private static int plus(int here, int beyond) {
        if (beyond == COMES_BACK && here > 0) {
            return NO_SUM;
        }
        return beyond < 0 ? beyond : here + beyond;
    }

    /** What holds on two ways alike. */
    private static int same(int one, int other) {
        if (one == other || other == NEVER_RETURNS) {
            return one;
        }
        if (one == NEVER_RETURNS) {
            return other;
        }
        if (one == NO_SUM || other == NO_SUM) {
            return NO_SUM;
        }
        return one == COMES_BACK ? other : other == COMES_BACK ? one : NO_SUM;
    }

    /** How often an instruction adds a value, unchanged, to a partial sum. */
    private int times(Value value, Instruction instruction) {
        if (!plan.relevance().hasPullback(instruction)) {
            return 0;
        }
        if (!(instruction.op() instanceof Op.Arithmetic arithmetic)) {
            return readsOnly(value, instruction) ? 0 : NO_SUM;
        }
        Operator operator = arithmetic.operator();
        boolean isFirst = value.equals(instruction.operand(0));
        boolean isAdded = operator == Operator.DADD
                && instruction.operands().stream().distinct().count() == 2;
        boolean isMinuend = operator == Operator.DSUB && isFirst && !value.equals(instruction.operand(1));
        return (isAdded || isMinuend) && hasResultsCotangent(instruction.result()) ? 1 : NO_SUM;
    }

    /** Whether a call is given the value where it is passed as a constant. */
    private boolean readsOnly(Value value, Instruction instruction) {
        return activity.treatment(instruction) instanceof Treatment.Differentiated call
                && IntStream.range(0, instruction.operands().size())
                        .noneMatch(i -> instruction.operand(i).equals(value)
                                && call.callee().active().get(i));
    }

    private boolean hasResultsCotangent(Value value) {
        if (isPartialSum(value)) {
            return true;
        }
        Block home = flow.definition(value);
        int times = 0;
        for (Use use : flow.uses(value)) {
            int more = use.block() == home.id() ? times(value, home, use.position()) : NO_SUM;
            if (more == NO_SUM) {
                return false;
            }
            times += more;
        }
        return times == 1;
    }

    private int times(Value value, Block block, int position) {
        if (position < block.instructions().size()) {
            return times(value, block.instructions().get(position));
        }
        // Uses at the end of a block come one by one, so two of them make two.
        return arguments(block, value) > 0 ? 1 : 0;
    }

    /** How often the end of a block hands a value to something that has the cotangent of the result. */
    int arguments(Block block, Value value) {
        int times = block.terminator() instanceof Terminator.Return
                        && block.terminator().operands().contains(value)
                ? 1
                : 0;
        for (Target target : block.terminator().targets()) {
            times += arguments(target, value);
        }
        return times;
    }

    private int arguments(Target target, Value value) {
        List<Value> parameters = flow.block(target.block()).parameters();
        return (int) IntStream.range(0, parameters.size())
                .filter(i -> target.arguments().get(i).equals(value) && activity.hasCotangent(parameters.get(i)))
                .count();
    }
}
