package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Makes {@code Arrays.stream(a).sum()} and {@code DoubleStream.of(a).sum()} one call on the array, which has a derivative
 * rule: what is between the two calls is an object, whose inside is not differentiated.
 */
public final class FuseStreamSums {
    private static final String STREAM = "java/util/stream/DoubleStream";
    private static final Set<MethodReference> SOURCES = Set.of(
            new MethodReference("java/util/Arrays", "stream", "([D)L" + STREAM + ";"),
            new MethodReference(STREAM, "of", "([D)L" + STREAM + ";"));
    private static final MethodReference SUM = new MethodReference(STREAM, "sum", "()D");
    private static final MethodReference ARRAY_SUM = new MethodReference("org/atled/rules/StreamSums", "sum", "([D)D");

    private final ControlFlow flow;

    private FuseStreamSums(Function function) {
        flow = ControlFlow.of(function);
    }

    public static Function apply(Function function) {
        FuseStreamSums pass = new FuseStreamSums(function);
        Draft draft = new Draft(function);
        draft.blocks().forEach(block -> pass.fuse(block.instructions));
        return draft.finish();
    }

    private void fuse(List<Instruction> instructions) {
        Map<Value, Instruction> streams = new HashMap<>();
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            if (isCall(instruction, SOURCES) && flow.uses(instruction.result()).size() == 1) {
                streams.put(instruction.result(), instruction);
            } else if (isCall(instruction, Set.of(SUM)) && streams.containsKey(instruction.operand(0))) {
                Instruction stream = streams.get(instruction.operand(0));
                Op sum = new Op.Invoke(Op.InvokeKind.STATIC, ARRAY_SUM, false);
                instructions.set(i, new Instruction(instruction.result(), sum, stream.operands(), instruction.line()));
                instructions.remove(stream);
                i--;
            } else if (!instruction.op().isPure()) {
                // Whether the array is null must be seen before anything else is.
                streams.clear();
            }
        }
    }

    private static boolean isCall(Instruction instruction, Set<MethodReference> methods) {
        return instruction.op() instanceof Op.Invoke invoke && methods.contains(invoke.method());
    }
}
