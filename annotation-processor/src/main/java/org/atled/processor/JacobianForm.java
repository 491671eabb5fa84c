package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.PrimitiveType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code fJacobian} of a primal that returns a vector. The first column, by forward mode, tells how many outputs
 * there are; then the mode that needs fewer passes gives the rest; several columns at a time where the build has made code for that. Every pass works on copies of the arguments, for the
 * primal may write them.
 */
final class JacobianForm {
    private final Primal primal;
    private final Shape vector;
    private final Results results;
    private final Results rows;
    private final Chunks chunks;

    /**
     * A writer.
     *
     * @param rows how {@code fVjp} packs its result
     */
    JacobianForm(Primal primal, Results results, Results rows) {
        this.primal = primal;
        this.vector = primal.result().orElseThrow();
        this.results = results;
        this.rows = rows;
        this.chunks = Chunks.over(primal, primal.active());
    }

    /** The methods that the matrix is computed by. */
    List<Wrapper> parts() {
        List<Wrapper> parts = new ArrayList<>(List.of(column(), row()));
        if (!chunks.widths().isEmpty()) {
            parts.add(byChunks());
            parts.addAll(new JacobianColumns(primal, chunks).methods());
        }
        return parts;
    }

    /** What the build fills in for it. */
    List<CoreStub> cores() {
        return chunks.cores();
    }

    /** Whether all is made of vectors and scalars of one type, so that the matrix is one. */
    static boolean applies(Primal primal) {
        return primal.result().isPresent()
                && primal.result().get().rank() == 1
                && primal.activeObjects().isEmpty()
                && primal.active().stream()
                        .map(p -> p.shape().orElseThrow())
                        .allMatch(s -> s.rank() <= 1
                                && s.single() == primal.result().get().single());
    }

    /** The method for users. */
    Wrapper matrix() {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Jacobian", results.type());
        primal.parameters().forEach(wrapper::parameter);
        primal.activeArrays()
                .forEach(p -> wrapper.add(call("Arguments", "requireNonNull", string(p.name()), name(p.name()))));
        ShadowArguments.requireConstants(wrapper);
        if (!chunks.widths().isEmpty()) {
            String width = wrapper.fresh("width");
            wrapper.add(Code.declare(PrimitiveType.intType(), width, chunks.width()));
            wrapper.add(new IfStmt(
                    new BinaryExpr(name(width), number(1), BinaryExpr.Operator.GREATER),
                    Code.block(List.of(
                            Code.giveBack(Code.callOwn(primal.own("jacobianByChunks"), withParameters(name(width)))))),
                    null));
        }
        String first = wrapper.fresh("first");
        String inputs = wrapper.fresh("inputs");
        String outputs = wrapper.fresh("outputs");
        wrapper.add(Code.declare(PrimitiveType.intType(), inputs, count(primal.active())));
        wrapper.add(Code.declare(vector.type(), first, column(number(0))));
        wrapper.add(Code.declare(PrimitiveType.intType(), outputs, Code.field(first, "length")));
        wrapper.add(new IfStmt(
                new BinaryExpr(name(inputs), name(outputs), BinaryExpr.Operator.LESS_EQUALS),
                Code.block(byColumns(wrapper, first, inputs, outputs)),
                null));
        byRows(wrapper, outputs).forEach(wrapper::add);
        wrapper.document(Documentation.jacobian(primal));
        return wrapper;
    }

