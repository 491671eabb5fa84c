package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A companion class file: says which derivatives it wants, and takes their code. Whatever an earlier run put in is
 * replaced, so filling a filled companion gives the same bytes.
 */
public final class CompanionClass {
    private static final String COMPANION = "Lorg/atled/runtime/Companion;";
    private static final String CORE = "Lorg/atled/runtime/Core;";
    private static final List<String> SEARCHES = List.of("Lorg/atled/RootOf;", "Lorg/atled/FixedPoint;");
    private static final int ADDED = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private final ClassNode node;
    private final String primalOwner;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    /** The names that derivative methods had before types out of reach were erased in their descriptors. */
    private final Map<String, String> asMade = new HashMap<>();

    private CompanionClass(ClassNode node, String primalOwner) {
        this.node = node;
        this.primalOwner = primalOwner;
    }

    /** As in {@code org.atled.runtime.Core}. */
    public enum Mode {
        FORWARD,
        REVERSE,
        TAYLOR,
        WIDTH
    }

    /**
     * A method to be filled.
     *
     * @param name its own name, with descriptor
     * @param primal the method it is the derivative of
     * @param mode which derivative is asked for
     * @param active one flag per parameter of the primal
     * @param directions how many tangents are asked for at a time
     * @param tapeBudget how many bytes the reverse of each loop may keep, 0 for any number
     * @param isPeriodic whether checkpoints are to be at equal distances
     */
    public record CoreMethod(
            MethodReference name,
            MethodReference primal,
            Mode mode,
            List<Boolean> active,
            int directions,
            long tapeBudget,
            boolean isPeriodic) {
        public boolean isReverse() {
            return mode == Mode.REVERSE;
        }

        /** Whether the primal is a method of the companion, that is, a derivative. */
        public boolean isOfDerivative() {
            return primal.owner().equals(name.owner());
        }
    }

