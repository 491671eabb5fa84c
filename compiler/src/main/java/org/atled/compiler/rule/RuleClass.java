package org.atled.compiler.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.bytecode.ClassOutline;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.Type;

/** The methods of a rule class, in an order that does not depend on the file, checked to be callable from anywhere. */
record RuleClass(ClassOutline outline) {

    /** The rule class that comes with Atled, by its class file. */
    static RuleClass of(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream stream = type.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the class file of " + type + " is missing beside the others");
            }
            return new RuleClass(ClassOutline.of(type.getName().replace('.', '/'), stream.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the class file of " + type, failure);
        }
    }

    /** The classes an annotation names whose methods the rules are for; empty if there is none. */
    List<Type> owners(Class<?> annotation) {
        return outline.annotation(annotation).stream()
                .flatMap(found -> found.list("value").stream())
                .map(Type.class::cast)
                .toList();
    }

    /** Classes that need not be there, given by name, with the same methods. */
    List<Type> namedOwners(Class<?> annotation) {
        return outline.annotation(annotation).stream()
                .flatMap(found -> found.list("named").stream())
                .map(name -> Type.object(((String) name).replace('.', '/')))
                .toList();
    }

    /** Abstract methods: the primals the class declares. */
    List<Method> declarations() {
        return methods()
                .filter(method -> method.access().isAbstract())
                .peek(RuleClass::requireNames)
                .toList();
    }

    /** Static methods: the rules. Private ones that are not named as rules are for the rules' own use. */
    List<Method> rules() {
        if (!outline.isPublic()) {
            throw new InvalidRuleException(outline, "derivative code calls it from other packages. Make it public.");
        }
        return methods()
                .filter(method -> !method.access().isAbstract())
                .filter(method -> !method.access().isPrivate()
                        || method.reference().name().contains("_"))
                .peek(RuleClass::requirePublicStatic)
                .peek(RuleClass::requireNames)
                .toList();
    }

    private Stream<Method> methods() {
        return outline.methods().stream()
                .sorted(Comparator.comparing(method -> method.reference().toString()));
    }

    private static void requirePublicStatic(Method rule) {
        if (!rule.access().isPublic() || !rule.access().isStatic()) {
            throw new InvalidRuleException(rule, "derivative code calls it. Make it public and static.");
        }
    }

    private static void requireNames(Method method) {
        if (method.parameters().isEmpty()) {
            throw new InvalidRuleException(
                    method, "the class file has no parameter names. Compile it with the option -parameters of javac.");
        }
    }
}