    /** The matrix by several columns at a time. */
    private Wrapper byChunks() {
        Wrapper wrapper = new Wrapper(primal, primal.own("jacobianByChunks"), results.type()).confined();
        primal.parameters().forEach(wrapper::parameter);
        String width = wrapper.integer("width");
        String inputs = wrapper.fresh("inputs");
        String columns = wrapper.fresh("columns");
        String done = wrapper.fresh("done");
        String outputs = wrapper.fresh("outputs");
        Shape matrix = vector.withRank(2);
        wrapper.add(Code.declare(PrimitiveType.intType(), inputs, count(primal.active())));
        // One column at least, which tells how many outputs there are.
        wrapper.add(
                Code.declare(matrix.type(), columns, matrix.newArray(call("Math", "max", number(1), name(inputs)))));
        wrapper.add(Code.declare(PrimitiveType.intType(), done, columns(width, number(0), columns)));
        wrapper.add(Code.declare(
                PrimitiveType.intType(), outputs, new FieldAccessExpr(Code.element(columns, number(0)), "length")));
        List<Statement> rest = new ArrayList<>();
        rest.add(new WhileStmt(
                new BinaryExpr(name(done), name(inputs), BinaryExpr.Operator.LESS),
                Code.block(List.of(Code.run(
                        new AssignExpr(name(done), columns(width, name(done), columns), AssignExpr.Operator.PLUS))))));
        rest.addAll(inRows(columns, outputs));
        wrapper.add(new IfStmt(
                call("Jacobians", "byColumns", name(width), name(inputs), name(done), name(outputs)),
                Code.block(rest),
                null));
        byRows(wrapper, outputs).forEach(wrapper::add);
        return wrapper;
    }

    private Expression columns(String width, Expression input, String columns) {
        return Code.callOwn(primal.own("columns"), withParameters(name(width), input, name(columns)));
    }

