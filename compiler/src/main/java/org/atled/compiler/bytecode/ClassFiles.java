package org.atled.compiler.bytecode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.atled.compiler.ClassSource;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes of a class source, each parsed once, and their methods as functions. Thread-safe if the class source is;
 * every method may throw {@link UnreadableClassException}.
 */
public final class ClassFiles {
    private static final int MAGIC = 0xCAFEBABE;

    /** A method where resolution found it. */
    record Declared(ClassNode owner, MethodNode method) {
        boolean hasCode() {
            return (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        }
    }

    private final ClassSource source;
    private final ClassSource project;
    private final String home;
    private final ClassHierarchy hierarchy;
    private final FieldLayouts layouts = new FieldLayouts(this);
    private final Map<String, Optional<ClassNode>> nodes = new ConcurrentHashMap<>();
    private final Map<Type, List<String>> subtypes = new ConcurrentHashMap<>();
    private final Map<MethodReference, Optional<Declared>> found = new ConcurrentHashMap<>();
    /** Makes classes of lambdas; {@code null} where they stay what they are. */
    private final LambdaClasses lambdas;

    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    /** The classes as they are: every method is lifted as it was compiled. */
    public ClassFiles(ClassSource source) {
        this.home = null;
        this.lambdas = null;
        this.source = source;
        this.project = source;
        this.hierarchy = new ClassHierarchy(source);
    }

    private ClassFiles(ClassSource source, String companion) {
        this.home = companion;
        this.lambdas = new LambdaClasses(companion, this);
        this.project = source;
        // What an earlier build made of lambdas is out of date.
        this.source = name -> lambdas.owns(name) ? lambdas.find(name) : source.find(name);
        this.hierarchy = new ClassHierarchy(this.source);
    }

    /**
     * The classes, and an ordinary class for each lambda and method reference in a method that was lifted: lifted code
     * creates an object of that class. Derivative code that does so needs {@link EmittedLambdas}.
     *
     * @param companion internal name of the class that derivative code will be part of
     */
    public static ClassFiles withLambdaClasses(ClassSource source, String companion) {
        return new ClassFiles(source, companion);
    }

    public ClassHierarchy hierarchy() {
        return hierarchy;
    }

    /** Where shadows keep the fields of objects. */
    public FieldLayouts layouts() {
        return layouts;
    }

    /** The method that a reference resolves to, under the name of the class that declares it. */
    public Optional<MethodReference> resolve(MethodReference method) {
        return find(method).map(found -> new MethodReference(found.owner.name, method.name(), method.descriptor()));
    }

    /** Whether no class can override a method: it is private, final, or in a final class. */
    public boolean isFixed(MethodReference method) {
        int fixed = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        return find(method)
                .filter(found -> (found.method.access & fixed) != 0 || (found.owner.access & Opcodes.ACC_FINAL) != 0)
                .isPresent();
    }

    public boolean isStatic(MethodReference method) {
        return find(method)
                .filter(found -> (found.method.access & Opcodes.ACC_STATIC) != 0)
                .isPresent();
    }

    /** Whether there can be objects of exactly this class. */
    public boolean isConcrete(String internalName) {
        int without = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        return node(internalName).filter(node -> (node.access & without) == 0).isPresent();
    }

    /**
     * The concrete subtypes of a type among those that are known without looking through jars: the type itself, what it
     * names as its own, such as the constants of an enum, and the classes of the project.
     */
    public List<String> concreteSubtypes(Type type) {
        List<String> known = subtypes.get(type);
        if (known == null) {
            known = findConcreteSubtypes(type);
            subtypes.put(type, known);
        }
        return known;
    }

    private List<String> findConcreteSubtypes(Type type) {
        Set<String> candidates = new LinkedHashSet<>(List.of(type.internalName()));
        candidates.addAll(related(type.internalName()));
        candidates.addAll(project());
        return candidates.stream()
                .filter(each -> hierarchy.isSubtype(Type.object(each), type) && isConcrete(each))
                .toList();
    }

    /** Classes that a class names as its own: those nested in it, and those it permits to extend it. */
    private Set<String> related(String internalName) {
        Set<String> related = new TreeSet<>();
        node(internalName).ifPresent(node -> {
            node.innerClasses.forEach(inner -> related.add(inner.name));
            if (node.permittedSubclasses != null) {
                node.permittedSubclasses.forEach(each -> {
                    if (related.add(each)) {
                        related.addAll(related(each));
                    }
                });
            }
        });
        return related;
    }

    /** Internal names of the project's own classes. */
    public Set<String> project() {
        return project.project();
    }

    /** Whether a class may be given a new form: it is one of those that are being built. */
    public boolean canEdit(String internalName) {
        return project.canEdit(internalName);
    }

    /**
     * The classes of lambdas that are subtypes of a type, of which the project's own code makes objects; those of libraries
     * cannot be told what class to make.
     */
    public List<String> projectLambdas(Type type) {
        Set<String> found = new TreeSet<>();
        for (String name : lambdas == null ? List.<String>of() : List.copyOf(project())) {
            node(name).map(lambdas::named).ifPresent(found::addAll);
        }
        found.removeIf(each -> !hierarchy.isSubtype(Type.object(each), type));
        expected.addAll(found);
        return List.copyOf(found);
    }

