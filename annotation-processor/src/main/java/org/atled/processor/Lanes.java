package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.ArrayType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Declares variables that hold something for each direction that is taken at a time: arrays by direction, then as the primal's. */
final class Lanes {
    private Lanes() {}

    /**
     * Zeros for some variables, one for a scalar; the same where variables are one array.
     *
     * @return the names
     */
    static Map<Parameter, String> zeros(Wrapper wrapper, String suffix, Expression count, List<Parameter> variables) {
        Map<Parameter, String> lanes = new HashMap<>();
        List<Parameter> earlier = new ArrayList<>();
        for (Parameter parameter : variables) {
            String lane = wrapper.fresh(parameter.name() + suffix);
            Shape shape = FirstOrder.place(parameter).withRank(2);
            Expression own = shape.newMatrix(count.clone(), JacobianForm.count(List.of(parameter)));
            wrapper.add(Code.declare(
                    shape.type(),
                    lane,
                    parameter.isActiveScalar()
                            ? own
                            : Sharing.choose(parameter, earlier, other -> name(lanes.get(other)), own)));
            lanes.put(parameter, lane);
            if (parameter.isActiveArray()) {
                earlier.add(parameter);
            }
        }
        return lanes;
    }

    /** What the numbers in objects move along that are constants to the user: not at all, to begin with. */
    static Map<Parameter, String> ofObjects(Wrapper wrapper, String suffix, Expression count) {
        Map<Parameter, String> lanes = new HashMap<>();
        if (wrapper.primal().unseen().isEmpty()) {
            return lanes;
        }
        String zeros = wrapper.fresh("zeros");
        wrapper.add(Code.declare(new ArrayType(Code.type("Zeros")), zeros, call("Jacobians", "zeros", count.clone())));
        for (Parameter object : wrapper.primal().unseen()) {
            String lane = wrapper.fresh(object.name() + suffix);
            wrapper.add(Code.declare(
                    new ArrayType(Code.type("Object")),
                    lane,
                    call("Jacobians", "zerosLike", name(zeros), name(object.name()))));
            lanes.put(object, lane);
        }
        return lanes;
    }

    /** What one of the directions has. */
    static Expression of(Map<Parameter, String> lanes, Parameter parameter, int direction) {
        Expression lane = Code.element(lanes.get(parameter), Code.number(direction));
        return parameter.isUnseen() ? Code.cast(parameter.shadowType(), lane) : lane;
    }
}
