package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class files of those lambdas that derivative code uses, to be put beside its companion. The method that a lambda
 * was compiled to is private as a rule, and is called through a method handle; one that the JDK keeps to itself is
 * copied.
 */
public final class EmittedLambdas {
    /**
     * A lambda that cannot be put where it is needed.
     *
     * @param method the interface's method, under the name of the class that has the lambda
     * @param line where it has it, 0 if unknown
     * @param type what cannot be named from there
     */
    public record Finding(MethodReference method, int line, Type type) {}

    private final ClassFiles files;
    private final int version;
    private final Map<String, byte[]> classes = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private EmittedLambdas(ClassFiles files, int version) {
        this.files = files;
        this.version = version;
    }

    /**
     * Collects what derivative code uses, directly or through another lambda.
     *
     * @param derivatives all methods of a companion
     * @param version class-file version of the companion
     */
    public static EmittedLambdas of(Collection<Function> derivatives, ClassFiles files, int version) {
        EmittedLambdas lambdas = new EmittedLambdas(files, version);
        derivatives.forEach(lambdas::addMentioned);
        while (!lambdas.open.isEmpty()) {
            lambdas.emit(lambdas.open.poll());
        }
        return lambdas;
    }

    /** The class files by internal name. */
    public Map<String, byte[]> classes() {
        return Map.copyOf(classes);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void addMentioned(Function function) {
        for (String name : Mentioned.in(function)) {
            if (files.isLambdaClass(name) && seen.add(name) && isMadeHere(name)) {
                open.add(name);
            }
        }
    }

    /** A class that another project was built with is beside the class that has the lambda. */
    private boolean isMadeHere(String name) {
        return !name.contains(ClassFacts.PROJECT_LAMBDA) || files.canEdit(files.enclosing(name));
    }

    private void emit(String name) {
        // A node of its own: the one that is shared must not be changed.
        ClassNode node = new ClassNode();
        new ClassReader(files.lambdaClass(name)).accept(node, 0);
        Reach reach = new Reach(files, name, name);
        LambdaBodies bodies = new LambdaBodies(name, files, reach);
        check(node, reach);
        List<MethodNode> methods = new ArrayList<>();
        for (MethodNode method : node.methods) {
            Function function = files.lift(new MethodReference(name, method.name, method.desc))
                    .orElseThrow();
            boolean isConstructor = method.name.equals("<init>");
            methods.add(isConstructor ? method : lowered(method.access, bodies.apply(function), reach));
        }
        for (Function copy = bodies.next(); copy != null; copy = bodies.next()) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
            methods.add(lowered(access, bodies.apply(copy), reach));
        }
        node.methods = methods;
        node.version = version(name);
        FrameWriter writer = new FrameWriter(files.hierarchy());
        node.accept(writer);
        classes.put(name, writer.toByteArray());
    }

    /** What all companions share is the same for all. */
    private int version(String name) {
        return name.contains(ClassFacts.PROJECT_LAMBDA)
                ? Math.max(Opcodes.V11, files.node(files.enclosing(name)).orElseThrow().version & 0xFFFF)
                : version;
    }

    private MethodNode lowered(int access, Function function, Reach reach) {
        addMentioned(function);
        check(function, reach);
        MethodReference name = function.name();
        MethodNode method = new MethodNode(access, name.name(), name.descriptor(), null, null);
        Lower.apply(AccessBridges.apply(function, reach), method);
        return method;
    }

    private void check(ClassNode node, Reach reach) {
        MethodReference whole = new MethodReference(node.name, node.methods.get(1).name, node.methods.get(1).desc);
        int line = files.firstLine(whole);
        node.interfaces.forEach(each -> check(Type.object(each), whole, line, reach));
    }

    private void check(Function function, Reach reach) {
        for (AccessCheck.Finding finding : AccessCheck.of(function, reach)) {
            if (finding.unreadable().isEmpty()) {
                check(finding.type(), function.name(), finding.line(), reach);
            } else {
                throw new UnreadableClassException(finding.unreadable(), null);
            }
        }
    }

    private void check(Type type, MethodReference method, int line, Reach reach) {
        if (!reach.canName(type)) {
            String enclosing = files.enclosing(method.owner());
            Finding finding =
                    new Finding(new MethodReference(enclosing, method.name(), method.descriptor()), line, type.leaf());
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
    }
}
