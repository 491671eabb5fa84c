package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes an ordinary class of each lambda and method reference, and its creation of the call site. They are named for
 * the place they stand in, {@code demo/DecayDerivatives$Lambda$Decay$loss$0}, below the companion that is being made:
 * its derivative code may create them, in whatever class the lambda was written. Equal input gives equal names and bytes,
 * in any order and from any number of threads.
 */
final class LambdaClasses {
    private record Made(byte[] bytes, String enclosing) {}

    private final String companion;
    private final String prefix;
    private final ClassFiles files;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    LambdaClasses(String companion, ClassFiles files) {
        this.companion = companion;
        this.prefix = ClassFacts.lambdaPrefix(companion);
        this.files = files;
    }

    /** Whether a class would be one of these. */
    boolean owns(String internalName) {
        return internalName.startsWith(prefix);
    }

    Optional<byte[]> find(String internalName) {
        return Optional.ofNullable(made.get(internalName)).map(Made::bytes);
    }

    /** Internal name of the class whose code has the lambda. */
    Optional<String> enclosing(String internalName) {
        return Optional.ofNullable(made.get(internalName)).map(Made::enclosing);
    }

    /** The function of a method with lambdas created as objects of their classes. */
    Function apply(Function function, ClassNode owner, MethodNode method) {
        Replacement replacement = new Replacement(owner, method);
        for (Block block : function.blocks()) {
            block.instructions().forEach(replacement::find);
        }
        if (replacement.types.isEmpty()) {
            return function;
        }
        return new Function(
                function.name(),
                function.isStatic(),
                function.blocks().stream().map(replacement::block).toList());
    }

    /** Below the companion, so that no two companions share one; the class's own package is told apart by hyphens. */
    private String name(ClassNode owner, MethodNode method, int ordinal) {
        int simple = owner.name.lastIndexOf('/') + 1;
        boolean isNeighbour =
                companion.startsWith(owner.name.substring(0, simple)) && companion.indexOf('/', simple) < 0;
        String place = isNeighbour ? owner.name.substring(simple) : owner.name.replace('/', '-');
        return prefix + place + "$" + methodName(method.name) + "$" + ordinal;
    }

    /** File systems do not take all that the JVM takes; no method has these names, and the ordinal tells all apart. */
    private static String methodName(String name) {
        if (name.equals("<init>")) {
            return "new";
        }
        if (name.equals("<clinit>")) {
            return "static";
        }
        return name.codePoints()
                .map(each -> Character.isJavaIdentifierPart(each) ? each : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Dynamic call sites in the methods of a class before this one. */
    private static int sitesBefore(ClassNode owner, MethodNode method) {
        int count = 0;
        for (MethodNode each : owner.methods) {
            if (each == method) {
                return count;
            }
            for (AbstractInsnNode node : each.instructions.toArray()) {
                count += node.getType() == AbstractInsnNode.INVOKE_DYNAMIC_INSN ? 1 : 0;
            }
        }
        throw new IllegalArgumentException(method.name + " is no method of " + owner.name);
    }

    /** Creates the objects in one function. */
    private final class Replacement implements Rewriting {
        private final ClassNode owner;
        private final MethodNode method;
        private final Map<Value, Value> types = new HashMap<>();
        private final Map<Value, LambdaSite> sites = new HashMap<>();
        private int ordinal = -1;

        private Replacement(ClassNode owner, MethodNode method) {
            this.owner = owner;
            this.method = method;
        }

        private void find(Instruction instruction) {
            if (instruction.op() instanceof Op.InvokeDynamic call) {
                ordinal = ordinal < 0 ? sitesBefore(owner, method) : ordinal + 1;
                LambdaSite.of(call).filter(this::canBeClass).ifPresent(site -> make(instruction, site));
            }
        }

        /** A super call cannot be made from another class; javac writes a method for it, other compilers may not. */
        private boolean canBeClass(LambdaSite site) {
            return !site.isSpecial() || files.isPrivate(site.called());
        }

        private void make(Instruction instruction, LambdaSite site) {
            String name = name(owner, method, ordinal);
            made.computeIfAbsent(
                    name,
                    key -> new Made(
                            LambdaClass.of(key, site, owner.name, owner.sourceFile, instruction.line()), owner.name));
            Value old = instruction.result();
            types.put(old, new Value(old.id(), Type.object(name)));
            sites.put(old, site);
        }

        @Override
        public Value value(Value old) {
            return types.getOrDefault(old, old);
        }

        @Override
        public Target edge(Target old, int first) {
            return new Target(old.block(), values(old.arguments()));
        }

        private Block block(Block old) {
            Block renamed = block(old, old.id(), old.parameters());
            List<Instruction> instructions = new ArrayList<>();
            for (int i = 0; i < old.instructions().size(); i++) {
                LambdaSite site = sites.get(old.instructions().get(i).result());
                Instruction instruction = renamed.instructions().get(i);
                if (site == null) {
                    instructions.add(instruction);
                } else {
                    create(instruction, site, instructions);
                }
            }
            return new Block(
                    renamed.id(), renamed.parameters(), instructions, renamed.terminator(), renamed.handlers());
        }

        private void create(Instruction instruction, LambdaSite site, List<Instruction> out) {
            Value object = instruction.result();
            out.add(new Instruction(object, new Op.New(object.type()), List.of(), instruction.line()));
            MethodReference constructor =
                    new MethodReference(object.type().internalName(), "<init>", LambdaClass.constructorOf(site));
            List<Value> operands = new ArrayList<>(List.of(object));
            operands.addAll(instruction.operands());
            Op call = new Op.Invoke(Op.InvokeKind.SPECIAL, constructor, false);
            out.add(new Instruction(null, call, operands, instruction.line()));
        }
    }
}
