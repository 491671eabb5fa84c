package org.atled.processor;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.atled.NoDerivative;
import org.atled.processor.ObjectGradient.Shown;
import org.atled.processor.ObjectGradient.Source;

/** Decides which types can hold numbers to differentiate by, and how users see the derivative by each. */
final class ObjectTypes {
    /** Types that hold no numbers a derivative could be taken by. */
    private static final Set<String> DISCRETE = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long");

    private static final Set<String> CALLBACKS = Set.of("java.lang.Runnable", "java.util.concurrent.Callable");
    private static final Set<String> SEQUENCES =
            Set.of("java.lang.Iterable", "java.util.Collection", "java.util.SequencedCollection", "java.util.Queue");
    private static final Source NUMBER = (primal, shadow, depth) -> "Gradients.number(" + shadow + ")";

    private final ProcessingEnvironment environment;
    private final Types types;
    private final Tangents tangents;

    ObjectTypes(ProcessingEnvironment environment, Tangents tangents) {
        this.environment = environment;
        this.types = environment.getTypeUtils();
        this.tangents = tangents;
    }

    /** Whether no value of a type holds numbers that have derivatives. */
    boolean isDiscrete(TypeMirror type) {
        TypeMirror leaf = leaf(type);
        if (leaf.getKind().isPrimitive()) {
            return Shape.of(leaf).isEmpty();
        }
        return leaf.getKind() == TypeKind.DECLARED && isDiscrete(element(leaf), new HashSet<>());
    }

    private boolean isDiscrete(TypeElement type, Set<TypeElement> around) {
        if (type.getKind() == ElementKind.ENUM || DISCRETE.contains(name(type))) {
            return true;
        }
        boolean closed =
                type.getKind() == ElementKind.RECORD || type.getModifiers().contains(Modifier.FINAL);
        return closed
                && !isPlatform(type)
                && around.add(type)
                && fields(type).stream().allMatch(field -> {
                    TypeMirror leaf = leaf(field.asType());
                    return leaf.getKind().isPrimitive()
                            ? Shape.of(leaf).isEmpty()
                            : leaf.getKind() == TypeKind.DECLARED && isDiscreteOrOpen(element(leaf), around);
                });
    }

    /** A class that refers to itself holds no more than it holds otherwise. */
    private boolean isDiscreteOrOpen(TypeElement type, Set<TypeElement> around) {
        return around.contains(type) || isDiscrete(type, around);
    }

    private static TypeMirror leaf(TypeMirror type) {
        TypeMirror leaf = type;
        while (leaf.getKind() == TypeKind.ARRAY) {
            leaf = ((javax.lang.model.type.ArrayType) leaf).getComponentType();
        }
        return leaf;
    }

    /** The instance fields of a class that have derivatives, those of its superclasses first. */
    static List<VariableElement> fields(TypeElement type) {
        List<VariableElement> fields = new ArrayList<>();
        if (type.getSuperclass().getKind() == TypeKind.DECLARED && !isPlatform(element(type.getSuperclass()))) {
            fields.addAll(fields(element(type.getSuperclass())));
        }
        if (!isPlatform(type)) {
            ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                    .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                    .filter(field -> field.getAnnotation(NoDerivative.class) == null)
                    .forEach(fields::add);
        }
        return fields;
    }

