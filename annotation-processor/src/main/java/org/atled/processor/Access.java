package org.atled.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Finds types in a signature that another class of the package, such as the companion, may not name. */
final class Access extends SimpleTypeVisitor14<Optional<Element>, Void> {
    private final Elements elements;
    private final PackageElement home;

    private Access(Elements elements, PackageElement home) {
        super(Optional.empty());
        this.elements = elements;
        this.home = home;
    }

    /** The first type in the signature that the companion may not name. */
    static Optional<Element> hiddenIn(ExecutableElement method, Elements elements) {
        List<TypeMirror> types = new ArrayList<>();
        types.add(method.getReturnType());
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            types.add(method.getEnclosingElement().asType());
        }
        method.getParameters().forEach(parameter -> types.add(parameter.asType()));
        types.addAll(method.getThrownTypes());
        method.getTypeParameters().forEach(parameter -> types.addAll(parameter.getBounds()));
        return new Access(elements, elements.getPackageOf(method)).first(types);
    }

    /** Whether classes of a package may not name this one. */
    static boolean hidden(Element type, PackageElement home, Elements elements) {
        return new Access(elements, home).hidden(type).isPresent();
    }

    private Optional<Element> first(List<? extends TypeMirror> types) {
        return types.stream().map(this::visit).flatMap(Optional::stream).findFirst();
    }

    private Optional<Element> hidden(Element type) {
        for (Element element = type; element != null && !(element instanceof PackageElement); ) {
            boolean samePackage = elements.getPackageOf(element).equals(home);
            if (element.getModifiers().contains(Modifier.PRIVATE)
                    || !samePackage && !element.getModifiers().contains(Modifier.PUBLIC)) {
                return Optional.of(type);
            }
            element = element.getEnclosingElement();
        }
        return Optional.empty();
    }

    @Override
    public Optional<Element> visitDeclared(DeclaredType type, Void unused) {
        return hidden(type.asElement()).or(() -> first(type.getTypeArguments()));
    }

    @Override
    public Optional<Element> visitArray(ArrayType type, Void unused) {
        return visit(type.getComponentType());
    }

    @Override
    public Optional<Element> visitWildcard(WildcardType type, Void unused) {
        TypeMirror bound = type.getExtendsBound() != null ? type.getExtendsBound() : type.getSuperBound();
        return bound == null ? Optional.empty() : visit(bound);
    }

    @Override
    public Optional<Element> visitIntersection(IntersectionType type, Void unused) {
        return first(type.getBounds());
    }
}
