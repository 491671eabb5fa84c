package org.atled.compiler.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ways of the JDK out of what a compiler can follow: reflection, other threads, files and buffers of bytes. */
enum BeyondReach {
    REFLECTION(
            "AtledReflection",
            Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle"),
            List.of("java/lang/reflect/"),
            " finds what it runs or reads at run time, so that no derivative follows an active value there. Name the method"
                    + " or the field in the source."),
    THREAD(
            "AtledThread",
            Set.of(
                    "java/lang/Thread",
                    "java/util/Timer",
                    "java/util/concurrent/ExecutorService",
                    "java/util/concurrent/ScheduledExecutorService",
                    "java/util/concurrent/ForkJoinPool",
                    "java/util/concurrent/CompletableFuture"),
            List.of(),
            " hands active values to another thread, and a derivative is computed on one. Run this work where it is"
                    + " started, and call derivatives from several threads instead."),
    OUTPUT(
            "AtledOutput",
            Set.of(
                    "java/io/DataOutputStream",
                    "java/io/ObjectOutputStream",
                    "java/io/DataOutput",
                    "java/io/ObjectOutput",
                    "java/io/RandomAccessFile"),
            List.of("java/nio/"),
            " writes an active value where no derivative follows it. Keep it in an array or an object; printing it as text"
                    + " is fine.");

    private final String tag;
    private final Set<String> owners;
    private final List<String> packages;
    private final String reason;

    BeyondReach(String tag, Set<String> owners, List<String> packages, String reason) {
        this.tag = tag;
        this.owners = owners;
        this.packages = packages;
        this.reason = reason;
    }

    /**
     * Why methods of a class must not be given active values.
     *
     * @param name the method as a message gives it
     */
    static Optional<Refusal> of(String owner, String name) {
        for (BeyondReach each : values()) {
            if (each.owners.contains(owner) || each.packages.stream().anyMatch(owner::startsWith)) {
                return Optional.of(new Refusal(each.tag, name + each.reason));
            }
        }
        return Optional.empty();
    }
}
