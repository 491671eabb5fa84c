package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes, at the head of a method that is given arrays as shadows, the checks that each array plays one part, and the
 * shadows derivative code is to work on: one for each array of numbers or object, however often it is passed.
 */
final class ShadowArguments {
    private final Wrapper wrapper;
    private final Primal primal;
    private final boolean seeded;
    private final Map<Parameter, String> given;
    private final Map<Parameter, String> shadows = new HashMap<>();
    /** The variable that keeps track of rows; null where no argument has rows. */
    private String all;

    private final List<Statement> afterwards = new ArrayList<>();

    private ShadowArguments(Wrapper wrapper, Map<Parameter, String> given, boolean seeded) {
        this.wrapper = wrapper;
        this.primal = wrapper.primal();
        this.given = given;
        this.seeded = seeded;
    }

    /**
     * For shadows that hold what the user put in.
     *
     * @param given names of the arguments given as shadows of the active arrays
     */
    static ShadowArguments seeded(Wrapper wrapper, Map<Parameter, String> given) {
        return new ShadowArguments(wrapper, given, true).write();
    }

    /** For shadows that are to be overwritten. */
    static ShadowArguments overwritten(Wrapper wrapper, Map<Parameter, String> given) {
        return new ShadowArguments(wrapper, given, false).write();
    }

    /** For new arrays that {@link GradientForms#newShadows} made: only constants remain to be checked. */
    static ShadowArguments fresh(Wrapper wrapper, Map<Parameter, String> made) {
        ShadowArguments shadows = new ShadowArguments(wrapper, made, true);
        if (wrapper.primal().isDeep()) {
            return shadows.write();
        }
        shadows.shadows.putAll(made);
        requireConstants(wrapper);
        return shadows;
    }

    /** Writes the checks that no active array is a constant, too. For primals without rows. */
    static void requireConstants(Wrapper wrapper) {
        for (Parameter array : wrapper.primal().activeArrays()) {
            wrapper.primal().constantArrays().stream()
                    .filter(constant -> mayShare(array, constant))
                    .forEach(constant ->
                            wrapper.add(call("Arguments", "requireConstant", both(array.name(), constant.name()))));
        }
    }

    /** The shadow to pass on for an active array. */
    Expression of(Parameter parameter) {
        return name(shadows.get(parameter));
    }

    /** What is to be done once derivative code has succeeded. */
    List<Statement> afterwards() {
        return afterwards;
    }

    private ShadowArguments write() {
        if (primal.isDeep()) {
            writeDeep();
        } else {
            writeFlat();
        }
        return this;
    }

    private void writeFlat() {
        List<Parameter> arrays = primal.activeArrays();
        for (Parameter array : arrays) {
            wrapper.add(call("Arguments", "requireShadow", both(array.name(), given.get(array))));
        }
        for (int i = 0; i < arrays.size(); i++) {
            for (Parameter other : arrays.subList(0, i)) {
                requirePair(other, arrays.get(i));
            }
            for (Parameter constant : primal.constantArrays()) {
                requireConstant(arrays.get(i), constant);
            }
        }
        for (int i = 0; i < arrays.size(); i++) {
            share(arrays.get(i), arrays.subList(0, i));
        }
    }

    private void requirePair(Parameter first, Parameter second) {
        if (!first.shape().equals(second.shape())) {
            return;
        }
        wrapper.add(call("Arguments", "requireApart", both(given.get(second), first.name())));
        wrapper.add(call("Arguments", "requireApart", both(given.get(first), second.name())));
        List<Expression> arguments = new ArrayList<>();
        for (Parameter array : List.of(first, second)) {
            arguments.addAll(List.of(both(array.name(), given.get(array))));
        }
        wrapper.add(call(
                "Arguments", seeded ? "requireMirrored" : "requireOwnShadows", arguments.toArray(Expression[]::new)));
    }

    private void requireConstant(Parameter array, Parameter constant) {
        if (mayShare(array, constant)) {
            wrapper.add(call("Arguments", "requireConstant", both(array.name(), constant.name())));
            wrapper.add(call("Arguments", "requireApart", both(given.get(array), constant.name())));
        }
    }

    /** Whether a vector can be the constant or one of its rows. */
    private static boolean mayShare(Parameter vector, Parameter constant) {
        return vector.shape().orElseThrow().single()
                == constant.shape().orElseThrow().single();
    }

    /** Seeds were required to coincide; a gradient array that stands for an earlier array's is filled afterwards. */
    private void share(Parameter array, List<Parameter> earlier) {
        if (seeded || earlier.stream().noneMatch(p -> p.shape().equals(array.shape()))) {
            shadows.put(array, given.get(array));
            return;
        }
        String shadow = wrapper.fresh(array.name() + "Shadow");
        shadows.put(array, shadow);
        Expression value = Sharing.choose(array, earlier, this::of, name(given.get(array)));
        wrapper.add(Code.declare(array.shape().orElseThrow().type(), shadow, value));
        afterwards.add(Code.run(call("Shadows", "copyTotal", name(shadow), name(given.get(array)))));
    }

    /** Writes the check that an array is no row of an argument or of its shadow. */
    void requireApartFromRows(String array) {
        if (all != null) {
            wrapper.add(call(all, "requireApart", string(array), name(array)));
        }
    }

    private void writeDeep() {
        all = wrapper.fresh("shadows");
        wrapper.add(Code.declare(Code.type("Shadows"), all, call("Shadows", seeded ? "seeded" : "overwritten")));
        for (Parameter array : primal.activeArrays()) {
            String shadow = wrapper.fresh(array.name() + "Shadow");
            shadows.put(array, shadow);
            Expression value = call(all, "mirror", both(array.name(), given.get(array)));
            wrapper.add(Code.declare(array.shape().orElseThrow().type(), shadow, value));
        }
        for (Parameter object : primal.activeObjects()) {
            Expression[] arguments = both(object.name(), given.get(object));
            ObjectGradient.Shown shown = object.object().orElseThrow().shown().orElseThrow();
            if (shown.written() && !shown.container()) {
                // As it is the shadow that is written, derivatives of this method are to see no other object.
                arguments[3] = Code.parse("%1$s == null ? null : %1$s.shadow()".formatted(given.get(object)));
            }
            declare(object, call(all, "mirrorObject", arguments));
        }
        wrapper.add(call(all, "requireApart"));
        for (Parameter constant : primal.constantArrays()) {
            wrapper.add(call(all, "requireConstant", string(constant.name()), name(constant.name())));
        }
        for (Parameter object : primal.unseen()) {
            declare(object, call(all, "unseen", name(object.name())));
        }
        if (!seeded) {
            afterwards.add(Code.run(call(all, "copyTotals")));
        }
    }

    private void declare(Parameter object, Expression shadow) {
        String variable = wrapper.fresh(object.name() + "Shadow");
        shadows.put(object, variable);
        wrapper.add(Code.declare(object.shadowType(), variable, Code.cast(object.shadowType(), shadow)));
    }

    /** What users see of the shadow of an object. */
    Expression show(Parameter object) {
        return object.object().orElseThrow().show(object.name(), shadows.get(object));
    }

    /** {@code "first", first, "second", second}. */
    static Expression[] both(String first, String second) {
        return new Expression[] {string(first), name(first), string(second), name(second)};
    }
}
