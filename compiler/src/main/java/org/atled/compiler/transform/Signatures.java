package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Type;

/** Descriptors of derivative methods, and the tape they take as their last argument. */
public final class Signatures {
    static final String TAPE_CLASS = "org/atled/runtime/Tape";
    static final Type TAPE = Type.object(TAPE_CLASS);

    private Signatures() {}

    /** The primal's parameters, each active one followed by its tangents; the tape. Returns the primal's result. */
    public static String forward(Specialization specialization, int directions) {
        return interleaved(specialization, true, directions, List.of(), ShadowCode::typeOf);
    }

    /** The primal's parameters, each active one followed by its coefficients; the tape. Returns the primal's result. */
    public static String taylor(Specialization specialization) {
        return interleaved(specialization, true, 1, List.of(), Signatures::seriesOf);
    }

    /** The type of what a power series of a value of this type has beside the value. */
    static Type seriesOf(Type primal) {
        return primal.equals(Type.DOUBLE) ? Type.DOUBLE.array() : ShadowCode.typeOf(primal);
    }

    /** The primal's parameters, each active reference followed by its shadow; the tape. Returns the primal's result. */
    public static String augmented(Specialization specialization) {
        return interleaved(specialization, List.of());
    }

    /** As {@link #augmented}, with the result's cotangent; leaves cotangents of active numbers on the tape. */
    public static String immediate(Specialization specialization) {
        return interleaved(specialization, List.of(Type.DOUBLE));
    }

    /** As {@link #augmented}, with the result's cotangent unless it is {@code void}, and {@code boolean accumulate}. */
    public static String joint(Specialization specialization) {
        List<Type> more = new ArrayList<>();
        Type result = specialization.method().result();
        if (!result.equals(Type.VOID)) {
            more.add(ShadowCode.typeOf(result));
        }
        more.add(Type.BOOLEAN);
        return interleaved(specialization, more);
    }

    /** The cotangent of an active floating-point result; the tape. Leaves cotangents of active numbers on the tape. */
    public static String pullback(Activity activity) {
        List<Type> parameters = new ArrayList<>();
        Type result = activity.function().name().result();
        if (result.isFloating() && activity.isResultActive()) {
            parameters.add(result);
        }
        parameters.add(TAPE);
        return Type.methodDescriptor(parameters, Type.VOID);
    }

    private static String interleaved(Specialization specialization, List<Type> more) {
        return interleaved(specialization, false, 1, more, ShadowCode::typeOf);
    }

    private static String interleaved(
            Specialization specialization,
            boolean scalars,
            int directions,
            List<Type> more,
            UnaryOperator<Type> seconds) {
        List<Type> parameters = new ArrayList<>();
        List<Type> primal = specialization.parameters();
        for (int i = 0; i < primal.size(); i++) {
            parameters.add(primal.get(i));
            if (specialization.active().get(i) && (scalars || primal.get(i).isReference())) {
                parameters.addAll(Collections.nCopies(directions, seconds.apply(primal.get(i))));
            }
        }
        parameters.addAll(more);
        parameters.add(TAPE);
        return Type.methodDescriptor(parameters, specialization.method().result());
    }

    /** Where a method leaves the tangent or shadow of a result of this type, along one direction. */
    static FieldReference returned(Type result, int direction) {
        String number = direction == 0 ? "" : Integer.toString(direction);
        if (result.equals(Type.DOUBLE)) {
            return new FieldReference(TAPE_CLASS, "returnedDouble" + number, Type.DOUBLE);
        }
        if (result.equals(Type.FLOAT)) {
            return new FieldReference(TAPE_CLASS, "returnedFloat" + number, Type.FLOAT);
        }
        return new FieldReference(TAPE_CLASS, "returnedShadow" + number, Type.OBJECT);
    }
}
