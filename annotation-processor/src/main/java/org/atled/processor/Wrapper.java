package org.atled.processor;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.comments.TraditionalJavadocComment;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.List;

/** One generated method while it is written. It inherits visibility, type parameters and exceptions from its primal. */
final class Wrapper {
    private final Primal primal;
    private final MethodDeclaration method;
    private final Names names = new Names();
    private final List<Statement> body = new ArrayList<>();
    private final List<String> erasures = new ArrayList<>();

    Wrapper(Primal primal, String name, Type result) {
        this.primal = primal;
        this.method = new MethodDeclaration();
        method.setName(name).setType(result.clone());
        if (primal.isPublic()) {
            method.addModifier(Modifier.Keyword.PUBLIC);
        }
        method.addModifier(Modifier.Keyword.STATIC);
        method.setTypeParameters(clones(primal));
        primal.thrown().forEach(type -> method.addThrownException(type.clone()));
        if (primal.deprecated()) {
            method.addAnnotation(new MarkerAnnotationExpr("Deprecated"));
        }
        primal.parameters().forEach(parameter -> names.fresh(parameter.name()));
    }

    static NodeList<TypeParameter> clones(Primal primal) {
        return NodeList.nodeList(
                primal.typeParameters().stream().map(p -> p.clone()).toList());
    }

    /** Hides the method from users of other packages, but not from anonymous classes of the companion. */
    Wrapper hidden() {
        method.removeModifier(Modifier.Keyword.PUBLIC);
        return this;
    }

    /** Hides the method from everything but the companion itself. */
    Wrapper confined() {
        method.removeModifier(Modifier.Keyword.PUBLIC);
        method.getModifiers().addFirst(Modifier.privateModifier());
        return this;
    }

    /** Declares no exceptions, whatever the primal does. */
    Wrapper throwingNothing() {
        method.setThrownExceptions(new NodeList<>());
        return this;
    }

    String fresh(String wish) {
        return names.fresh(wish);
    }

    /** Adds a parameter of the primal. */
    void parameter(Parameter parameter) {
        add(parameter.type(), parameter.name(), parameter.erasure());
    }

    /** Adds a parameter of numbers, one for each set of a batch. */
    void parameters(Parameter parameter) {
        Type type = BatchForms.batched(parameter.shape().orElseThrow()).type();
        add(type, parameter.name(), type);
    }

    /** Adds a parameter of numbers; returns its name. */
    String parameter(Shape shape, String wish) {
        String name = fresh(wish);
        add(shape.type(), name, shape.type());
        return name;
    }

    /** Adds a parameter for the derivative by another, or a direction to move it in; returns its name. */
    String derivative(Parameter parameter, String suffix) {
        String name = fresh(parameter.name() + suffix);
        Type type = parameter.gradientType();
        add(type, name, erased(type));
        return name;
    }

    private static Type erased(Type type) {
        Type erasure = type.clone();
        if (erasure instanceof ClassOrInterfaceType named) {
            named.removeTypeArguments();
        }
        return erasure;
    }

    /** Adds a parameter of a type; returns its name. */
    String parameter(Type type, String wish) {
        String name = fresh(wish);
        add(type, name, erased(type));
        return name;
    }

    /** Adds an {@code int} parameter; returns its name. */
    String integer(String wish) {
        String name = fresh(wish);
        add(PrimitiveType.intType(), name, PrimitiveType.intType());
        return name;
    }

    private void add(Type type, String name, Type erasure) {
        method.addParameter(type.clone(), name);
        erasures.add(erasure.asString());
    }

    void add(Statement statement) {
        body.add(statement);
    }

    void add(Expression expression) {
        body.add(Code.run(expression));
    }

    /** Runs these with a tape of their own, which is given back whatever happens. */
    void withTape(String tape, List<Statement> statements) {
        add(Code.declare(Code.type("Tape"), tape, Code.call("Tape", "acquire")));
        add(Code.attempt(statements, List.of(Code.run(Code.call(tape, "release")))));
    }

    /** The same with another tape, for the derivative that is differentiated. */
    void withTapes(String tape, String inner, List<Statement> statements) {
        add(Code.declare(Code.type("Tape"), tape, Code.call("Tape", "acquire")));
        add(Code.declare(Code.type("ShadowedTape"), inner, Code.call("ShadowedTape", "acquire")));
        add(Code.attempt(
                statements, List.of(Code.run(Code.call(inner, "release")), Code.run(Code.call(tape, "release")))));
    }

    Primal primal() {
        return primal;
    }

    String name() {
        return method.getNameAsString();
    }

    /** Name and erased parameter types: what two methods of a class must not share. */
    String signature() {
        return name() + erasures;
    }

    void rename(String name) {
        method.setName(name);
    }

    void document(String text) {
        method.setJavadocComment(new TraditionalJavadocComment(text));
    }

    MethodDeclaration finish() {
        if (primal.varargs() && !method.getParameters().isEmpty()) {
            openEnd(method.getParameter(method.getParameters().size() - 1));
        }
        method.setBody(Code.block(body));
        return method;
    }

    /** Where the last parameter is the primal's, users may go on listing its elements. */
    private void openEnd(com.github.javaparser.ast.body.Parameter last) {
        Parameter own = primal.parameters().get(primal.parameters().size() - 1);
        if (last.getNameAsString().equals(own.name())) {
            last.setType(last.getType().asArrayType().getComponentType());
            last.setVarArgs(true);
        }
    }
}
