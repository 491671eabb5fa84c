package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.VoidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the methods that compute some columns of a Jacobian in one pass of forward mode: {@code f$columns8} those from some
 * input on, {@code f$columns} as many as the build has made code for.
 */
final class JacobianColumns {
    private final Primal primal;
    private final Shape vector;
    private final Chunks chunks;

    JacobianColumns(Primal primal, Chunks chunks) {
        this.primal = primal;
        this.vector = primal.result().orElseThrow();
        this.chunks = chunks;
    }

    /** The methods, to be called {@code (arguments, width, input, columns)}, which gives how many columns were computed. */
    List<Wrapper> methods() {
        List<Wrapper> methods = new ArrayList<>();
        methods.add(some());
        chunks.widths().forEach(width -> methods.add(chunk(width)));
        return methods;
    }

    private Wrapper some() {
        Wrapper wrapper = new Wrapper(primal, primal.own("columns"), PrimitiveType.intType()).confined();
        primal.parameters().forEach(wrapper::parameter);
        String width = wrapper.integer("width");
        String input = wrapper.integer("input");
        String columns = wrapper.parameter(vector.withRank(2), "columns");
        String next = wrapper.fresh("next");
        if (!chunks.widths().isEmpty()) {
            Expression left = new BinaryExpr(Code.field(columns, "length"), name(input), BinaryExpr.Operator.MINUS);
            wrapper.add(
                    Code.declare(PrimitiveType.intType(), next, call("Jacobians", "directions", name(width), left)));
        }
        for (int directions : chunks.widths()) {
            Expression pass = Code.callOwn(chunkName(directions), withParameters(name(input), name(columns)));
            wrapper.add(new IfStmt(
                    new BinaryExpr(name(next), number(directions), BinaryExpr.Operator.EQUALS),
                    Code.block(List.of(Code.run(pass), Code.giveBack(number(directions)))),
                    null));
        }
        wrapper.add(Code.assign(
                Code.element(columns, name(input)), Code.callOwn(primal.own("column"), withParameters(name(input)))));
        wrapper.add(Code.giveBack(number(1)));
        return wrapper;
    }

    private String chunkName(int directions) {
        return primal.own("columns" + directions);
    }

    private List<Expression> withParameters(Expression... more) {
        List<Expression> arguments = new ArrayList<>();
        primal.parameters().forEach(p -> arguments.add(name(p.name())));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private Wrapper chunk(int directions) {
        Wrapper wrapper = new Wrapper(primal, chunkName(directions), new VoidType()).confined();
        primal.parameters().forEach(wrapper::parameter);
        String input = wrapper.integer("input");
        String columns = wrapper.parameter(vector.withRank(2), "columns");
        Map<Parameter, Expression> copies = JacobianForm.copies(wrapper);
        Map<Parameter, String> tangents = Lanes.zeros(wrapper, "Tangents", number(directions), primal.activeArrays());
        tangents.putAll(Lanes.ofObjects(wrapper, "Tangents", number(directions)));
        Map<Parameter, List<Parameter>> before = new HashMap<>();
        List<Parameter> earlier = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            if (parameter.isActiveArray()) {
                Expression own = JacobianForm.within(name(input), earlier);
                wrapper.add(call("Jacobians", "seed", name(tangents.get(parameter)), own));
            }
            before.put(parameter, List.copyOf(earlier));
            earlier.add(parameter);
        }
        String tape = wrapper.fresh("tape");
        Expression core = CoreCall.chunk(
                primal,
                directions,
                p -> copies.getOrDefault(p, name(p.name())).clone(),
                (p, i) -> p.isActiveScalar()
                        ? JacobianForm.unit(p, plus(input, i), before.get(p))
                        : Lanes.of(tangents, p, i),
                tape);
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.run(core));
        for (int i = 0; i < directions; i++) {
            Expression tangent = Code.field(tape, Chunks.numbered(vector.tapeField(), i));
            statements.add(Code.run(
                    call("Jacobians", "put", name(columns), plus(input, i), Code.cast(vector.type(), tangent))));
        }
        wrapper.withTape(tape, statements);
        return wrapper;
    }

    /** The number of one of several inputs. */
    static Expression plus(String input, int direction) {
        return direction == 0 ? name(input) : new BinaryExpr(name(input), number(direction), BinaryExpr.Operator.PLUS);
    }
}
