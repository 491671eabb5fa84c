package org.atled.processor;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.VoidType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A method to differentiate, checked: everything about it that shows in its derivatives.
 *
 * @param owner how the companion names the class in code, {@code Outer.Inner}
 * @param overload 0 for the first annotated method of its name, 1 for the next
 * @param descriptor its descriptor in the class file
 * @param instance whether the first parameter is the object it is called on
 * @param result empty for {@code void} and for objects
 * @param objectResult empty for {@code void} and for numbers and arrays of them
 * @param thrown the {@code throws} clause
 * @param throwsChecked whether some of them are checked exceptions
 * @param varargs whether the last parameter takes any number of arguments
 * @param reachable whether the companion may call it in source, that is, neither it nor its class is private
 * @param ofCompanion whether it is itself a method of the companion, so that its derivative is one of a derivative
 * @param order how often users want to differentiate it
 * @param taylor whether they want its Taylor coefficients
 * @param tapeBudget how many bytes the reverse of each loop may keep, 0 for any number
 */
record Primal(
        ExecutableElement element,
        String owner,
        String name,
        int overload,
        String descriptor,
        boolean instance,
        List<Parameter> parameters,
        Optional<Shape> result,
        Optional<ObjectResult> objectResult,
        NodeList<TypeParameter> typeParameters,
        List<ReferenceType> thrown,
        boolean throwsChecked,
        boolean varargs,
        boolean isPublic,
        boolean reachable,
        boolean deprecated,
        boolean ofCompanion,
        int order,
        boolean taylor,
        long tapeBudget) {

    List<Parameter> active() {
        return parameters.stream().filter(Parameter::active).toList();
    }

    List<Parameter> activeArrays() {
        return parameters.stream().filter(Parameter::isActiveArray).toList();
    }

    List<Parameter> activeScalars() {
        return parameters.stream().filter(Parameter::isActiveScalar).toList();
    }

    List<Parameter> constantArrays() {
        return parameters.stream().filter(Parameter::isConstantArray).toList();
    }

    List<Parameter> activeObjects() {
        return parameters.stream().filter(Parameter::isActiveObject).toList();
    }

    /** Objects that are constants to the user, but that the method may keep numbers in. */
    List<Parameter> unseen() {
        return parameters.stream().filter(Parameter::isUnseen).toList();
    }

    /** Whether some argument is an object that may hold numbers. */
    boolean hasObjects() {
        return parameters.stream().anyMatch(p -> p.object().isPresent());
    }

    /** Whether the gradient can be written into places given for it. */
    boolean hasPlaces() {
        return active().stream().allMatch(Parameter::isWritten)
                && activeObjects().stream()
                        .noneMatch(p ->
                                p.object().orElseThrow().shown().orElseThrow().container());
    }

    boolean isVoid() {
        return result.isEmpty() && objectResult.isEmpty();
    }

    Type resultType() {
        return result.map(Shape::type)
                .or(() -> objectResult.map(ObjectResult::type))
                .orElseGet(VoidType::new);
    }

    /** Whether there are derivatives of its gradient. */
    boolean isTwiceDifferentiated() {
        return order > 1;
    }

    /** Whether some active argument has parts, which may be shared. */
    boolean isDeep() {
        return hasObjects()
                || activeArrays().stream().anyMatch(p -> p.shape().orElseThrow().rank() > 1);
    }

    boolean isScalarValued() {
        return result.isPresent() && result.get().isScalar();
    }

    /** The only active parameter, if it is a {@code double[]}: then the method is a function on ℝⁿ. */
    Optional<Parameter> argument() {
        List<Parameter> active = active();
        return active.size() == 1 && active.get(0).shape().equals(Optional.of(new Shape(false, 1)))
                ? Optional.of(active.get(0))
                : Optional.empty();
    }

    /** A name for something of this method alone, {@code loss$reverse}, {@code loss$reverse1} for the second overload. */
    String own(String part) {
        return name + "$" + part + (overload == 0 ? "" : Integer.toString(overload));
    }

    /** The method's name with a capital, for nested types. */
    String capitalized() {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + name.substring(name.offsetByCodePoints(0, 1));
    }
}
