package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.MathMethods;

/**
 * The calls of functions such as the cosine that a primal makes: where the sine of the same number is pulled back, its cosine
 * need not be computed again.
 */
final class CostlyCalls {
    /** Those that take longer than keeping their result. */
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log1p", "log10", "pow",
            "sinh", "cosh", "tanh", "cbrt", "hypot");

    private record Call(MethodReference method, List<Value> operands) {}

    private final ControlFlow flow;
    private final LoopTree loops;
    private final Map<Call, List<Value>> results = new HashMap<>();
    private final Dominators dominators;

    CostlyCalls(ControlFlow flow, LoopTree loops) {
        this.flow = flow;
        this.loops = loops;
        this.dominators = Dominators.of(flow);
        for (Block block : flow.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() instanceof Op.Invoke call
                        && MathMethods.contains(call.method())
                        && FUNCTIONS.contains(call.method().name())) {
                    Call key = new Call(call.method(), instruction.operands());
                    results.computeIfAbsent(key, each -> new ArrayList<>()).add(instruction.result());
                }
            }
        }
    }

    /** The result of such a call that the primal has made whenever it has run to the end of a block, or {@code null}. */
    Value result(MethodReference method, List<Value> operands, Block block) {
        for (Value result : results.getOrDefault(new Call(method, operands), List.of())) {
            Block home = flow.definition(result);
            Loop loop = loops.innermost(home.id());
            if (home == block
                    || dominators.dominates(home.id(), block.id()) && (loop == null || loop.contains(block.id()))) {
                return result;
            }
        }
        return null;
    }
}
