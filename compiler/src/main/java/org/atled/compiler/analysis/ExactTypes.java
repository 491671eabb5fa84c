package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * References of which the exact class is known: those that the function has just made, through casts and through joins of
 * objects of one class.
 */
public final class ExactTypes {
    private final Map<Value, Type> known;
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Value, List<Value>> arguments = new HashMap<>();

    private ExactTypes(Function function, Map<Value, Type> known) {
        this.known = new HashMap<>(known);
        function.blocks().forEach(block -> blocks.put(block.id(), block));
        function.blocks().forEach(this::collect);
    }

    /**
     * The exact types of values.
     *
     * @param parameters what is known of parameters to begin with
     */
    public static Map<Value, Type> of(Function function, Map<Value, Type> parameters) {
        ExactTypes run = new ExactTypes(function, parameters);
        boolean changed = true;
        while (changed) {
            int before = run.known.size();
            function.blocks().forEach(block -> block.instructions().forEach(run::visit));
            run.arguments.forEach(run::join);
            changed = run.known.size() > before;
        }
        return run.known;
    }

    private void collect(Block block) {
        block.terminator().targets().forEach(target -> collect(target, 0));
        for (Handler handler : block.handlers()) {
            collect(handler.target(), 1);
        }
    }

    private void collect(Target target, int implicit) {
        List<Value> parameters = blocks.get(target.block()).parameters();
        for (int i = 0; i < target.arguments().size(); i++) {
            arguments
                    .computeIfAbsent(parameters.get(implicit + i), first -> new ArrayList<>())
                    .add(target.arguments().get(i));
        }
    }

    private void visit(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.New || op instanceof Op.Create || op instanceof Op.CheckCast cast && cast.isExact()) {
            known.put(instruction.result(), instruction.result().type());
        } else if (op instanceof Op.CheckCast && known.containsKey(instruction.operand(0))) {
            known.put(instruction.result(), known.get(instruction.operand(0)));
        }
    }

    private void join(Value parameter, List<Value> sources) {
        Type type = known.get(sources.get(0));
        if (type != null && sources.stream().allMatch(source -> type.equals(known.get(source)))) {
            known.put(parameter, type);
        }
    }
}
