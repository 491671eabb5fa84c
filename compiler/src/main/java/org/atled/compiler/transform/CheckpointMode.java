package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.ChangingState;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Reverse mode of a loop that was taken apart ({@link SegmentedLoop}), within a number of bytes: both halves call {@code
 * org.atled.runtime.CheckpointedLoop}, which decides what is recorded, what is saved and what runs again.
 */
public final class CheckpointMode {
    private static final String LOOP = "org/atled/runtime/CheckpointedLoop";
    private static final int STATIC_METHOD = 6;
    private static final String HANDLE = "Ljava/lang/invoke/MethodHandle;";
    private static final Constant.Handle BOOTSTRAP = new Constant.Handle(
            STATIC_METHOD,
            LOOP,
            "of",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;" + HANDLE + HANDLE + HANDLE
                    + "Ljava/lang/String;JI)L" + LOOP + ";",
            false);
    private static final MethodReference FORWARD = new MethodReference(
            LOOP, "forward", "(L" + LOOP + ";[Ljava/lang/Object;" + Signatures.TAPE.descriptor() + ")I");
    private static final MethodReference REVERSE =
            new MethodReference(LOOP, "reverse", "(" + Signatures.TAPE.descriptor() + ")V");

    private CheckpointMode() {}

    /**
     * What may be kept of each loop.
     *
     * @param bytes at least 1
     * @param isPeriodic whether checkpoints are to be set at equal distances
     */
    public record Budget(long bytes, boolean isPeriodic) {}

    /** What a loop calls to run a segment of it. */
    public static Specialization segment(Activity loop) {
        return ((Treatment.Differentiated) loop.treatment(call(loop))).callee();
    }

    private static Instruction call(Activity loop) {
        return loop.flow().reversePostorder().stream()
                .flatMap(block -> block.instructions().stream())
                .filter(each -> loop.treatment(each) instanceof Treatment.Differentiated)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The two halves.
     *
     * @param segment the activity of {@link #segment}
     * @param stable per argument of the loop, whether it keeps its elements until the pullback
     * @param augmented name of the first, with the descriptor {@link Signatures#augmented} gives
     * @param pullback name of the second, with the descriptor {@link Signatures#pullback} gives
     */
    public static ReverseMode.Split split(
            Activity loop,
            Activity segment,
            List<Boolean> stable,
            MethodReference augmented,
            MethodReference pullback,
            Derivatives derivatives,
            Budget budget) {
        Specialization callee = segment.specialization();
        List<Boolean> promised = Pullbacks.stableArguments(loop, call(loop), stable);
        Constant constant = new Constant.Dynamic(
                "loop",
                "L" + LOOP + ";",
                BOOTSTRAP,
                List.of(
                        handle(derivatives.shadowed(callee)),
                        handle(derivatives.augmented(callee, promised)),
                        handle(derivatives.pullback(callee, promised)),
                        new Constant.OfString(ChangingState.of(segment, promised)),
                        new Constant.OfLong(budget.bytes()),
                        new Constant.OfInt(budget.isPeriodic() ? 1 : 0)));
        return new ReverseMode.Split(forward(loop, augmented, constant), reverse(pullback));
    }

    private static Constant handle(MethodReference method) {
        return new Constant.Handle(STATIC_METHOD, method.owner(), method.name(), method.descriptor(), false);
    }

    private static Function forward(Activity loop, MethodReference name, Constant constant) {
        FunctionBuilder builder = new FunctionBuilder(name, true);
        BlockBuilder block = builder.block();
        List<Value> parameters = new ArrayList<>();
        name.parameters().forEach(type -> parameters.add(block.parameter(type.onStack())));
        Value tape = parameters.remove(parameters.size() - 1);
        int line = loop.function().entry().line();
        Value size = block.literal(new Constant.OfInt(parameters.size()), line);
        Type objects = Type.OBJECT.array();
        Value arguments = block.emit(objects, new Op.NewArray(objects), line, size);
        for (int i = 0; i < parameters.size(); i++) {
            Value index = block.literal(new Constant.OfInt(i), line);
            block.run(new Op.ArrayStore(Type.OBJECT), line, arguments, index, parameters.get(i));
        }
        Value exit = block.call(FORWARD, line, block.literal(constant, line), arguments, tape);
        block.end(new Terminator.Return(exit, line));
        return builder.build();
    }

    private static Function reverse(MethodReference name) {
        FunctionBuilder builder = new FunctionBuilder(name, true);
        BlockBuilder block = builder.block();
        Value tape = block.parameter(Signatures.TAPE);
        block.call(REVERSE, 0, tape);
        block.end(new Terminator.Return(null, 0));
        return builder.build();
    }
}
