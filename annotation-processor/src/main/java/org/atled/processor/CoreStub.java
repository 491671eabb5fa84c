package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.atled.Checkpoints;
import org.atled.Differentiable;

/**
 * Writes a core method, whose body the build replaces by derivative code. Until then it finds its code by
 * {@code SelfLinking} at the first call and keeps it in a static field.
 */
final class CoreStub {
    private final Primal primal;
    private final String mode;
    private final String name;
    private final Names names = new Names();
    private final MethodDeclaration method = new MethodDeclaration();
    private final List<Expression> literals = new ArrayList<>();

    private final int directions;

    private CoreStub(Primal primal, String mode, String name, int directions) {
        this.primal = primal;
        this.mode = mode;
        this.name = primal.own(name);
        this.directions = directions;
    }

    private CoreStub(Primal primal, String mode) {
        this(primal, mode, mode.toLowerCase(Locale.ROOT), 1);
    }

    static CoreStub forward(Primal primal) {
        return new CoreStub(primal, "FORWARD");
    }

    /** Forward mode along several directions at a time. */
    static CoreStub chunk(Primal primal, int directions) {
        return new CoreStub(primal, "FORWARD", "chunk" + directions, directions);
    }

    /** The method that says along how many there is code. */
    static CoreStub width(Primal primal) {
        return new CoreStub(primal, "WIDTH");
    }

    static CoreStub reverse(Primal primal) {
        return new CoreStub(primal, "REVERSE");
    }

    static CoreStub taylor(Primal primal) {
        return new CoreStub(primal, "TAYLOR");
    }

    private boolean isTaylor() {
        return mode.equals("TAYLOR");
    }

    private boolean isWidth() {
        return mode.equals("WIDTH");
    }

    /** Where the code found is kept. */
    FieldDeclaration field() {
        return new FieldDeclaration(
                Modifier.createModifierList(Modifier.Keyword.PRIVATE, Modifier.Keyword.STATIC),
                new VariableDeclarator(Code.type("MethodHandle"), name));
    }

    MethodDeclaration method() {
        primal.parameters().forEach(parameter -> names.fresh(parameter.name()));
        Type result = isWidth() ? PrimitiveType.intType() : primal.resultType();
        method.setName(name).setType(result);
        method.addModifier(Modifier.Keyword.PRIVATE, Modifier.Keyword.STATIC);
        method.addAnnotation(annotation());
        if (isWidth()) {
            literals.add(new ClassExpr(result.clone()));
        } else {
            method.setTypeParameters(Wrapper.clones(primal));
            primal.thrown().forEach(type -> method.addThrownException(type.clone()));
            literals.add(new ClassExpr(primal.objectResult()
                    .map(ObjectResult::erasure)
                    .orElse(result)
                    .clone()));
            addParameters();
        }
        method.setBody(body(result));
        return method;
    }

    private void addParameters() {
        boolean reverse = mode.equals("REVERSE");
        for (Parameter parameter : primal.parameters()) {
            add(parameter.type(), parameter.name(), parameter.erasure());
            if (isTaylor() && parameter.active()) {
                Type type = new Shape(false, 1).type();
                add(type, names.fresh(parameter.name() + "Series"), type);
            } else if (!isTaylor() && (parameter.hasShadow() || !reverse && parameter.active())) {
                Type type = parameter.shadowType();
                for (int i = 0; i < directions; i++) {
                    String suffix = reverse ? "Shadow" : Chunks.numbered("Tangent", i);
                    add(type, names.fresh(parameter.name() + suffix), type);
                }
            }
        }
        if (reverse) {
            primal.result()
                    .map(Shape::type)
                    .or(() -> primal.objectResult().map(o -> o.gradient().shadowType()))
                    .ifPresent(type -> add(type, names.fresh("resultCotangent"), type));
            add(PrimitiveType.booleanType(), names.fresh("accumulate"), PrimitiveType.booleanType());
        }
        add(Code.type("Tape"), names.fresh("tape"), Code.type("Tape"));
    }

    private void add(Type type, String parameter, Type erasure) {
        method.addParameter(type.clone(), parameter);
        literals.add(new ClassExpr(erasure.clone()));
    }

    private NormalAnnotationExpr annotation() {
        NodeList<Expression> active = new NodeList<>();
        primal.parameters().forEach(p -> active.add(new BooleanLiteralExpr(p.active() || !isTaylor() && p.isUnseen())));
        NodeList<MemberValuePair> values = NodeList.nodeList(
                new MemberValuePair("method", string(primal.name())),
                new MemberValuePair("descriptor", string(primal.descriptor())),
                new MemberValuePair("mode", new FieldAccessExpr(Code.field("Core", "Mode"), mode)),
                new MemberValuePair("active", new ArrayInitializerExpr(active)));
        if (directions > 1) {
            values.add(new MemberValuePair("directions", Code.number(directions)));
        }
        if (primal.ofCompanion()) {
            values.add(new MemberValuePair("ofCompanion", new BooleanLiteralExpr(true)));
        }
        if (mode.equals("REVERSE") && primal.tapeBudget() > 0) {
            addBudget(values);
        }
        return new NormalAnnotationExpr(new Name("Core"), values);
    }

    private void addBudget(NodeList<MemberValuePair> values) {
        values.add(new MemberValuePair("tapeBudget", new LongLiteralExpr(primal.tapeBudget() + "L")));
        if (primal.element().getAnnotation(Differentiable.class).checkpoints() == Checkpoints.PERIODIC) {
            values.add(new MemberValuePair("periodic", new BooleanLiteralExpr(true)));
        }
    }

    private BlockStmt body(Type result) {
        String thrown = names.fresh("thrown");
        String code = names.fresh("code");
        CatchClause rethrow = new CatchClause(
                new com.github.javaparser.ast.body.Parameter(Code.type("Throwable"), thrown),
                Code.block(List.of(new ThrowStmt(call("SelfLinking", "rethrow", name(thrown))))));
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.declare(Code.type("MethodHandle"), code, name(name)));
        statements.add(new IfStmt(
                new BinaryExpr(name(code), new NullLiteralExpr(), BinaryExpr.Operator.EQUALS),
                Code.block(List.of(Code.assign(name(code), link()), Code.assign(name(name), name(code)))),
                null));
        MethodCallExpr invoke = new MethodCallExpr(name(code), "invokeExact");
        method.getParameters().forEach(p -> invoke.addArgument(name(p.getNameAsString())));
        Statement last = result.isVoidType() ? Code.run(invoke) : Code.giveBack(new CastExpr(result.clone(), invoke));
        statements.add(new TryStmt(Code.block(List.of(last)), NodeList.nodeList(rethrow), null));
        return Code.block(statements);
    }

    private Expression link() {
        return call(
                "SelfLinking",
                "link",
                call("MethodHandles", "lookup"),
                string(name),
                call("MethodType", "methodType", literals.toArray(Expression[]::new)));
    }
}
