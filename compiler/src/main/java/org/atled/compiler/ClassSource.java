package org.atled.compiler;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where class files are found. Classes are read as bytes and never loaded. */
@FunctionalInterface
public interface ClassSource {
    /**
     * The bytes of a class file.
     *
     * @param internalName name with slashes, {@code demo/Decay}
     * @return empty if there is no such class here
     */
    Optional<byte[]> find(String internalName);

    /** Internal names of the classes that the files {@link RuleList#PATH} here list. */
    default Set<String> ruleClasses() {
        return Set.of();
    }

    /**
     * Whether a class is among those that are being built, so that a new form of it will be used wherever it is: its
     * lambdas can be made to tell what they are.
     */
    default boolean canEdit(String internalName) {
        return project().contains(internalName);
    }

    /**
     * Such a source that finds classes, rule classes and the classes of the project in ways of their own, for classes that
     * are in use already and cannot be edited.
     */
    static ClassSource of(ClassSource classes, Supplier<Set<String>> ruleClasses, Supplier<Set<String>> project) {
        return new ClassSource() {
            @Override
            public Optional<byte[]> find(String internalName) {
                return classes.find(internalName);
            }

            @Override
            public Set<String> ruleClasses() {
                return ruleClasses.get();
            }

            @Override
            public Set<String> project() {
                return project.get();
            }

            @Override
            public boolean canEdit(String internalName) {
                return false;
            }
        };
    }

    /**
     * Internal names of the classes that belong to the project itself: implementations of interfaces are looked for among
     * them. None unless overridden.
     */
    default Set<String> project() {
        return Set.of();
    }
}