    /** The types of what the arguments of a method may lead to, internal names; {@code Object} stands for all. */
    public Set<String> heldByArguments(MethodReference method) {
        return HeldTypes.ofArguments(method, this);
    }

    /** The same of what is in a field. */
    public Set<String> heldBy(FieldReference field) {
        return HeldTypes.of(field, this);
    }

    /** The same of an object of a class. */
    public Set<String> heldBy(String internalName) {
        return HeldTypes.of(internalName, this);
    }

    /** Whether a class was among those lambdas. */
    public boolean isExpected(String lambdaClass) {
        return expected.contains(lambdaClass);
    }

    /** A class of the project with these of its lambdas linked to their classes; empty if they are already. */
    public Optional<byte[]> link(String internalName, byte[] classFile, Set<String> lambdaClasses) {
        return BuiltCallSites.edit(node(internalName).orElseThrow(), classFile, lambdas, lambdaClasses);
    }

    /**
     * The method a call resolves to, as a function under the name of the class that declares it.
     *
     * @return empty if there is no such method, or it has no code
     */
    public Optional<Function> lift(MethodReference method) {
        return find(method).filter(Declared::hasCode).map(this::lift);
    }

    private Function lift(Declared declared) {
        Function function = Lift.apply(declared.owner, declared.method, hierarchy);
        return lambdas == null ? function : lambdas.apply(function, declared.owner, declared.method);
    }

    /** Whether a class was made of a lambda, by these class files. */
    public boolean isLambdaClass(String internalName) {
        return lambdas != null && lambdas.find(internalName).isPresent();
    }

    byte[] lambdaClass(String internalName) {
        return lambdas.find(internalName).orElseThrow();
    }

    /** Internal name of the class in whose source the code of a class is: for a lambda's, the class that has it. */
    public String enclosing(String internalName) {
        return lambdas == null ? internalName : lambdas.enclosing(internalName).orElse(internalName);
    }

    /** Name of the source file of a class, {@code Decay.java}; empty if unknown. */
    public Optional<String> sourceFile(String internalName) {
        return node(internalName).map(node -> node.sourceFile);
    }

    /** Whether a class is one that the annotation processor wrote for derivatives. */
    public boolean isCompanion(String internalName) {
        return node(internalName).filter(CompanionClass::isCompanion).isPresent();
    }

    /** The companion for whose derivative code this is, if lambdas are made classes for it. */
    public Optional<String> home() {
        return Optional.ofNullable(home);
    }

    /** A companion, empty if the class is none. */
    public Optional<CompanionClass> companion(String internalName) {
        return isCompanion(internalName)
                ? source.find(internalName).map(bytes -> CompanionClass.of(internalName, bytes))
                : Optional.empty();
    }

    /**
     * The method of a companion that is differentiated in place of one that finds the solution of equations, as its annotation says;
     * empty for any other method.
     */
    public Optional<MethodReference> solution(MethodReference method) {
        return find(method).flatMap(each -> CompanionClass.solution(each.owner, each.method));
    }

    public boolean hasClass(String internalName) {
        return node(internalName).isPresent();
    }

    public boolean hasMethod(MethodReference method) {
        return find(method).isPresent();
    }

    public boolean isNative(MethodReference method) {
        return find(method)
                .filter(each -> (each.method.access & Opcodes.ACC_NATIVE) != 0)
                .isPresent();
    }

    boolean isPrivate(MethodReference method) {
        return find(method)
                .filter(each -> (each.method.access & Opcodes.ACC_PRIVATE) != 0)
                .isPresent();
    }

    /**
     * Whether code of a class may hold a static method's body instead of a call: the call takes no lock and is not what
     * runs an initializer.
     */
    public boolean canInline(MethodReference method, String into) {
        return find(method)
                .filter(each -> (each.method.access & Opcodes.ACC_SYNCHRONIZED) == 0)
                .filter(each -> each.owner.name.equals(into) || !hasInitializer(each.owner))
                .isPresent();
    }

    private boolean hasInitializer(ClassNode owner) {
        boolean own = owner.methods.stream().anyMatch(each -> each.name.equals("<clinit>"));
        return own
                || owner.superName != null
                        && node(owner.superName).filter(this::hasInitializer).isPresent();
    }

    public boolean isSynchronized(MethodReference method) {
        return find(method)
                .filter(each -> (each.method.access & Opcodes.ACC_SYNCHRONIZED) != 0)
                .isPresent();
    }

    /** The line of the first statement of a method, 0 if the class file does not tell. */
    public int firstLine(MethodReference method) {
        return find(method).stream()
                .flatMap(each -> Stream.of(each.method.instructions.toArray()))
                .filter(LineNumberNode.class::isInstance)
                .mapToInt(each -> ((LineNumberNode) each).line)
                .findFirst()
                .orElse(0);
    }

