package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes an ordinary class of each lambda and method reference, and its creation of the call site. They are named for
 * the place they stand in. Those of classes that are being built belong to them, {@code demo/Decay$AtledLambda$loss$0}, for all
 * companions that meet one to know it by one name; others come below the companion that is being made, {@code
 * demo/DecayDerivatives$Lambda$lib-Library$run$0}: its derivative code may create them. Equal input gives equal names and
 * bytes, in any order and from any number of threads.
 */
final class LambdaClasses {
    private record Made(byte[] bytes, String enclosing) {}

    /** Where a lambda is: two that are not told apart by this are of one class. */
    private record Place(String method, LambdaSite site, int line) {}

    private final String companion;
    private final String prefix;
    private final ClassFiles files;
    private final Map<String, Made> made = new ConcurrentHashMap<>();
    private final Map<String, Map<Place, String>> places = new ConcurrentHashMap<>();

    LambdaClasses(String companion, ClassFiles files) {
        this.companion = companion;
        this.prefix = ClassFacts.lambdaPrefix(companion);
        this.files = files;
    }

    /** Whether a class would be one of these. */
    boolean owns(String internalName) {
        return internalName.startsWith(prefix) || internalName.contains(ClassFacts.PROJECT_LAMBDA);
    }

    Optional<byte[]> find(String internalName) {
        return Optional.ofNullable(made.get(internalName)).map(Made::bytes);
    }

    /** Internal name of the class whose code has the lambda. */
    Optional<String> enclosing(String internalName) {
        return Optional.ofNullable(made.get(internalName)).map(Made::enclosing);
    }

    /** The class of the lambda that a call site makes; empty if it makes none, or none that can be a class. */
    Optional<String> nameOf(ClassNode owner, String method, Op.InvokeDynamic call, int line) {
        return LambdaSite.of(call).map(site -> places(owner).get(new Place(method, site, line)));
    }

    /** The classes of all lambdas in a class that can be told to others: those that are named for it. */
    Set<String> named(ClassNode owner) {
        return places(owner).values().stream()
                .filter(name -> name.contains(ClassFacts.PROJECT_LAMBDA))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<Place, String> places(ClassNode owner) {
        Map<Place, String> known = places.get(owner.name);
        if (known == null) {
            known = find(owner);
            places.put(owner.name, known);
        }
        return known;
    }

    private Map<Place, String> find(ClassNode owner) {
        Map<Place, String> found = new HashMap<>();
        int ordinal = 0;
        for (MethodNode method : owner.methods) {
            int line = 0;
            for (AbstractInsnNode node : method.instructions) {
                if (node instanceof LineNumberNode number) {
                    line = number.line;
                } else if (node instanceof InvokeDynamicInsnNode call) {
                    add(owner, method, ordinal++, Translation.operation(call), line, found);
                }
            }
        }
        return found;
    }

    private void add(
            ClassNode owner,
            MethodNode method,
            int ordinal,
            Op.InvokeDynamic call,
            int line,
            Map<Place, String> found) {
        LambdaSite.of(call).filter(this::canBeClass).ifPresent(site -> {
            String name = BuiltCallSites.nameOf(call).orElseGet(() -> name(owner, method, ordinal));
            if (found.putIfAbsent(new Place(method.name + method.desc, site, line), name) == null) {
                byte[] bytes = LambdaClass.of(name, site, owner.name, owner.sourceFile, line);
                made.put(name, new Made(bytes, owner.name));
            }
        });
    }

    /** A super call cannot be made from another class; javac writes a method for it, other compilers may not. */
    private boolean canBeClass(LambdaSite site) {
        return !site.isSpecial() || files.isPrivate(site.called());
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

    private String name(ClassNode owner, MethodNode method, int ordinal) {
        String place = methodName(method.name) + "$" + ordinal;
        return files.canEdit(owner.name)
                ? owner.name + ClassFacts.PROJECT_LAMBDA + place
                : prefix + relative(owner.name) + "$" + place;
    }

    /** Below the companion, so that no two companions share one; the class's own package is told apart by hyphens. */
    private String relative(String owner) {
        int simple = owner.lastIndexOf('/') + 1;
        boolean isNeighbour = companion.startsWith(owner.substring(0, simple)) && companion.indexOf('/', simple) < 0;
        return isNeighbour ? owner.substring(simple) : owner.replace('/', '-');
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

    /** Creates the objects in one function. */
    private final class Replacement implements Rewriting {
        private final ClassNode owner;
        private final String method;
        private final Map<Value, Value> types = new HashMap<>();
        private final Map<Value, LambdaSite> sites = new HashMap<>();

        private Replacement(ClassNode owner, MethodNode method) {
            this.owner = owner;
            this.method = method.name + method.desc;
        }

        private void find(Instruction instruction) {
            if (instruction.op() instanceof Op.InvokeDynamic call) {
                Value old = instruction.result();
                nameOf(owner, method, call, instruction.line()).ifPresent(name -> {
                    types.put(old, new Value(old.id(), Type.object(name)));
                    sites.put(old, LambdaSite.of(call).orElseThrow());
                });
            }
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
