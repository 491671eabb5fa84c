package org.atled.compiler.transform;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Finds parameters of blocks that can be variables: set where a value is computed, instead of handed over on every edge. All
 * parameters that hand their values on to each other are one such variable, a web. It must hold for each edge that what was
 * put into the variable last, zero if nothing was, is what the edge hands over.
 */
final class JoinWebs {
    /** A block to which much is handed over is often followed by one that takes the same values on a few more edges. */
    private static final int HANDED_ON = 10;

    /** What is more often set is hardly one variable. */
    private static final int MOST_VALUES = 8;

    private final Draft draft;
    private final ValueSources sources;
    private final IncomingEdges incoming;
    private final DefinedPaths paths;
    private final Map<Value, Web> webs = new LinkedHashMap<>();

    /** Parameters that are one variable, and the values that are put into it. */
    static final class Web {
        final Set<Value> parameters = new LinkedHashSet<>();
        final Set<Value> values = new LinkedHashSet<>();
        /** The blocks that hand over zero. */
        private final BitSet zero = new BitSet();
        /** The blocks that hand over each of the other values. */
        private final Map<Value, BitSet> edges = new HashMap<>();

        private boolean isPossible = true;
    }

    private JoinWebs(Draft draft, int most) {
        this.draft = draft;
        sources = new ValueSources(draft);
        incoming = new IncomingEdges(draft);
        paths = new DefinedPaths(draft);
        draft.blocks().stream().filter(block -> handedOver(block) > most).forEach(block -> begin(block, most));
        draft.blocks().forEach(this::dropProtected);
        dropVague();
        draft.blocks().forEach(this::join);
    }

    /**
     * Webs of the blocks to which more values than this are handed over, over all edges.
     */
    static List<Web> of(Draft draft, int most) {
        JoinWebs run = new JoinWebs(draft, most);
        return new LinkedHashSet<>(run.webs.values())
                .stream().filter(run::isOneVariable).toList();
    }

    /** How many values all edges to a block hand over to it. */
    private int handedOver(DraftBlock block) {
        boolean isHandler = !incoming.exceptional(block.id).isEmpty();
        return isHandler ? 0 : incoming.normal(block.id).size() * block.parameters.size();
    }

    /** Begins a web for each parameter of a block, and of those that hand much of it on. */
    private void begin(DraftBlock block, int most) {
        boolean isNew = false;
        for (Value parameter : block.parameters) {
            if (!parameter.type().equals(Type.NULL) && !webs.containsKey(parameter)) {
                Web web = new Web();
                web.parameters.add(parameter);
                webs.put(parameter, web);
                isNew = true;
            }
        }
        if (isNew) {
            block.terminator.targets().stream()
                    .map(target -> draft.block(target.block()))
                    .filter(next -> handedOver(next) > most / HANDED_ON)
                    .forEach(next -> begin(next, most));
        }
    }

    /** A handler, and what follows it, finds parameters of the block that it protects, but nothing taken from a frame in it. */
    private void dropProtected(DraftBlock block) {
        if (!block.handlers.isEmpty()) {
            block.parameters.stream()
                    .filter(value -> sources.isReadOutside(block.id, value))
                    .forEach(webs::remove);
            block.handlers.forEach(handler -> handler.target().arguments().forEach(webs::remove));
        }
    }

    /** What the JVM may know more of than that it is an object must only be used as one: a frame says no more. */
    private void dropVague() {
        Set<Value> vague = new HashSet<>(webs.keySet());
        vague.removeIf(parameter -> !sources.isVague(parameter));
        for (DraftBlock block : draft.blocks()) {
            block.instructions.forEach(instruction -> dropUsedAsMore(instruction, vague));
            drop(block.terminator.operands(), vague);
            block.handlers.forEach(handler -> drop(handler.target().arguments(), vague));
        }
        boolean isAny = true;
        while (isAny) {
            int before = webs.size();
            draft.blocks().forEach(block -> block.terminator.targets().forEach(target -> dropHandedOn(target, vague)));
            isAny = webs.size() < before;
        }
    }

    private void dropUsedAsMore(Instruction instruction, Set<Value> vague) {
        List<Value> operands = instruction.operands();
        for (int i = 0; i < operands.size(); i++) {
            if (vague.contains(operands.get(i)) && !isAnyObject(instruction.op(), i)) {
                webs.remove(operands.get(i));
            }
        }
    }

    private static boolean isAnyObject(Op op, int operand) {
        if (!(op instanceof Op.Invoke invoke)) {
            return false;
        }
        int parameter = operand - (invoke.kind() == Op.InvokeKind.STATIC ? 0 : 1);
        return parameter >= 0 && invoke.method().parameters().get(parameter).equals(Type.OBJECT);
    }

    private void drop(List<Value> read, Set<Value> vague) {
        read.stream().filter(vague::contains).forEach(webs::remove);
    }

    private void dropHandedOn(Target target, Set<Value> vague) {
        List<Value> parameters = draft.block(target.block()).parameters;
        for (int i = 0; i < parameters.size(); i++) {
            if (!webs.containsKey(parameters.get(i))) {
                drop(target.arguments().subList(i, i + 1), vague);
            }
        }
    }

    private void join(DraftBlock from) {
        for (Target target : from.terminator.targets()) {
            List<Value> parameters = draft.block(target.block()).parameters;
            for (int i = 0; i < parameters.size(); i++) {
                Web web = webs.get(parameters.get(i));
                if (web != null) {
                    join(web, from.id, target.arguments().get(i));
                }
            }
        }
    }

    private void join(Web web, int from, Value argument) {
        if (isZero(argument)) {
            web.zero.set(from);
            return;
        }
        web.edges.computeIfAbsent(argument, key -> new BitSet()).set(from);
        Web other = webs.get(argument);
        if (other == null) {
            web.values.add(argument);
            Instruction definition = sources.definition(argument);
            boolean isMovable = definition == null
                    || !(definition.op() instanceof Op.New) && !(definition.op() instanceof Op.Literal);
            web.isPossible &= isMovable;
        } else if (other != web) {
            web.parameters.addAll(other.parameters);
            web.values.addAll(other.values);
            web.zero.or(other.zero);
            other.edges.forEach((value, blocks) ->
                    web.edges.computeIfAbsent(value, key -> new BitSet()).or(blocks));
            web.isPossible &= other.isPossible;
            other.parameters.forEach(parameter -> webs.put(parameter, web));
        }
    }

    private boolean isZero(Value value) {
        if (!sources.isConstant(value)) {
            return false;
        }
        Constant constant = ((Op.Literal) sources.definition(value).op()).constant();
        Number number = constant.number();
        return constant instanceof Constant.Null
                || number != null && Double.doubleToRawLongBits(number.doubleValue()) == 0;
    }

    private boolean isOneVariable(Web web) {
        return web.isPossible
                && web.values.size() <= MOST_VALUES
                && web.values.stream().allMatch(value -> isOverwritten(value, web));
    }

    /** Whether no edge that hands over another value is reached while the variable still has this one. */
    private boolean isOverwritten(Value value, Web web) {
        if (!web.zero.isEmpty() && paths.after(value, DefinedPaths.NONE).intersects(web.zero)) {
            return false;
        }
        return web.edges.keySet().stream()
                .filter(other -> !other.equals(value))
                .allMatch(other -> paths.home(other) != paths.home(value)
                        && !paths.after(value, paths.home(other)).intersects(web.edges.get(other)));
    }
}
