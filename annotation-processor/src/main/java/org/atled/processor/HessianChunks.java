package org.atled.processor;

import static org.atled.processor.Code.number;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Writes the method that fills a Hessian by several columns at a time, where the build has made code for that. A copy of each
 * variable, and a direction and a product for each variable and each direction taken at a time, are used again by every pass.
 */
final class HessianChunks {
    private final Primal primal;
    private final FirstOrder first;
    private final Shape matrix;
    private final Chunks chunks;

    HessianChunks(Primal primal, FirstOrder first) {
        this.primal = primal;
        this.first = first;
        this.matrix = primal.result().orElseThrow().withRank(2);
        this.chunks = Chunks.over(first.method(), primal.active());
    }

    /** Whether one direction at a time is all there is. */
    boolean isEmpty() {
        return chunks.widths().isEmpty();
    }

    /** What the build fills in for it. */
    List<CoreStub> cores() {
        return chunks.cores();
    }

    private String name() {
        return primal.own("hessianByChunks");
    }

    /**
     * Writes the statement that leaves all to this method.
     *
     * @param gradients by variable, the array for the derivative by it
     * @param afterwards what is to be done before the value is returned
     */
    void call(Wrapper wrapper, Function<Parameter, Expression> gradients, String hessian, List<Statement> afterwards) {
        String width = wrapper.fresh("width");
        String value = wrapper.fresh("chunkedValue");
        List<Expression> arguments = new ArrayList<>();
        primal.parameters().forEach(p -> arguments.add(Code.name(p.name())));
        primal.active().forEach(p -> arguments.add(gradients.apply(p)));
        arguments.add(Code.name(hessian));
        arguments.add(Code.name(width));
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.declare(primal.resultType(), value, Code.callOwn(name(), arguments)));
        afterwards.forEach(statement -> statements.add(statement.clone()));
        statements.add(Code.giveBack(Code.name(value)));
        wrapper.add(Code.declare(PrimitiveType.intType(), width, chunks.width()));
        wrapper.add(new IfStmt(
                new BinaryExpr(Code.name(width), number(1), BinaryExpr.Operator.GREATER),
                Code.block(statements),
                null));
    }

    /** The method, which all arguments have been checked for. */
    Wrapper method() {
        Wrapper wrapper = new Wrapper(primal, name(), primal.resultType()).confined();
        primal.parameters().forEach(wrapper::parameter);
        Map<Parameter, String> gradients = new LinkedHashMap<>();
        primal.active().forEach(p -> gradients.put(p, wrapper.parameter(FirstOrder.place(p), p.name() + "Gradient")));
        String hessian = wrapper.parameter(matrix, "hessian");
        new Passes(wrapper, gradients, hessian, wrapper.integer("width")).write();
        return wrapper;
    }

    /** The body. */
    private final class Passes {
        private final Wrapper wrapper;
        private final Map<Parameter, String> gradients;
        private final String hessian;
        private final String width;
        private final Map<Parameter, String> copies = new HashMap<>();
        private final Map<Parameter, String> directions;
        private final Map<Parameter, String> products;
        private final String size;
        private final String column;
        private final String next;
        private final String value;
        private final String tape;
        private final String inner;

        Passes(Wrapper wrapper, Map<Parameter, String> gradients, String hessian, String width) {
            this.wrapper = wrapper;
            this.gradients = gradients;
            this.hessian = hessian;
            this.width = width;
            this.size = wrapper.fresh("size");
            this.column = wrapper.fresh("column");
            this.next = wrapper.fresh("next");
            this.value = wrapper.fresh("value");
            this.tape = wrapper.fresh("tape");
            this.inner = wrapper.fresh("gradientTape");
            String lanes = wrapper.fresh("lanes");
            wrapper.add(Code.declare(PrimitiveType.intType(), size, JacobianForm.count(primal.active())));
            wrapper.add(Code.declare(PrimitiveType.intType(), lanes, directions(Code.name(size))));
            this.directions = Lanes.zeros(wrapper, "Directions", Code.name(lanes), primal.activeArrays());
            this.directions.putAll(Lanes.ofObjects(wrapper, "Directions", Code.name(lanes)));
            this.products = Lanes.zeros(wrapper, "Hvps", Code.name(lanes), primal.active());
        }

        private Expression directions(Expression left) {
            return Code.call("Jacobians", "directions", Code.name(width), left);
        }

        void write() {
            declareCopies();
            List<Statement> statements = new ArrayList<>();
            statements.add(Code.declare(
                    primal.resultType(), value, primal.result().orElseThrow().literal("0.0")));
            statements.add(Code.declare(PrimitiveType.intType(), column, number(0)));
            statements.add(new DoStmt(
                    Code.block(pass()), new BinaryExpr(Code.name(column), Code.name(size), BinaryExpr.Operator.LESS)));
            statements.add(Code.giveBack(Code.name(value)));
            wrapper.withTape(tape, statements);
        }

        /** Declares a copy of each distinct active array. */
        private void declareCopies() {
            List<Parameter> earlier = new ArrayList<>();
            for (Parameter array : primal.activeArrays()) {
                String copy = wrapper.fresh(array.name() + "Copy");
                Shape shape = array.shape().orElseThrow();
                Expression own = shape.newArray(Code.field(array.name(), "length"));
                Expression shared = Sharing.choose(array, earlier, other -> Code.name(copies.get(other)), own);
                wrapper.add(Code.declare(shape.type(), copy, shared));
                copies.put(array, copy);
                earlier.add(array);
            }
        }

        private List<Statement> pass() {
            List<Statement> statements = new ArrayList<>();
            Expression left = new BinaryExpr(Code.name(size), Code.name(column), BinaryExpr.Operator.MINUS);
            statements.add(Code.declare(PrimitiveType.intType(), next, directions(left)));
            primal.activeArrays().forEach(array -> statements.add(copy(array)));
            primal.activeArrays().forEach(array -> statements.add(clear(array)));
            primal.unseen().forEach(object -> statements.add(clear(object)));
            List<Parameter> earlier = new ArrayList<>();
            for (Parameter parameter : primal.active()) {
                if (parameter.isActiveArray()) {
                    statements.add(Code.run(Code.call(
                            "Jacobians",
                            "seed",
                            Code.name(directions.get(parameter)),
                            JacobianForm.within(Code.name(column), earlier))));
                }
                earlier.add(parameter);
            }
            statements.add(Code.declare(
                    Code.type("ShadowedTape"), inner, Code.call("ShadowedTape", "acquire", Code.name(next))));
            statements.add(Code.attempt(List.of(cores()), List.of(Code.run(Code.call(inner, "release")))));
            earlier.clear();
            for (Parameter parameter : primal.active()) {
                statements.add(put(parameter, JacobianForm.count(earlier)));
                earlier.add(parameter);
            }
            statements.add(Code.run(new AssignExpr(Code.name(column), Code.name(next), AssignExpr.Operator.PLUS)));
            return statements;
        }

        private Statement copy(Parameter array) {
            return Code.run(Code.call(
                    "System",
                    "arraycopy",
                    Code.name(array.name()),
                    number(0),
                    Code.name(copies.get(array)),
                    number(0),
                    Code.field(array.name(), "length")));
        }

        private Statement clear(Parameter parameter) {
            return Code.run(Code.call(
                    "Cotangents", "clear", Code.name(directions.get(parameter)), new BooleanLiteralExpr(false)));
        }

        private Statement put(Parameter parameter, Expression from) {
            return Code.run(Code.call(
                    "Hessians",
                    "put",
                    Code.name(products.get(parameter)),
                    Code.name(next),
                    Code.name(hessian),
                    Code.name(column),
                    from));
        }

        /** Along as many directions as are to be taken next. */
        private Statement cores() {
            Statement statement = Code.block(List.of(Code.assign(Code.name(value), core(1))));
            for (int wide : chunks.widths()) {
                statement = new IfStmt(
                        new BinaryExpr(Code.name(next), number(wide), BinaryExpr.Operator.EQUALS),
                        Code.block(List.of(Code.assign(Code.name(value), core(wide)))),
                        statement);
            }
            return statement;
        }

        private Expression core(int wide) {
            Map<Parameter, Expression> values = new HashMap<>();
            Map<Parameter, IntFunction<Expression>> moves = new HashMap<>();
            List<Parameter> earlier = new ArrayList<>();
            for (Parameter parameter : primal.parameters()) {
                values.put(parameter, Code.name(copies.getOrDefault(parameter, parameter.name())));
                moves.put(parameter, i -> Lanes.of(directions, parameter, i));
                if (parameter.active()) {
                    List<Parameter> before = List.copyOf(earlier);
                    if (parameter.isActiveScalar()) {
                        moves.put(
                                parameter, i -> JacobianForm.unit(parameter, JacobianColumns.plus(column, i), before));
                    }
                    Parameter place = first.gradientBy(parameter);
                    values.put(place, Code.name(gradients.get(parameter)));
                    moves.put(place, i -> Lanes.of(products, parameter, i));
                    earlier.add(parameter);
                }
            }
            values.put(first.tape(), Code.field(inner, "tape"));
            moves.put(first.tape(), i -> new ArrayAccessExpr(Code.field(inner, "shadows"), number(i)));
            return wide == 1
                    ? CoreCall.forward(
                            first.method(), values::get, p -> moves.get(p).apply(0), tape)
                    : CoreCall.chunk(
                            first.method(),
                            wide,
                            values::get,
                            (p, i) -> moves.get(p).apply(i),
                            tape);
        }
    }
}
