package org.atled.processor;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The tangent classes of one companion: {@code SpringTangent}, which shows the shadow of a {@code Spring} by the names of
 * its fields. One for each class that parameters, results and the fields of such classes have, and for the subclasses that
 * are known: permitted ones of sealed classes, and those declared in the same source.
 */
final class Tangents {
    /** Names that accessors must not have: members of tangents and of {@code Object}. */
    private static final Set<String> TAKEN = Set.of(
            "shadow",
            "of",
            "show",
            "zerosLike",
            "number",
            "reference",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final ProcessingEnvironment environment;
    private final TypeElement host;
    private final boolean isPublic;
    private final Names names = new Names();
    private final Map<TypeElement, String> known = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param isPublic whether the companion can be used in every package
     */
    Tangents(ProcessingEnvironment environment, TypeElement host, boolean isPublic) {
        this.environment = environment;
        this.host = host;
        this.isPublic = isPublic;
    }

    /** Others, that nobody writes. */
    Tangents scratch() {
        return new Tangents(environment, host, isPublic);
    }

    /** The name of the tangent class of a class, which will then be there. */
    String of(TypeElement type) {
        String name = known.get(type);
        if (name == null) {
            name = names.fresh(type.getSimpleName() + "Tangent");
            known.put(type, name);
            subclasses(type).forEach(this::of);
        }
        return name;
    }

    private List<TypeElement> subclasses(TypeElement type) {
        if (type.getModifiers().contains(Modifier.FINAL)) {
            return List.of();
        }
        List<TypeElement> found = new ArrayList<>();
        type.getPermittedSubclasses().stream()
                .filter(permitted -> permitted.getKind() == TypeKind.DECLARED)
                .forEach(permitted -> found.add(ObjectTypes.element(permitted)));
        Element outermost = host;
        while (!(outermost.getEnclosingElement() instanceof PackageElement)) {
            outermost = outermost.getEnclosingElement();
        }
        addNested((TypeElement) outermost, type, found);
        found.removeIf(subclass -> subclass.equals(type) || subclass.getKind() == ElementKind.ENUM);
        return found;
    }

    private void addNested(TypeElement around, TypeElement type, List<TypeElement> found) {
        if (environment
                .getTypeUtils()
                .isSubtype(
                        environment.getTypeUtils().erasure(around.asType()),
                        environment.getTypeUtils().erasure(type.asType()))) {
            found.add(around);
        }
        ElementFilter.typesIn(around.getEnclosedElements()).forEach(nested -> addNested(nested, type, found));
    }

    /** The classes, and those their fields ask for. */
    List<BodyDeclaration<?>> declarations(ObjectTypes objects) {
        List<BodyDeclaration<?>> declarations = new ArrayList<>();
        List<TypeElement> types = new ArrayList<>(known.keySet());
        for (int i = 0; i < types.size(); i++) {
            declarations.add(StaticJavaParser.parseBodyDeclaration(source(types.get(i), objects)));
            known.keySet().stream().filter(type -> !types.contains(type)).forEach(types::add);
        }
        return declarations;
    }

    private String source(TypeElement type, ObjectTypes objects) {
        String name = of(type);
        StringBuilder members = new StringBuilder();
        StringBuilder text = new StringBuilder();
        accessorNames(type)
                .forEach((field, accessor) -> accessor(name, field, accessor, objects)
                        .ifPresent(source -> {
                            members.append(source);
                            text.append(", \"")
                                    .append(accessor)
                                    .append("\", ")
                                    .append(accessor)
                                    .append("()");
                        }));
        return TEMPLATE.replace("@NAME@", name)
                .replace("@BINARY@", environment.getElementUtils().getBinaryName(type))
                .replace("@TYPE@", type.getQualifiedName())
                .replace("@PUBLIC@", isPublic ? "public" : "")
                .replace("@ZEROS@", zeros(type, name))
                .replace("@TEXT@", text)
                .replace("@MEMBERS@", members);
    }

    /** A field that hides one of a superclass has the better claim to the name. */
    private static Map<VariableElement, String> accessorNames(TypeElement type) {
        List<VariableElement> fields = ObjectTypes.fields(type);
        Names names = new Names();
        TAKEN.forEach(names::fresh);
        Map<VariableElement, String> byField = new HashMap<>();
        for (int i = fields.size() - 1; i >= 0; i--) {
            byField.put(fields.get(i), names.fresh(fields.get(i).getSimpleName().toString()));
        }
        Map<VariableElement, String> inOrder = new LinkedHashMap<>();
        fields.forEach(field -> inOrder.put(field, byField.get(field)));
        return inOrder;
    }

    /** Not for a class that the companion may not name. */
    private String zeros(TypeElement type, String name) {
        return Access.hidden(type, environment.getElementUtils().getPackageOf(host), environment.getElementUtils())
                ? ""
                : ZEROS.replace("@NAME@", name)
                        .replace("@TYPE@", TypeNames.of(withAnyArguments(type)).asString());
    }

    private DeclaredType withAnyArguments(TypeElement type) {
        Types types = environment.getTypeUtils();
        TypeMirror[] arguments = type.getTypeParameters().stream()
                .map(parameter -> types.getWildcardType(null, null))
                .toArray(TypeMirror[]::new);
        boolean inner = !type.getModifiers().contains(Modifier.STATIC)
                && type.getKind() == ElementKind.CLASS
                && type.getEnclosingElement() instanceof TypeElement;
        return inner
                ? types.getDeclaredType(withAnyArguments((TypeElement) type.getEnclosingElement()), type, arguments)
                : types.getDeclaredType(type, arguments);
    }

    private Optional<String> accessor(String tangent, VariableElement field, String name, ObjectTypes objects) {
        String slot = "(\"" + environment.getElementUtils().getBinaryName((TypeElement) field.getEnclosingElement())
                + "\", \"" + field.getSimpleName() + "\")";
        TypeKind kind = field.asType().getKind();
        if (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT) {
            return Optional.of(NUMBER.replace("@FIELD@", name)
                    .replace("@SLOT@", slot)
                    .replace("@TANGENT@", tangent)
                    .replace("@KIND@", kind == TypeKind.FLOAT ? "float" : "double")
                    .replace("@CAST@", kind == TypeKind.FLOAT ? "(float) " : ""));
        }
        return objects.shown(field.asType(), true)
                .map(shown -> REFERENCE
                        .replace("@SHOWN@", shown.source().of("null", "shadow.references[" + name + "$slot]", 0))
                        .replace("@FIELD@", name)
                        .replace("@SLOT@", slot)
                        .replace("@KIND@", shown.type().asString()));
    }

    private static final String TEMPLATE = """
            /**
             * The derivative by a {@code @TYPE@}, or a direction in which one moves: a number for each number in its fields.
             * A view: tangents of one object are equal, and read and write the same numbers. Not thread-safe.
             */
            @PUBLIC@ static final class @NAME@ implements Tangent {
                private static final Layout LAYOUT = Layout.of(MethodHandles.lookup(), "@BINARY@");
                private final Shadow shadow;

                private @NAME@(Shadow shadow) {
                    this.shadow = shadow;
                }

                static @NAME@ show(Object shadow) {
                    return shadow == null ? null : new @NAME@(LAYOUT.requireFit((Shadow) shadow));
                }

                /**
                 * The same tangent, viewed as that of a {@code @TYPE@}.
                 *
                 * @throws IllegalArgumentException if it has not the fields of one
                 */
                public static @NAME@ of(Tangent tangent) {
                    return show(tangent.shadow());
                }

                @ZEROS@

                @MEMBERS@

                @Override
                public Shadow shadow() {
                    return shadow;
                }

                @Override
                public boolean equals(Object other) {
                    return other instanceof Tangent && ((Tangent) other).shadow() == shadow;
                }

                @Override
                public int hashCode() {
                    return System.identityHashCode(shadow);
                }

                @Override
                public String toString() {
                    return Gradients.text("@NAME@"@TEXT@);
                }
            }
            """;
    private static final String ZEROS = """
            /** A new tangent of this object and of all it refers to, all zero, to be set and passed on. */
            public static @NAME@ zerosLike(@TYPE@ object) {
                return show(new Zeros().of(object));
            }
            """;
    private static final String NUMBER = """
            private static final int @FIELD@$slot = LAYOUT.number@SLOT@;

            /** The number for the field. */
            public @KIND@ @FIELD@() {
                return @CAST@shadow.numbers[@FIELD@$slot];
            }

            /** Sets the number for the field; returns this. */
            public @TANGENT@ @FIELD@(@KIND@ value) {
                shadow.numbers[@FIELD@$slot] = value;
                return this;
            }
            """;
    private static final String REFERENCE = """
            private static final int @FIELD@$slot = LAYOUT.reference@SLOT@;

            /** What stands for the field; null where there is nothing to differentiate. */
            public @KIND@ @FIELD@() {
                return @SHOWN@;
            }
            """;
}
