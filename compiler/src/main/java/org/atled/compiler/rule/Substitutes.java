package org.atled.compiler.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.bytecode.ClassOutline;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.substitutes.ArraysMethods;
import org.atled.substitutes.BatchMethods;
import org.atled.substitutes.CollectionMethods;
import org.atled.substitutes.CollectionsMethods;
import org.atled.substitutes.CollectorsMethods;
import org.atled.substitutes.DoublePipeline;
import org.atled.substitutes.DoubleStreamMethods;
import org.atled.substitutes.InsteadOf;
import org.atled.substitutes.IntPipeline;
import org.atled.substitutes.IntStreamMethods;
import org.atled.substitutes.ListMethods;
import org.atled.substitutes.MapMethods;
import org.atled.substitutes.ObjectPipeline;
import org.atled.substitutes.ObjectsMethods;
import org.atled.substitutes.OptionalDoubleMethods;
import org.atled.substitutes.OptionalMethods;
import org.atled.substitutes.StreamMethods;

/**
 * The methods of the JDK in whose place others are differentiated, written in plain Java in {@code
 * org.atled.substitutes}: found by name and parameters in one literal list of classes.
 */
public final class Substitutes {
    private static final List<Class<?>> CLASSES = List.of(
            ArraysMethods.class,
            CollectionMethods.class,
            ListMethods.class,
            MapMethods.class,
            CollectionsMethods.class,
            CollectorsMethods.class,
            ObjectsMethods.class,
            OptionalMethods.class,
            OptionalDoubleMethods.class,
            DoubleStreamMethods.class,
            IntStreamMethods.class,
            StreamMethods.class,
            BatchMethods.class);

    private static final Map<String, Class<?>> STREAMS = Map.of(
            "java/util/stream/DoubleStream", DoublePipeline.class,
            "java/util/stream/IntStream", IntPipeline.class,
            "java/util/stream/Stream", ObjectPipeline.class);

    private static final String STREAM_PACKAGE = "java/util/stream/";

    private static final Map<MethodReference, MethodReference> BY_STATIC_METHOD = new HashMap<>();
    private static final Map<MethodReference, MethodReference> BY_METHOD = new HashMap<>();
    private static final Set<String> OPERATIONS = new HashSet<>();

    static {
        CLASSES.forEach(Substitutes::read);
        STREAMS.forEach((stream, type) -> RuleClass.of(type).outline().methods().stream()
                .filter(method -> method.access().isPublic() && !method.access().isStatic())
                .forEach(method -> OPERATIONS.add(key(stream, method.reference()))));
    }

    private Substitutes() {}

    /** Registers each method both ways: the descriptor tells whether a call has a receiver. */
    private static void read(Class<?> type) {
        RuleClass substitutes = RuleClass.of(type);
        for (Type owner : substitutes.owners(InsteadOf.class)) {
            for (ClassOutline.Method method : substitutes.outline().methods()) {
                if (method.access().isPublic()) {
                    read(owner.internalName(), method.reference());
                }
            }
        }
    }

    private static void read(String owner, MethodReference substitute) {
        String name = substitute.name();
        BY_STATIC_METHOD.put(new MethodReference(owner, name, substitute.descriptor()), substitute);
        List<Type> parameters = substitute.parameters();
        if (!parameters.isEmpty()) {
            List<Type> arguments = parameters.subList(1, parameters.size());
            BY_METHOD.put(
                    new MethodReference(owner, name, Type.methodDescriptor(arguments, substitute.result())),
                    substitute);
        }
    }

    /** The static method to call instead, with the same operands; empty if there is none. */
    public static Optional<MethodReference> of(Op.Invoke call) {
        return switch (call.kind()) {
            case STATIC -> Optional.ofNullable(BY_STATIC_METHOD.get(call.method()));
            case VIRTUAL, INTERFACE -> Optional.ofNullable(BY_METHOD.get(call.method()));
            case SPECIAL -> Optional.empty();
        };
    }

    /** Whether this is an operation of streams that are differentiated. */
    public static boolean isStreamOperation(MethodReference method) {
        return OPERATIONS.contains(key(method.owner(), method));
    }

    /** Whether this is a method of a stream, or makes one. */
    static boolean isOfStream(MethodReference method) {
        return STREAMS.containsKey(method.owner())
                || method.owner().startsWith(STREAM_PACKAGE) && method.owner().endsWith("Stream");
    }

    /** Whether a type is one of streams or collectors. */
    public static boolean isOfStreams(Type type) {
        return type.internalName().startsWith(STREAM_PACKAGE);
    }

    /** Whether a class is one of those that only differentiated code makes objects of. */
    public static boolean isOne(String internalName) {
        return internalName.startsWith("org/atled/substitutes/");
    }

    /** Results vary with the interface that declares a method, parameters do not. */
    private static String key(String owner, MethodReference method) {
        String descriptor = method.descriptor();
        return owner + "." + method.name() + descriptor.substring(0, descriptor.indexOf(')') + 1);
    }
}