    private List<Statement> byColumns(Wrapper wrapper, String first, String inputs, String outputs) {
        Shape matrix = vector.withRank(2);
        String columns = wrapper.fresh("columns");
        String j = wrapper.fresh("j");
        Expression isFirst = new BinaryExpr(name(j), number(0), BinaryExpr.Operator.EQUALS);
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.declare(matrix.type(), columns, matrix.newArray(name(inputs))));
        statements.add(Code.count(
                j,
                name(inputs),
                List.of(Code.assign(
                        Code.element(columns, name(j)), Code.choose(isFirst, name(first), column(name(j)))))));
        statements.addAll(inRows(columns, outputs));
        return statements;
    }

    /** Gives back what is there by columns. */
    private List<Statement> inRows(String columns, String outputs) {
        List<Expression> values = new ArrayList<>();
        List<Parameter> earlier = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            values.add(
                    parameter.isActiveScalar()
                            ? new ArrayAccessExpr(name(columns), count(earlier))
                            : call(
                                    "Jacobians",
                                    "rows",
                                    name(columns),
                                    count(earlier),
                                    Code.field(parameter.name(), "length"),
                                    name(outputs)));
            earlier.add(parameter);
        }
        return List.of(Code.giveBack(results.pack(values)));
    }

    private List<Statement> byRows(Wrapper wrapper, String outputs) {
        List<Statement> statements = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        String i = wrapper.fresh("i");
        String row = wrapper.fresh("row");
        body.add(Code.declare(rows.type(), row, row(name(i), name(outputs))));
        for (Parameter parameter : primal.active()) {
            Shape shape = parameter.shape().orElseThrow();
            Shape axis = shape.withRank(shape.rank() + 1);
            String jacobian = wrapper.fresh(parameter.name() + "Jacobian");
            statements.add(Code.declare(axis.type(), jacobian, axis.newArray(name(outputs))));
            body.add(Code.assign(Code.element(jacobian, name(i)), rows.unpack(row, parameter)));
            values.add(name(jacobian));
        }
        statements.add(Code.count(i, name(outputs), body));
        statements.add(Code.giveBack(results.pack(values)));
        return statements;
    }

    private Expression column(Expression input) {
        return Code.callOwn(primal.own("column"), withParameters(input));
    }

    private Expression row(Expression output, Expression outputs) {
        return Code.callOwn(primal.own("row"), withParameters(output, outputs));
    }

    private List<Expression> withParameters(Expression... more) {
        List<Expression> arguments = new ArrayList<>();
        primal.parameters().forEach(p -> arguments.add(name(p.name())));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** {@code p.length + 1 + …}: how many numbers these parameters hold. */
    static Expression count(List<Parameter> parameters) {
        Expression sum = null;
        for (Parameter parameter : parameters) {
            Expression size = parameter.isActiveScalar() ? number(1) : Code.field(parameter.name(), "length");
            sum = sum == null ? size : new BinaryExpr(sum, size, BinaryExpr.Operator.PLUS);
        }
        return sum == null ? number(0) : sum;
    }

    /** The tangent of the result in the direction of one input. */
    private Wrapper column() {
        Wrapper wrapper = new Wrapper(primal, primal.own("column"), vector.type()).confined();
        primal.parameters().forEach(wrapper::parameter);
        String input = wrapper.integer("input");
        Map<Parameter, Expression> copies = copies(wrapper);
        Map<Parameter, String> tangents = new HashMap<>();
        List<Parameter> earlier = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            String tangent = wrapper.fresh(parameter.name() + "Tangent");
            tangents.put(parameter, tangent);
            unitTangent(wrapper, parameter, earlier, tangents, input);
            earlier.add(parameter);
        }
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : primal.parameters()) {
            arguments.add(copies.getOrDefault(parameter, name(parameter.name())).clone());
            if (parameter.active()) {
                arguments.add(name(tangents.get(parameter)));
            }
        }
        wrapper.add(Code.giveBack(Code.callOwn(primal.name() + "Jvp", arguments)));
        return wrapper;
    }

    private void unitTangent(
            Wrapper wrapper,
            Parameter parameter,
            List<Parameter> earlier,
            Map<Parameter, String> tangents,
            String input) {
        Shape shape = parameter.shape().orElseThrow();
        String tangent = tangents.get(parameter);
        if (shape.isScalar()) {
            wrapper.add(Code.declare(shape.type(), tangent, unit(parameter, name(input), earlier)));
            return;
        }
        Expression own = shape.newArray(Code.field(parameter.name(), "length"));
        wrapper.add(Code.declare(
                shape.type(), tangent, Sharing.choose(parameter, earlier, p -> name(tangents.get(p)), own)));
        wrapper.add(call("Jacobians", "seed", name(tangent), within(name(input), earlier)));
    }

    /** The index within one parameter of a number that is counted through all parameters; it may be none of this one. */
    static Expression within(Expression index, List<Parameter> earlier) {
        return earlier.isEmpty()
                ? index.clone()
                : new BinaryExpr(index.clone(), enclosed(count(earlier)), BinaryExpr.Operator.MINUS);
    }

    /** One if the number counted through all parameters is this scalar, else zero. */
    static Expression unit(Parameter scalar, Expression index, List<Parameter> earlier) {
        Shape shape = scalar.shape().orElseThrow();
        Expression here = new BinaryExpr(index.clone(), count(earlier), BinaryExpr.Operator.EQUALS);
        return Code.choose(here, shape.literal("1.0"), shape.literal("0.0"));
    }

    private static Expression enclosed(Expression expression) {
        return expression.isBinaryExpr() ? new EnclosedExpr(expression) : expression;
    }

    /** The gradient of one output. */
    private Wrapper row() {
        Wrapper wrapper = new Wrapper(primal, primal.own("row"), rows.type()).confined();
        primal.parameters().forEach(wrapper::parameter);
        String output = wrapper.integer("output");
        String outputs = wrapper.integer("outputs");
        Map<Parameter, Expression> copies = copies(wrapper);
        String cotangent = wrapper.fresh("cotangent");
        wrapper.add(Code.declare(vector.type(), cotangent, vector.newArray(name(outputs))));
        wrapper.add(call("Jacobians", "seed", name(cotangent), name(output)));
        List<Expression> arguments = new ArrayList<>();
        primal.parameters()
                .forEach(p ->
                        arguments.add(copies.getOrDefault(p, name(p.name())).clone()));
        arguments.add(name(cotangent));
        wrapper.add(Code.giveBack(Code.callOwn(primal.name() + "Vjp", arguments)));
        return wrapper;
    }

    /** Declares a copy of each distinct active array. */
    static Map<Parameter, Expression> copies(Wrapper wrapper) {
        Map<Parameter, Expression> copies = new HashMap<>();
        List<Parameter> earlier = new ArrayList<>();
        for (Parameter array : wrapper.primal().activeArrays()) {
            String copy = wrapper.fresh(array.name() + "Copy");
            Expression own = new MethodCallExpr(name(array.name()), "clone");
            wrapper.add(Code.declare(
                    array.shape().orElseThrow().type(),
                    copy,
                    Sharing.choose(array, earlier, p -> copies.get(p).clone(), own)));
            copies.put(array, name(copy));
            earlier.add(array);
        }
        return copies;
    }
}
