package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.atled.compiler.ClassSource;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Subtypes and common superclasses, read from class files; no class is ever loaded. Thread-safe if its class source
 * is.
 */
public final class ClassHierarchy {
    private static final List<String> ARRAY_SUPERTYPES =
            List.of("java/lang/Object", "java/lang/Cloneable", "java/io/Serializable");

    private record Header(boolean isInterface, String superclass, List<String> interfaces) {}

    private final ClassSource source;
    private final Map<String, Optional<Header>> headers = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> above = new ConcurrentHashMap<>();

    public ClassHierarchy(ClassSource source) {
        this.source = source;
    }

    private Optional<Header> header(String name) {
        return headers.computeIfAbsent(name, missing -> source.find(missing).map(bytes -> read(missing, bytes)));
    }

    private static Header read(String name, byte[] bytes) {
        ClassReader reader = ClassFiles.reader(name, bytes);
        boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
        return new Header(isInterface, reader.getSuperName(), List.of(reader.getInterfaces()));
    }

    /** Whether there is such a class file and it holds an interface. */
    public boolean isInterface(String internalName) {
        return header(internalName).map(Header::isInterface).orElse(false);
    }

    /**
     * Whether a value of one type may stand where the other is declared, interfaces told apart. Above a class that is
     * missing only {@code Object} is known.
     */
    public boolean isSubtype(Type type, Type supertype) {
        if (type.equals(supertype)) {
            return true;
        }
        if (!type.isReference() || !supertype.isReference() || supertype.equals(Type.NULL)) {
            return false;
        }
        if (type.equals(Type.NULL) || supertype.equals(Type.OBJECT)) {
            return true;
        }
        if (type.isArray()) {
            return supertype.isArray()
                    ? isSubtype(type.element(), supertype.element())
                    : ARRAY_SUPERTYPES.contains(supertype.internalName());
        }
        return !supertype.isArray() && inherits(type.internalName(), supertype.internalName());
    }

    private boolean inherits(String name, String ancestor) {
        return name.equals(ancestor) || above(name).contains(ancestor);
    }

    /** The class and all it inherits from: asked for again and again, of classes with many interfaces. */
    private Set<String> above(String name) {
        Set<String> known = above.get(name);
        if (known == null) {
            known = new HashSet<>(Set.of(name));
            Header header = header(name).orElse(null);
            if (header != null) {
                if (header.superclass != null) {
                    known.addAll(above(header.superclass));
                }
                for (String each : header.interfaces) {
                    known.addAll(above(each));
                }
            }
            above.put(name, known);
        }
        return known;
    }

    /**
     * The type the verifier gives where two references meet (JVMS 4.10.1.2): the closest common superclass, where an
     * interface and a class that is missing have only {@code Object} above them.
     */
    public Type commonSuperclass(Type one, Type other) {
        if (one.equals(other) || other.equals(Type.NULL)) {
            return one;
        }
        if (one.equals(Type.NULL)) {
            return other;
        }
        if (one.isArray() && other.isArray()) {
            return commonArray(one.element(), other.element());
        }
        if (one.isArray() || other.isArray()) {
            return Type.OBJECT;
        }
        List<String> above = superclasses(one.internalName());
        return superclasses(other.internalName()).stream()
                .filter(above::contains)
                .findFirst()
                .map(Type::object)
                .orElse(Type.OBJECT);
    }

    private Type commonArray(Type one, Type other) {
        // Arrays of different primitive elements are just objects.
        boolean references = one.isReference() && other.isReference();
        return references ? commonSuperclass(one, other).array() : Type.OBJECT;
    }

    private List<String> superclasses(String name) {
        List<String> chain = new ArrayList<>();
        String next = name;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = header(next).map(Header::superclass).orElse(null);
        }
        return chain;
    }
}
