package org.atled.processor;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Finds types in a signature that do not exist, or not yet. */
final class Unresolved extends SimpleTypeVisitor14<Boolean, Void> {
    private Unresolved() {
        super(false);
    }

    static boolean in(ExecutableElement method) {
        Unresolved visitor = new Unresolved();
        return visitor.visit(method.getReturnType())
                || visitor.any(method.getThrownTypes())
                || visitor.any(method.getParameters().stream()
                        .map(VariableElement::asType)
                        .toList())
                || method.getTypeParameters().stream()
                        .map(TypeParameterElement::getBounds)
                        .anyMatch(visitor::any);
    }

    private boolean any(List<? extends TypeMirror> types) {
        return types.stream().anyMatch(this::visit);
    }

    @Override
    public Boolean visitError(ErrorType type, Void unused) {
        return true;
    }

    @Override
    public Boolean visitArray(ArrayType type, Void unused) {
        return visit(type.getComponentType());
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void unused) {
        return any(type.getTypeArguments());
    }

    @Override
    public Boolean visitWildcard(WildcardType type, Void unused) {
        return type.getExtendsBound() != null && visit(type.getExtendsBound())
                || type.getSuperBound() != null && visit(type.getSuperBound());
    }

    @Override
    public Boolean visitIntersection(IntersectionType type, Void unused) {
        return any(type.getBounds());
    }
}