    /**
     * Reads a companion.
     *
     * @throws IllegalArgumentException if the class is not marked as one
     */
    public static CompanionClass of(String name, byte[] bytes) {
        ClassReader reader = ClassFiles.reader(name, bytes);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_FRAMES);
        String of = annotation(node.visibleAnnotations, COMPANION)
                .map(annotation -> (String) value(annotation, "of"))
                .orElseThrow(() -> new IllegalArgumentException(name.replace('/', '.')
                        + " is no companion class; name a class that the annotation processor wrote"));
        return new CompanionClass(node, of.replace('.', '/'));
    }

    static boolean isCompanion(ClassNode node) {
        return annotation(node.visibleAnnotations, COMPANION).isPresent();
    }

    /** What is differentiated in place of a method that is annotated as a search for a solution; empty for any other. */
    static Optional<MethodReference> solution(ClassNode owner, MethodNode method) {
        if (SEARCHES.stream()
                .allMatch(each -> annotation(method.visibleAnnotations, each).isEmpty())) {
            return Optional.empty();
        }
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        String descriptor = isStatic ? method.desc : "(L" + owner.name + ";" + method.desc.substring(1);
        String companion = owner.name.replace('$', '_') + "Derivatives";
        return Optional.of(new MethodReference(companion, method.name + "$implicit", descriptor));
    }

    /** Internal name of the class whose methods are differentiated. */
    public String primalOwner() {
        return primalOwner;
    }

    /** Class-file version: that of what is made for it. */
    public int version() {
        return node.version;
    }

    public List<CoreMethod> cores() {
        List<CoreMethod> cores = new ArrayList<>();
        for (MethodNode method : node.methods) {
            annotation(method.visibleAnnotations, CORE).ifPresent(core -> cores.add(core(method, core)));
        }
        return cores;
    }

    private CoreMethod core(MethodNode method, AnnotationNode core) {
        List<Boolean> active = new ArrayList<>();
        Object flags = value(core, "active");
        if (flags instanceof boolean[] array) {
            for (boolean flag : array) {
                active.add(flag);
            }
        } else if (flags instanceof List<?> list) {
            list.forEach(flag -> active.add((Boolean) flag));
        }
        String owner = core.values.contains("ofCompanion") ? node.name : primalOwner;
        MethodReference primal =
                new MethodReference(owner, (String) value(core, "method"), (String) value(core, "descriptor"));
        Mode mode = Mode.valueOf(((String[]) value(core, "mode"))[1]);
        MethodReference name = new MethodReference(node.name, method.name, method.desc);
        int directions = core.values.contains("directions") ? (Integer) value(core, "directions") : 1;
        long budget = core.values.contains("tapeBudget") ? (Long) value(core, "tapeBudget") : 0;
        return new CoreMethod(name, primal, mode, active, directions, budget, core.values.contains("periodic"));
    }

    private static Optional<AnnotationNode> annotation(List<AnnotationNode> annotations, String descriptor) {
        return annotations == null
                ? Optional.empty()
                : annotations.stream()
                        .filter(each -> each.desc.equals(descriptor))
                        .findFirst();
    }

    private static Object value(AnnotationNode annotation, String name) {
        int at = annotation.values.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("annotation " + annotation.desc + " lacks " + name
                    + "; compile again with the annotation processor of this version");
        }
        return annotation.values.get(at + 1);
    }

    /**
     * The companion with this code.
     *
     * @param functions the cores under their names, and the methods they call
     * @param nestHost internal name of the class whose private members they may use
     */
    public byte[] fill(List<Function> functions, String nestHost, ClassFiles classes) {
        Reach reach = new Reach(classes, node.name, nestHost);
        sizes.clear();
        Map<String, Function> byName = new LinkedHashMap<>();
        for (Function function : functions) {
            Function lowered = AccessBridges.apply(function, reach);
            String key = key(lowered.name().name(), lowered.name().descriptor());
            byName.put(key, lowered);
            asMade.put(lowered.name().toString(), function.name().toString());
        }
        node.methods.removeIf(CompanionClass::wasAdded);
        for (MethodNode method : node.methods) {
            Function core = byName.remove(key(method.name, method.desc));
            if (core != null) {
                replaceCode(method, core);
            }
        }
        for (Function function : byName.values()) {
            MethodReference name = function.name();
            MethodNode method = new MethodNode(ADDED, name.name(), name.descriptor(), null, null);
            replaceCode(method, function);
            node.methods.add(method);
        }
        node.nestHostClass = nestHost;
        // A member of one nest cannot host another; the function objects of a companion use nothing private of it.
        node.nestMembers = null;
        FrameWriter writer = new FrameWriter(classes.hierarchy());
        node.accept(writer);
        try {
            return writer.toByteArray();
        } catch (MethodTooLarge tooLarge) {
            throw tooLarge.as(asMade.getOrDefault(tooLarge.method(), tooLarge.method()));
        }
    }

    /** The methods last filled in whose code is longer than this many bytes, each by class, name and descriptor. */
    public List<String> longerThan(int bytes) {
        return sizes.keySet().stream()
                .filter(method -> sizes.get(method) > bytes)
                .toList();
    }

    /** The length of a method last filled in. */
    public int size(MethodReference method) {
        return sizes.get(method.toString());
    }

    private static boolean wasAdded(MethodNode method) {
        return (method.access & ADDED) == ADDED && method.name.contains("$$");
    }

    private static String key(String name, String descriptor) {
        return name + descriptor;
    }

    private void replaceCode(MethodNode method, Function function) {
        MethodNode code = new MethodNode(Opcodes.ASM9);
        Lower.apply(function, code);
        sizes.put(asMade.get(function.name().toString()), MethodSize.of(code));
        method.localVariables = ParameterNames.unchanged(method, code.instructions);
        method.instructions = code.instructions;
        method.tryCatchBlocks = code.tryCatchBlocks;
        method.maxLocals = code.maxLocals;
        method.maxStack = code.maxStack;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }
}
