package org.atled.processor;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.List;

/** The few forms of Java that generated methods are made of, as trees, so that writing one reads like the code it makes. */
final class Code {
    private Code() {}

    /** An expression as it is written. */
    static Expression parse(String source) {
        return StaticJavaParser.parseExpression(source);
    }

    static Expression name(String name) {
        return new NameExpr(name);
    }

    static Expression string(String value) {
        return new StringLiteralExpr().setString(value);
    }

    static Expression number(int value) {
        return new IntegerLiteralExpr(Integer.toString(value));
    }

    static MethodCallExpr call(String scope, String method, Expression... arguments) {
        return new MethodCallExpr(name(scope), method, NodeList.nodeList(arguments));
    }

    static MethodCallExpr callOwn(String method, List<Expression> arguments) {
        return new MethodCallExpr(null, method, NodeList.nodeList(arguments));
    }

    static Expression field(String scope, String field) {
        return new FieldAccessExpr(name(scope), field);
    }

    static Expression element(String array, Expression index) {
        return new ArrayAccessExpr(name(array), index);
    }

    static Expression equal(String left, String right) {
        return new BinaryExpr(name(left), name(right), BinaryExpr.Operator.EQUALS);
    }

    static Expression choose(Expression condition, Expression yes, Expression no) {
        return new ConditionalExpr(condition, yes, no);
    }

    static Expression create(String type, List<Expression> arguments) {
        return new ObjectCreationExpr(null, type(type), NodeList.nodeList(arguments));
    }

    static ClassOrInterfaceType type(String simpleName) {
        return new ClassOrInterfaceType(null, simpleName);
    }

    static Statement declare(Type type, String name, Expression value) {
        return new ExpressionStmt(new VariableDeclarationExpr(new VariableDeclarator(type.clone(), name, value)));
    }

    static Statement assign(Expression target, Expression value) {
        return new ExpressionStmt(new AssignExpr(target, value, AssignExpr.Operator.ASSIGN));
    }

    static Statement run(Expression expression) {
        return new ExpressionStmt(expression);
    }

    /** {@code (type) value}, without a cast to {@code Object}. */
    static Expression cast(Type type, Expression value) {
        return type.asString().equals("Object") ? value : new CastExpr(type.clone(), value);
    }

    static Statement giveBack(Expression value) {
        return new ReturnStmt(value);
    }

    static Statement attempt(List<Statement> statements, List<Statement> last) {
        return new TryStmt(block(statements), new NodeList<>(), block(last));
    }

    static BlockStmt block(List<Statement> statements) {
        return new BlockStmt(NodeList.nodeList(statements));
    }

    /** {@code for (int index = 0; index < bound; index++) { … }}. */
    static Statement count(String index, Expression bound, List<Statement> body) {
        Expression start =
                new VariableDeclarationExpr(new VariableDeclarator(PrimitiveType.intType(), index, number(0)));
        return new ForStmt(
                NodeList.nodeList(start),
                new BinaryExpr(name(index), bound, BinaryExpr.Operator.LESS),
                NodeList.nodeList(new UnaryExpr(name(index), UnaryExpr.Operator.POSTFIX_INCREMENT)),
                block(body));
    }
}
