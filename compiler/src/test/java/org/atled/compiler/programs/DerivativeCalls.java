package org.atled.compiler.programs;

import java.util.ArrayList;
import java.util.List;
import org.atled.runtime.Tape;

/** Calls the two derivatives of a program by the convention of {@code org.atled.runtime.Core}. */
final class DerivativeCalls {
    private final List<Boolean> active;
    private final Class<?> result;

    DerivativeCalls(List<Boolean> active, Class<?> result) {
        this.active = active;
        this.result = result;
    }

    /** A derivative, compiled or interpreted. */
    interface Code {
        Object call(Object... arguments) throws Throwable;
    }

    /**
     * Results of a forward call.
     *
     * @param tangent of the result, {@code null} if there is none
     */
    record Forward(Object value, Object tangent) {}

    /**
     * Results of a reverse call.
     *
     * @param cotangents one per active argument: a number, or the array that was passed as shadow
     */
    record Reverse(Object value, List<Object> cotangents) {}

    /** Runs forward mode; {@code arguments} and the tangent arrays are changed as the program changes them. */
    Forward forward(Code code, Object[] arguments, Object[] tangents) throws Throwable {
        return chunk(code, arguments, List.<Object[]>of(tangents)).get(0);
    }

    /** The same along several directions at a time; gives the value and a tangent for each. */
    List<Forward> chunk(Code code, Object[] arguments, List<Object[]> directions) throws Throwable {
        Tape tape = Tape.acquire();
        try {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                all.add(arguments[i]);
                if (active.get(i)) {
                    for (Object[] tangents : directions) {
                        all.add(tangents[i]);
                    }
                }
            }
            all.add(tape);
            Object value = code.call(all.toArray());
            List<Forward> results = new ArrayList<>();
            for (int i = 0; i < directions.size(); i++) {
                results.add(new Forward(value, result == void.class ? null : returned(tape, i)));
            }
            return results;
        } finally {
            tape.release();
        }
    }

    private Object returned(Tape tape, int direction) throws ReflectiveOperationException {
        String kind = result == double.class ? "Double" : result == float.class ? "Float" : "Shadow";
        return Tape.class
                .getField("returned" + kind + (direction == 0 ? "" : direction))
                .get(tape);
    }

    /** Runs reverse mode; shadows in {@code seeds} start as cotangents of the final state and end as the gradient. */
    Reverse reverse(Code code, Object[] arguments, Object[] seeds, Object resultSeed, boolean accumulate)
            throws Throwable {
        Tape tape = Tape.acquire();
        try {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                all.add(arguments[i]);
                if (active.get(i) && !(arguments[i] instanceof Number)) {
                    all.add(seeds[i]);
                }
            }
            if (result != void.class) {
                all.add(resultSeed);
            }
            all.add(accumulate);
            all.add(tape);
            Object value = code.call(all.toArray());
            return new Reverse(value, cotangents(arguments, seeds, tape));
        } finally {
            tape.release();
        }
    }

    private List<Object> cotangents(Object[] arguments, Object[] seeds, Tape tape) {
        List<Object> cotangents = new ArrayList<>();
        for (int i = arguments.length - 1; i >= 0; i--) {
            if (active.get(i)) {
                cotangents.add(0, arguments[i] instanceof Number ? (Object) tape.popDouble() : seeds[i]);
            }
        }
        return cotangents;
    }
}
