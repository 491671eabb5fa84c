package org.atled.compiler.analysis;

import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Type;

/** Which types can lead to numbers with derivatives. */
public final class Carriers {
    /** Classes of the JDK that hold numbers, or that others extend or implement so as to hold them. */
    private static final Set<String> HOLDERS = Set.of(
            "java/lang/Object",
            "java/lang/Cloneable",
            "java/lang/Comparable",
            "java/lang/Iterable",
            "java/lang/Runnable",
            "java/lang/AutoCloseable",
            "java/lang/Number",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Record",
            "java/lang/Throwable",
            "java/lang/Exception",
            "java/lang/RuntimeException",
            "java/io/Serializable",
            "java/io/Closeable");

    private static final List<String> HOLDING_PACKAGES =
            List.of("java/util/", "java/util/function/", "java/util/stream/", "java/util/concurrent/");

    /** Classes of those packages that hold no active number. */
    private static final Set<String> OTHERS = Set.of(
            "java/util/Random",
            "java/util/SplittableRandom",
            "java/util/Locale",
            "java/util/UUID",
            "java/util/BitSet",
            "java/util/Scanner",
            "java/util/Formatter",
            "java/util/StringTokenizer",
            "java/util/StringJoiner",
            "java/util/Date",
            "java/util/Properties",
            "java/util/OptionalInt",
            "java/util/OptionalLong",
            "java/util/PrimitiveIterator$OfInt",
            "java/util/concurrent/ThreadLocalRandom",
            "java/util/concurrent/TimeUnit");

    private Carriers() {}

    /**
     * Whether a reference of this type may lead to numbers with derivatives: an array of {@code double} or {@code float},
     * or of any rank of such, or an object.
     */
    public static boolean mayHoldNumbers(Type type) {
        Type leaf = type.leaf();
        if (!leaf.isReference()) {
            return leaf.isFloating() && type.isReference();
        }
        return !leaf.equals(Type.NULL) && mayHoldNumbers(leaf.internalName());
    }

    private static boolean mayHoldNumbers(String internalName) {
        if (!isOfJdk(internalName)) {
            return true;
        }
        String packageName = internalName.substring(0, internalName.lastIndexOf('/') + 1);
        return HOLDERS.contains(internalName)
                || HOLDING_PACKAGES.contains(packageName)
                        && !OTHERS.contains(internalName)
                        && !internalName.endsWith("Exception");
    }

    /** Whether a class comes with the JVM, so that its code is not differentiated. */
    public static boolean isOfJdk(String internalName) {
        return internalName.startsWith("java/") || internalName.startsWith("jdk/") || internalName.startsWith("sun/");
    }

    /** Whether a reference of this type may be an array whose elements are references. */
    static boolean mayHoldReferences(Type type) {
        return type.rank() > 1
                || type.rank() == 1 && type.leaf().isReference()
                || type.rank() == 0 && HOLDERS.contains(type.internalName());
    }
}
