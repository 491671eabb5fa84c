package org.atled.processor;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types of the compiler as they are written in source, with full names and without annotations. */
final class TypeNames extends SimpleTypeVisitor14<Type, Void> {
    static Type of(TypeMirror type) {
        return new TypeNames().visit(type);
    }

    static TypeParameter of(TypeParameterElement parameter) {
        NodeList<ClassOrInterfaceType> bounds = new NodeList<>();
        for (TypeMirror bound : parameter.getBounds()) {
            for (TypeMirror part : bound instanceof IntersectionType both ? both.getBounds() : List.of(bound)) {
                bounds.add((ClassOrInterfaceType) of(part));
            }
        }
        return new TypeParameter(parameter.getSimpleName().toString(), bounds);
    }

    @Override
    public Type visitPrimitive(javax.lang.model.type.PrimitiveType type, Void unused) {
        return new PrimitiveType(PrimitiveType.Primitive.valueOf(type.getKind().name()));
    }

    @Override
    public Type visitNoType(NoType type, Void unused) {
        return new VoidType();
    }

    @Override
    public Type visitArray(javax.lang.model.type.ArrayType type, Void unused) {
        return new ArrayType(visit(type.getComponentType()));
    }

    @Override
    public Type visitTypeVariable(TypeVariable type, Void unused) {
        return Code.type(type.asElement().getSimpleName().toString());
    }

    @Override
    public Type visitDeclared(DeclaredType type, Void unused) {
        TypeElement element = (TypeElement) type.asElement();
        ClassOrInterfaceType name = type.getEnclosingType().getKind() == TypeKind.DECLARED
                ? new ClassOrInterfaceType(
                        (ClassOrInterfaceType) visit(type.getEnclosingType()),
                        element.getSimpleName().toString())
                : qualified(element.getQualifiedName().toString());
        if (!type.getTypeArguments().isEmpty()) {
            name.setTypeArguments(NodeList.nodeList(
                    type.getTypeArguments().stream().map(this::visit).toList()));
        }
        return name;
    }

    private static ClassOrInterfaceType qualified(String name) {
        int dot = name.lastIndexOf('.');
        ClassOrInterfaceType scope = dot < 0 ? null : qualified(name.substring(0, dot));
        return new ClassOrInterfaceType(scope, new SimpleName(name.substring(dot + 1)), null);
    }

    @Override
    public Type visitWildcard(javax.lang.model.type.WildcardType type, Void unused) {
        WildcardType wildcard = new WildcardType();
        if (type.getExtendsBound() != null) {
            wildcard.setExtendedType((ReferenceType) visit(type.getExtendsBound()));
        }
        if (type.getSuperBound() != null) {
            wildcard.setSuperType((ReferenceType) visit(type.getSuperBound()));
        }
        return wildcard;
    }

    @Override
    protected Type defaultAction(TypeMirror type, Void unused) {
        throw new IllegalArgumentException("Atled cannot write the type " + type + " of kind " + type.getKind());
    }
}
