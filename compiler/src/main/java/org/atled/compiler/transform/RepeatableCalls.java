package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/** Methods of the JDK whose calls can be made twice: lists of what they change. */
final class RepeatableCalls {
    /** The method is on no list. */
    static final int UNKNOWN = -2;

    /** The method changes nothing. */
    static final int NOTHING = -1;

    private static final Set<String> CONCATENABLE =
            Set.of("Ljava/lang/String;", "Ljava/lang/Integer;", "Ljava/lang/Double;", "Ljava/lang/Long;");

    private static final Map<String, Set<String>> EXCEPT = table(List.of(
            "java/lang/Math random",
            "java/lang/StrictMath random",
            "java/lang/String getBytes getChars format formatted valueOf join",
            "java/lang/Integer getInteger",
            "java/lang/Long getLong",
            "java/lang/Boolean getBoolean"));

    private static final Map<String, Set<String>> PURE = table(List.of(
            "java/lang/Math *",
            "java/lang/StrictMath *",
            "java/lang/String *",
            "java/lang/Double *",
            "java/lang/Float *",
            "java/lang/Long *",
            "java/lang/Integer *",
            "java/lang/Short *",
            "java/lang/Byte *",
            "java/lang/Character *",
            "java/lang/Boolean *",
            "java/lang/Number doubleValue floatValue longValue intValue",
            "java/lang/Object <init> getClass",
            "java/lang/Enum ordinal name",
            "java/lang/Class getName getSimpleName desiredAssertionStatus",
            "java/lang/StringBuilder <init> toString length charAt",
            "java/util/Objects requireNonNull requireNonNullElse isNull nonNull checkIndex",
            "java/util/Arrays copyOf copyOfRange",
            "java/lang/reflect/Array newInstance getLength",
            "java/util/List of copyOf size get isEmpty iterator",
            "java/util/Set of copyOf size isEmpty iterator",
            "java/util/Map of copyOf size isEmpty",
            "java/util/Collection size isEmpty iterator",
            "java/util/ArrayList <init> size get isEmpty iterator",
            "java/util/ArrayDeque <init> size isEmpty iterator",
            "java/util/HashMap <init> size isEmpty",
            "java/util/LinkedHashMap <init> size isEmpty",
            "java/util/HashSet <init> size isEmpty",
            "java/util/Collections emptyList emptyMap emptySet unmodifiableList"));

    /** These change their receiver, in which a copy of a reference may stay. */
    private static final Map<String, Set<String>> CHANGING_RECEIVER = table(List.of(
            "java/lang/StringBuilder append",
            "java/util/Iterator hasNext next",
            "java/util/Collection add",
            "java/util/List add set",
            "java/util/ArrayList add set ensureCapacity",
            "java/util/Deque add addFirst addLast push",
            "java/util/ArrayDeque add addFirst addLast push"));

    private static final Map<String, Set<String>> CHANGING_FIRST = table(List.of("java/util/Arrays fill sort"));

    private static final Map<String, Set<String>> MAKING = table(List.of(
            "java/util/Arrays copyOf copyOfRange",
            "java/lang/String toCharArray split",
            "java/util/List iterator",
            "java/util/Set iterator",
            "java/util/Collection iterator",
            "java/util/ArrayList iterator",
            "java/util/ArrayDeque iterator"));

    private static final int DESTINATION = 2;

    private RepeatableCalls() {}

    private static Map<String, Set<String>> table(List<String> lines) {
        Map<String, Set<String>> table = new HashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            table.put(words.get(0), new HashSet<>(words.subList(1, words.size())));
        }
        return table;
    }

    private static boolean lists(Map<String, Set<String>> table, MethodReference method) {
        Set<String> names = table.getOrDefault(method.owner(), Set.of());
        return names.contains(method.name()) || names.contains("*");
    }

    /** The index of the operand that a call changes, {@link #NOTHING} or {@link #UNKNOWN}. */
    static int changed(MethodReference method) {
        if (isPure(method)) {
            return NOTHING;
        } else if (lists(CHANGING_RECEIVER, method) || lists(CHANGING_FIRST, method) && takesNoCode(method)) {
            return 0;
        }
        boolean isArrayCopy =
                method.owner().equals("java/lang/System") && method.name().equals("arraycopy");
        return isArrayCopy ? DESTINATION : UNKNOWN;
    }

    /** A comparator is code of anybody's. */
    private static boolean takesNoCode(MethodReference method) {
        return method.parameters().stream().noneMatch(type -> type.equals(Type.object("java/util/Comparator")))
                && !(method.name().equals("sort")
                        && method.parameters().get(0).element().isReference());
    }

    /** Whether a call changes nothing, and gives the same for the same each time. */
    static boolean isPure(MethodReference method) {
        return lists(PURE, method) && !lists(EXCEPT, method) || isArrayClone(method);
    }

    private static boolean isArrayClone(MethodReference method) {
        return method.owner().startsWith("[") && method.name().equals("clone");
    }

    /** Whether the result is an object that nobody else has. */
    static boolean makesResult(MethodReference method) {
        return lists(MAKING, method) || isArrayClone(method);
    }

    /** Whether a call site makes a lambda, or a string of strings and numbers. */
    static boolean isPure(Op.InvokeDynamic call) {
        String factory = call.bootstrap().owner();
        return factory.equals("java/lang/invoke/LambdaMetafactory")
                || factory.equals("java/lang/invoke/StringConcatFactory")
                        && Type.parametersOf(call.descriptor()).stream()
                                .allMatch(type -> !type.isReference() || CONCATENABLE.contains(type.descriptor()));
    }
}
