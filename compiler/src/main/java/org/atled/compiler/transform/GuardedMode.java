package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * The method a user asks for, around {@link ImmediateMode}, which writes shadows while the primal is running: it sets aside
 * what is in them and puts it back should the primal fail.
 */
public final class GuardedMode {
    private static final String ROLLBACK = "org/atled/runtime/Rollback";
    static final MethodReference SAVE = new MethodReference(ROLLBACK, "save", "(Ljava/lang/Object;I[D)[D");
    static final MethodReference SIZE = new MethodReference(ROLLBACK, "size", "(Ljava/lang/Object;)I");
    static final MethodReference RESTORE = new MethodReference(ROLLBACK, "restore", "(Ljava/lang/Object;I[D)V");

    private final FunctionBuilder builder;
    private final List<Value> arguments = new ArrayList<>();
    private final List<Value> shadows = new ArrayList<>();

    private GuardedMode(MethodReference name) {
        this.builder = new FunctionBuilder(name, true);
    }

    /** Whether all shadows are arrays of numbers, which are set aside without allocating. */
    public static boolean isPossible(Specialization root) {
        List<Type> types = root.parameters();
        for (int i = 0; i < types.size(); i++) {
            Type type = types.get(i);
            if (root.active().get(i)
                    && type.isReference()
                    && !(type.isArray() && type.leaf().isFloating())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The derivative.
     *
     * @param name its name, with the descriptor {@link Signatures#joint} gives
     * @param immediate the derivative to call, with the descriptor {@link Signatures#immediate} gives
     */
    public static Function apply(Specialization root, MethodReference name, MethodReference immediate) {
        return new GuardedMode(name).apply(root, immediate);
    }

    private Function apply(Specialization root, MethodReference immediate) {
        BlockBuilder entry = builder.block();
        List<Type> types = root.parameters();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(entry.parameter(types.get(i).onStack()));
            if (root.active().get(i) && types.get(i).isReference()) {
                shadows.add(entry.parameter(types.get(i)));
                arguments.add(shadows.get(shadows.size() - 1));
            }
        }
        arguments.add(entry.parameter(Type.DOUBLE));
        Value accumulate = entry.parameter(Type.INT);
        Value tape = entry.parameter(Signatures.TAPE);
        arguments.add(tape);
        List<Value> starts = new ArrayList<>();
        Value saved = save(entry, tape, starts);
        BlockBuilder attempt = builder.block();
        BlockBuilder failed = builder.block();
        BlockBuilder done = builder.block();
        entry.jump(attempt, 0);
        shadows.forEach(shadow -> attempt.call(ReverseMode.CLEAR, 0, shadow, accumulate));
        Value result = attempt.call(immediate, 0, arguments.toArray(Value[]::new));
        attempt.handle(new Handler(null, new Target(failed.id(), List.of())));
        attempt.jump(done, 0);
        TapeCode.give(done, tape, saved, null, 0);
        done.end(new Terminator.Return(result, 0));
        Value exception = failed.parameter(Type.THROWABLE);
        for (int i = 0; i < shadows.size(); i++) {
            failed.call(RESTORE, 0, shadows.get(i), starts.get(i), saved);
        }
        TapeCode.give(failed, tape, saved, null, 0);
        failed.end(new Terminator.Throw(exception, 0));
        return builder.build();
    }

    /** Copies all shadows into one array, each from its start on. */
    private Value save(BlockBuilder entry, Value tape, List<Value> starts) {
        Value saved = TapeCode.take(entry, tape, Type.DOUBLE.array(), 0);
        Value start = entry.literal(new Constant.OfInt(0), 0);
        for (Value shadow : shadows) {
            starts.add(start);
            saved = entry.call(SAVE, 0, shadow, start, saved);
            Value size = entry.call(SIZE, 0, shadow);
            start = entry.arithmetic(Operator.IADD, 0, start, size);
        }
        return saved;
    }
}
