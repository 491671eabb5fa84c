package org.atled.compiler.rule;

import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.MethodReference;

/**
 * Methods of the JDK and of logging libraries through which no derivative passes, by owner and name.
 *
 * <p>Only calls that hand an active value neither on nor back belong here: {@code Double.valueOf}, whose result can be
 * unboxed, does not.
 */
record InactiveCalls(Map<String, Set<String>> namesByOwner) {
    private static final Set<String> PRINT = Set.of("print", "println", "printf", "format", "append", "write");
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "fatal", "log");

    private static final Set<String> CONTAINERS = Set.of(
            "java/lang/Iterable",
            "java/util/Collection",
            "java/util/List",
            "java/util/Queue",
            "java/util/PriorityQueue",
            "java/util/Deque",
            "java/util/Set",
            "java/util/SortedSet",
            "java/util/NavigableSet",
            "java/util/AbstractCollection",
            "java/util/AbstractList",
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/Vector",
            "java/util/Stack",
            "java/util/HashSet",
            "java/util/LinkedHashSet",
            "java/util/TreeSet",
            "java/util/Iterator",
            "java/util/ListIterator",
            "java/util/Map",
            "java/util/SortedMap",
            "java/util/NavigableMap",
            "java/util/AbstractMap",
            "java/util/HashMap",
            "java/util/LinkedHashMap",
            "java/util/TreeMap",
            "java/util/Hashtable",
            "java/util/Map$Entry");

    private static final Set<String> BOX_READERS = Set.of(
            "isNaN",
            "isInfinite",
            "isFinite",
            "compare",
            "compareTo",
            "equals",
            "hashCode",
            "intValue",
            "longValue",
            "shortValue",
            "byteValue");

    /** Of containers: sizes, places, and keys, which carry no derivative. */
    private static final Set<String> CONTAINER_READERS = Set.of(
            "size",
            "isEmpty",
            "empty",
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "indexOf",
            "lastIndexOf",
            "search",
            "capacity",
            "ensureCapacity",
            "trimToSize",
            "equals",
            "hashCode",
            "hasNext",
            "hasPrevious",
            "nextIndex",
            "previousIndex",
            "keySet",
            "getKey",
            "firstKey",
            "lastKey",
            "floorKey",
            "ceilingKey",
            "lowerKey",
            "higherKey",
            "comparator");

    /** Print or format what they are given. */
    static final InactiveCalls SINKS = new InactiveCalls(Map.ofEntries(
            Map.entry("java/io/PrintStream", PRINT),
            Map.entry("java/io/PrintWriter", PRINT),
            Map.entry("java/io/Console", Set.of("printf", "format")),
            Map.entry("java/util/Formatter", Set.of("format")),
            Map.entry("java/text/Format", Set.of("format")),
            Map.entry("java/text/NumberFormat", Set.of("format")),
            Map.entry("java/text/DecimalFormat", Set.of("format")),
            Map.entry("java/text/MessageFormat", Set.of("format")),
            Map.entry("java/lang/String", Set.of("valueOf", "format", "formatted", "join")),
            Map.entry("java/lang/StringBuilder", Set.of("append", "insert")),
            Map.entry("java/lang/StringBuffer", Set.of("append", "insert")),
            Map.entry("java/util/StringJoiner", Set.of("add")),
            Map.entry("java/lang/Double", Set.of("toString", "toHexString")),
            Map.entry("java/lang/Float", Set.of("toString", "toHexString")),
            Map.entry("java/util/Objects", Set.of("toString")),
            Map.entry(
                    "java/util/logging/Logger",
                    Set.of(
                            "log",
                            "logp",
                            "logrb",
                            "severe",
                            "warning",
                            "info",
                            "config",
                            "fine",
                            "finer",
                            "finest",
                            "entering",
                            "exiting",
                            "throwing")),
            Map.entry("org/atled/runtime/Thrown", Set.of("put")),
            Map.entry("java/lang/System$Logger", Set.of("log")),
            Map.entry("org/slf4j/Logger", LEVELS),
            Map.entry("org/slf4j/spi/LoggingEventBuilder", Set.of("log", "addArgument", "addKeyValue", "setMessage")),
            Map.entry("org/apache/logging/log4j/Logger", LEVELS),
            Map.entry("org/apache/commons/logging/Log", LEVELS)));

    /** Read values and return a truth value, an integer or a text. */
    static final InactiveCalls READERS = new InactiveCalls(Map.ofEntries(
            Map.entry("java/lang/Double", BOX_READERS),
            Map.entry("java/lang/Float", BOX_READERS),
            Map.entry("java/lang/Number", Set.of("intValue", "longValue", "shortValue", "byteValue")),
            Map.entry("java/lang/Integer", Set.of("compareTo")),
            Map.entry("java/lang/Long", Set.of("compareTo")),
            Map.entry("java/lang/String", Set.of("compareTo")),
            Map.entry(
                    "java/util/Arrays",
                    Set.of(
                            "equals",
                            "deepEquals",
                            "hashCode",
                            "deepHashCode",
                            "toString",
                            "deepToString",
                            "compare",
                            "mismatch",
                            "binarySearch")),
            Map.entry("java/util/Objects", Set.of("isNull", "nonNull", "equals", "hashCode", "hash")),
            Map.entry("java/util/Comparator", Set.of("compare")),
            Map.entry("java/util/Optional", Set.of("isPresent", "isEmpty")),
            Map.entry("java/util/OptionalDouble", Set.of("isPresent", "isEmpty")),
            Map.entry("org/atled/substitutes/Orders", Set.of("of")),
            Map.entry("org/atled/substitutes/ForeignStreams", Set.of("elements")),
            Map.entry("java/lang/System", Set.of("identityHashCode")),
            Map.entry("java/lang/Class", Set.of("isInstance")),
            Map.entry("java/lang/Object", Set.of("equals", "hashCode", "toString", "getClass")),
            Map.entry("java/lang/reflect/Array", Set.of("getLength")),
            Map.entry("org/atled/runtime/Tape", Set.of("release")),
            Map.entry("org/atled/runtime/ShadowedTape", Set.of("release")),
            Map.entry("org/atled/runtime/DerivativeOrder", Set.of("here")),
            Map.entry("org/atled/runtime/Zeros", Set.of("requireConstant")),
            Map.entry("org/atled/runtime/Shadows", Set.of("requireConstant", "requireApart", "copyTotals")),
            Map.entry("org/atled/runtime/Overriding", Set.of("check")),
            Map.entry("org/atled/runtime/BatchArguments", Set.of("count", "place", "variable", "apart")),
            Map.entry(
                    "org/atled/runtime/Arguments",
                    Set.of(
                            "requireNonNull",
                            "requireShadow",
                            "requireSingle",
                            "requireApart",
                            "requireConstant",
                            "requireOwnShadows",
                            "requireMirrored",
                            "requireCotangent"))));

    /** Take a number apart into bits. */
    static final InactiveCalls BIT_CASTS = new InactiveCalls(Map.of(
            "java/lang/Double", Set.of("doubleToLongBits", "doubleToRawLongBits"),
            "java/lang/Float", Set.of("floatToIntBits", "floatToRawIntBits", "floatToFloat16")));

    boolean contains(MethodReference method) {
        return namesByOwner.getOrDefault(method.owner(), Set.of()).contains(method.name());
    }

    /** Whether this is a method of a container. */
    static boolean isOfContainer(MethodReference method) {
        return CONTAINERS.contains(method.owner()) && !method.owner().startsWith("java/lang/");
    }

    /** Whether a container is looked at: its size, the place of an element, its keys. */
    static boolean readsContainer(MethodReference method) {
        return CONTAINERS.contains(method.owner()) && CONTAINER_READERS.contains(method.name());
    }
}