    /** The name of a parameter, if the class was compiled with parameter names or debugging information. */
    public Optional<String> parameterName(MethodReference method, int index) {
        return find(method).flatMap(each -> ParameterNames.of(each.method, index));
    }

    /** The method of a class, or inherited by it, that has this name and these parameters, under the name of the class. */
    public Optional<MethodReference> resolve(Type owner, String name, List<Type> parameters) {
        String prefix = Type.methodDescriptor(parameters, Type.VOID);
        String start = prefix.substring(0, prefix.length() - 1);
        return named(owner.internalName(), name, start)
                .map(method -> new MethodReference(owner.internalName(), name, method.desc));
    }

    private Optional<MethodNode> named(String owner, String name, String start) {
        Optional<ClassNode> node = node(owner);
        Optional<MethodNode> own = node.stream()
                .flatMap(each -> each.methods.stream())
                .filter(each -> each.name.equals(name) && each.desc.startsWith(start))
                .filter(each -> (each.access & Opcodes.ACC_BRIDGE) == 0)
                .findFirst();
        if (own.isPresent() || node.isEmpty() || name.equals("<init>")) {
            return own;
        }
        return Stream.concat(Stream.ofNullable(node.get().superName), node.get().interfaces.stream())
                .flatMap(each -> named(each, name, start).stream())
                .findFirst();
    }

    /** The parsed class. The node is shared: it must not be changed. */
    Optional<ClassNode> node(String internalName) {
        return nodes.computeIfAbsent(internalName, name -> source.find(name).map(bytes -> parse(name, bytes)));
    }

    /**
     * The method a reference resolves to (JVMS 5.4.3.3 and 5.4.3.4, access aside): from its class upwards, then the
     * most specific one with code among the superinterfaces, else any of these.
     */
    Optional<Declared> find(MethodReference method) {
        Optional<Declared> known = found.get(method);
        if (known == null) {
            known = resolveFrom(method);
            found.put(method, known);
        }
        return known;
    }

    private Optional<Declared> resolveFrom(MethodReference method) {
        String start = method.owner().startsWith("[") ? "java/lang/Object" : method.owner();
        List<Declared> inherited = new ArrayList<>();
        Optional<ClassNode> next = node(start);
        while (next.isPresent()) {
            ClassNode node = next.get();
            Optional<Declared> declared = declared(node, method);
            if (declared.isPresent()) {
                return declared;
            }
            collect(node, method, inherited);
            next = node.superName == null ? Optional.empty() : node(node.superName);
        }
        return mostSpecific(inherited);
    }

    private void collect(ClassNode node, MethodReference method, List<Declared> found) {
        for (String name : node.interfaces) {
            node(name).ifPresent(each -> {
                declared(each, method)
                        .filter(candidate -> isInherited(candidate.method))
                        .ifPresent(found::add);
                collect(each, method, found);
            });
        }
    }

    private static boolean isInherited(MethodNode method) {
        return (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0;
    }

    private Optional<Declared> mostSpecific(List<Declared> candidates) {
        return candidates.stream()
                .filter(Declared::hasCode)
                .filter(candidate -> candidates.stream().noneMatch(other -> overrides(other, candidate)))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private boolean overrides(Declared other, Declared candidate) {
        return other.owner != candidate.owner
                && hierarchy.isSubtype(Type.object(other.owner.name), Type.object(candidate.owner.name));
    }

    private static Optional<Declared> declared(ClassNode owner, MethodReference method) {
        return owner.methods.stream()
                .filter(each -> each.name.equals(method.name()) && each.desc.equals(method.descriptor()))
                .findFirst()
                .map(each -> new Declared(owner, each));
    }

    private static ClassNode parse(String name, byte[] bytes) {
        ClassReader reader = reader(name, bytes);
        ClassNode node = new ClassNode();
        // Frames are not needed to lift, and nothing here is written back.
        try {
            reader.accept(node, ClassReader.SKIP_FRAMES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw damaged(name, broken);
        }
        if (!node.name.equals(name)) {
            throw new UnreadableClassException(
                    "The class file found for " + name + " holds " + node.name
                            + "; put it into the directory of its package",
                    null);
        }
        return node;
    }

    /** A reader for a class file, or an error that says what is wrong with it. */
    static ClassReader reader(String name, byte[] bytes) {
        if (bytes.length < 8 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw damaged(name, null);
        }
        int version = ByteBuffer.wrap(bytes).getShort(6) & 0xFFFF;
        int newest = Opcodes.V28;
        if (version > newest) {
            throw new UnreadableClassException(
                    name.replace('/', '.') + " has class file version " + version + " (Java " + (version - 44)
                            + "), this Atled reads up to " + newest + " (Java " + (newest - 44)
                            + "); compile it with a lower --release or use a newer Atled",
                    null);
        }
        try {
            return new ClassReader(bytes);
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw damaged(name, broken);
        }
    }

    private static UnreadableClassException damaged(String name, Throwable cause) {
        return new UnreadableClassException(
                "The class file of " + name.replace('/', '.') + " is damaged; compile it again", cause);
    }
}
