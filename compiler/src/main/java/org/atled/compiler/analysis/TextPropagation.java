package org.atled.compiler.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Follows texts that are made of active numbers, so that one read back as a number is noticed: through strings, builders,
 * characters, writers, messages of exceptions and, without telling them apart, static fields and properties. A
 * file or stream that is printed to is not followed: what is read from outside is a constant.
 */
final class TextPropagation {
    private static final Set<String> BUILDERS =
            Set.of("java/lang/StringBuilder", "java/lang/StringBuffer", "java/util/StringJoiner");
    private static final Set<Type> TEXTS = Set.of(
            Type.STRING,
            Type.OBJECT,
            Type.object("java/lang/CharSequence"),
            new Type("[C"),
            new Type("[B"),
            new Type("[Ljava/lang/String;"));
    private static final List<String> KEEPERS =
            List.of("java/lang/System", "java/lang/ThreadLocal", "java/util/prefs/");

    private final ActivityFacts facts;
    private final Closure closure;

    TextPropagation(ActivityFacts facts, Closure closure) {
        this.facts = facts;
        this.closure = closure;
    }

    /** A text made of what the operands are; a builder is the text it holds. */
    void make(Instruction instruction) {
        if (instruction.operands().stream().noneMatch(this::isRead)) {
            return;
        }
        boolean appends = instruction.op() instanceof Op.Invoke invoke && invoke.kind() == Op.InvokeKind.VIRTUAL;
        if (appends && instruction.operand(0).type().isReference()) {
            Region builder = facts.region(instruction.operand(0));
            facts.note(builder.markText());
            if (isBuilder(instruction.operand(0).type()) && (builder.constant() != null || builder.isLeaked())) {
                closure.escapeText();
            }
        }
        markResult(instruction);
    }

    private static boolean isBuilder(Type type) {
        return !type.isArray() && !type.equals(Type.NULL) && BUILDERS.contains(type.internalName());
    }

    /** Whether a text made of this value has active numbers in it. */
    private boolean isRead(Value value) {
        return facts.isActive(value)
                || value.type().isReference() && facts.region(value).isBoxed()
                || isText(value);
    }

    boolean isText(Value value) {
        return value.type().isReference() && facts.region(value).leadsToText();
    }

    boolean isAnyText(Instruction instruction) {
        return instruction.operands().stream().anyMatch(this::isText);
    }

    /** A call of code that is not analysed: what it makes of a text is such a text. */
    void opaque(Instruction instruction, MethodReference method) {
        boolean isKeeper = KEEPERS.stream().anyMatch(method.owner()::startsWith);
        if (isAnyText(instruction)) {
            markResult(instruction);
            boolean hasReceiver =
                    !(instruction.op() instanceof Op.Invoke invoke && invoke.kind() == Op.InvokeKind.STATIC)
                            && !(instruction.op() instanceof Op.Create);
            if (hasReceiver && instruction.operand(0).type().isReference()) {
                facts.note(facts.region(instruction.operand(0)).markText());
            }
            if (isKeeper) {
                closure.escapeText();
            }
        } else if (isKeeper && closure.textEscaped()) {
            markResult(instruction);
        }
        joinStreams(instruction, method);
    }

    /** A writer around a writer writes to it. */
    private void joinStreams(Instruction instruction, MethodReference method) {
        boolean wraps = method.owner().startsWith("java/io/")
                && (instruction.op() instanceof Op.Create || method.name().equals("<init>"));
        List<Region> streams = Stream.concat(instruction.operands().stream(), Stream.ofNullable(instruction.result()))
                .filter(each -> isStream(each.type()))
                .map(facts::region)
                .toList();
        for (int i = 1; wraps && i < streams.size(); i++) {
            facts.unify(streams.get(0), streams.get(i));
        }
    }

    private static boolean isStream(Type type) {
        return type.isReference()
                && !type.isArray()
                && !type.equals(Type.NULL)
                && type.internalName().startsWith("java/io/");
    }

    /** A static field keeps a text. */
    void put(Instruction instruction) {
        if (isAnyText(instruction)) {
            closure.escapeText();
        }
    }

    void get(Instruction instruction) {
        if (closure.textEscaped()
                && (TEXTS.contains(instruction.result().type())
                        || isBuilder(instruction.result().type()))) {
            markResult(instruction);
        }
    }

    /** An exception with a text for its message: any handler may get it. */
    void makeThrowable(Instruction instruction, Value exception) {
        if (isAnyText(instruction)) {
            facts.note(facts.region(exception).markText());
            closure.escapeText();
        }
    }

    void caught(Value exception) {
        if (closure.textEscaped()) {
            facts.note(facts.region(exception).markText());
        }
    }

    private void markResult(Instruction instruction) {
        if (instruction.result() != null && instruction.result().type().isReference()) {
            facts.note(facts.region(instruction.result()).markText());
        }
    }
}