    /** Whether a type is that of functions, which are called, not differentiated by. */
    boolean isFunction(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || element(type).getKind() != ElementKind.INTERFACE) {
            return false;
        }
        String name = name(element(type));
        if (isPlatform(element(type))) {
            return name.startsWith("java.util.function.") || CALLBACKS.contains(name);
        }
        return environment.getElementUtils().isFunctionalInterface(element(type));
    }

    /** The same, without asking for the tangent classes it would take. */
    Optional<ObjectGradient> probe(TypeMirror type) {
        return new ObjectTypes(environment, tangents.scratch()).of(type);
    }

    /** How a parameter or result of this type shows; empty if it does not. */
    Optional<ObjectGradient> of(TypeMirror type) {
        if (isDiscrete(type)) {
            return Optional.empty();
        }
        Optional<Shown> shown = shown(type, false);
        if (shown.isEmpty() && !isFunction(type)) {
            return Optional.empty();
        }
        boolean array = type.getKind() == TypeKind.ARRAY;
        return Optional.of(new ObjectGradient(array ? new ArrayType(Code.type("Object")) : Code.type("Object"), shown));
    }

    /**
     * How users see the derivative by a value of this type, if there is one.
     *
     * @param inside whether only the shadow is known, so that records are shown as tangents
     */
    Optional<Shown> shown(TypeMirror type, boolean inside) {
        if (Shape.of(type).isPresent()) {
            Type array = TypeNames.of(type);
            return Optional.of(new Shown(array, true, Shape.of(type).get().rank() > 1, cast(array)));
        }
        if (isDiscrete(type)) {
            return Optional.empty();
        }
        return switch (type.getKind()) {
            case ARRAY -> array(((javax.lang.model.type.ArrayType) type).getComponentType(), inside);
            case DECLARED -> declared((DeclaredType) type, inside);
            case TYPEVAR -> shown(((TypeVariable) type).getUpperBound(), inside);
            case WILDCARD ->
                Optional.ofNullable(((WildcardType) type).getExtendsBound()).flatMap(bound -> shown(bound, inside));
            default -> Optional.empty();
        };
    }

    private static Source cast(Type type) {
        return (primal, shadow, depth) -> "(" + type.asString() + ") " + shadow;
    }

    private Optional<Shown> array(TypeMirror component, boolean inside) {
        return shown(component, inside)
                .filter(element -> !(element.type() instanceof ClassOrInterfaceType named)
                        || named.getTypeArguments().isEmpty())
                .map(element -> new Shown(
                        new ArrayType(element.type().clone()),
                        element.written(),
                        true,
                        (primal, shadow, depth) -> "Gradients.array("
                                + element.type().asString() + "[].class, " + primal + ", " + shadow + ", "
                                + lambda(element, depth) + ")"));
    }

    private static String lambda(Shown element, int depth) {
        String primal = "p$" + depth;
        String shadow = "s$" + depth;
        return "(" + primal + ", " + shadow + ") -> " + element.source().of(primal, shadow, depth + 1);
    }

    private Optional<Shown> declared(DeclaredType type, boolean inside) {
        TypeElement element = element(type);
        String name = name(element);
        if (name.equals("java.lang.Double")) {
            return Optional.of(new Shown(TypeNames.of(type), false, false, NUMBER));
        }
        if (name.equals("java.lang.Float")) {
            return Optional.of(new Shown(
                    TypeNames.of(type), false, false, (primal, shadow, depth) -> "Gradients.single(" + shadow + ")"));
        }
        if (isPlatform(element)) {
            return container(type, inside);
        }
        if (element.getKind() == ElementKind.RECORD && !inside && isVector(element, new HashSet<>())) {
            Type record = TypeNames.of(type);
            return Optional.of(new Shown(
                    record,
                    false,
                    false,
                    (primal, shadow, depth) -> "Gradients.record(" + (depth == 0 ? "" : "(" + record.asString() + ") ")
                            + primal + ", " + shadow + ")"));
        }
        String view = tangents.of(element);
        return Optional.of(
                new Shown(Code.type(view), true, false, (primal, shadow, depth) -> view + ".show(" + shadow + ")"));
    }

    private Optional<Shown> container(DeclaredType type, boolean inside) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.size() == 1
                && (SEQUENCES.contains(name(element(type)))
                        || is(type, "java.util.List")
                        || is(type, "java.util.Deque"))) {
            return shown(arguments.get(0), inside)
                    .map(element -> new Shown(
                            generic("List", List.of(element.type())),
                            element.written(),
                            true,
                            (primal, shadow, depth) ->
                                    "Gradients.list(" + primal + ", " + shadow + ", " + lambda(element, depth) + ")"));
        }
        if (arguments.size() == 2 && is(type, "java.util.Map")) {
            return shown(arguments.get(1), inside)
                    .map(element -> new Shown(
                            generic("Map", List.of(bound(arguments.get(0)), element.type())),
                            element.written(),
                            true,
                            (primal, shadow, depth) ->
                                    "Gradients.map(" + primal + ", " + shadow + ", " + lambda(element, depth) + ")"));
        }
        return Optional.empty();
    }

    private Type bound(TypeMirror argument) {
        if (!(argument instanceof WildcardType wildcard)) {
            return TypeNames.of(argument);
        }
        return wildcard.getExtendsBound() == null ? Code.type("Object") : TypeNames.of(wildcard.getExtendsBound());
    }

    private static ClassOrInterfaceType generic(String name, List<Type> arguments) {
        ClassOrInterfaceType home = new ClassOrInterfaceType(Code.type("java"), "util");
        NodeList<Type> copies =
                NodeList.nodeList(arguments.stream().map(Type::clone).toList());
        return new ClassOrInterfaceType(home, new SimpleName(name), copies);
    }

    private boolean is(TypeMirror type, String name) {
        return types.isSubtype(
                types.erasure(type),
                types.erasure(environment.getElementUtils().getTypeElement(name).asType()));
    }

    /** Whether a record is made of numbers and of what can be copied, so that its gradient can be such a record. */
    private boolean isVector(TypeElement record, Set<TypeElement> around) {
        return !around.add(record) || fields(record).stream().allMatch(field -> isVectorPart(field.asType(), around));
    }

    private boolean isVectorPart(TypeMirror type, Set<TypeElement> around) {
        TypeMirror leaf = leaf(type);
        if (leaf.getKind().isPrimitive() || isDiscrete(leaf)) {
            return true;
        }
        if (leaf.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement element = element(leaf);
        if (!isPlatform(element)) {
            return element.getKind() == ElementKind.RECORD && isVector(element, around);
        }
        String name = name(element);
        List<? extends TypeMirror> arguments = ((DeclaredType) leaf).getTypeArguments();
        return switch (name) {
            case "java.lang.Double", "java.lang.Float" -> true;
            case "java.util.List", "java.util.Collection", "java.lang.Iterable" ->
                arguments.size() == 1 && isVectorPart(arguments.get(0), around);
            case "java.util.Map" -> arguments.size() == 2 && isVectorPart(arguments.get(1), around);
            default -> shown(leaf, true).isEmpty() && !isFunction(leaf);
        };
    }

    static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    /** As layouts of shadows have it. */
    static boolean isPlatform(TypeElement type) {
        return name(type).startsWith("java.");
    }
}
