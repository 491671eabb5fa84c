package org.atled.compiler.transform;

import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.MathMethods;

/** Which instructions may throw an exception that a program can mean to catch. */
final class Throwing {
    private final Definitions definitions;

    Throwing(Definitions definitions) {
        this.definitions = definitions;
    }

    boolean mayThrow(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.Invoke invoke) {
            return !isHarmless(invoke.method());
        }
        if (definitions.hasNoEffect(instruction)) {
            return false;
        }
        if (op instanceof Op.NewArray) {
            return !instruction.operands().stream().allMatch(this::isSize);
        }
        if (op instanceof Op.GetField get && get.isStatic()
                || op instanceof Op.PutField put && put.isStatic()
                || op instanceof Op.New
                || op instanceof Op.Create creation && creation.isBlank()
                || op instanceof Op.Initialized) {
            return false;
        }
        boolean readsObject = op instanceof Op.ArrayLength || op instanceof Op.GetField || op instanceof Op.PutField;
        return !(readsObject && isMade(instruction.operand(0)));
    }

    /** Whether a method only computes with numbers, or looks whether a reference is {@code null}. */
    static boolean readsAndWritesNothing(MethodReference method) {
        return MathMethods.contains(method)
                || method.owner().equals("org/atled/rules/StrongZero")
                || method.equals(IsolateThrowing.REQUIRE_NON_NULL);
    }

    /** Functions of numbers, and constructors of the JDK's exceptions. */
    private static boolean isHarmless(MethodReference method) {
        String owner = method.owner();
        boolean isException = owner.startsWith("java/") && (owner.endsWith("Exception") || owner.endsWith("Error"));
        return MathMethods.contains(method) || method.name().equals("<init>") && isException;
    }

    /** Whether the value is surely not negative. */
    private boolean isSize(Value value) {
        Instruction definition = definitions.of(value);
        return definition != null
                && (definition.op() instanceof Op.ArrayLength
                        || definition.op() instanceof Op.Literal literal
                                && literal.constant() instanceof Constant.OfInt number
                                && number.value() >= 0);
    }

    private boolean isMade(Value reference) {
        Instruction definition = definitions.of(reference);
        return definition != null
                && (definition.op() instanceof Op.NewArray
                        || definition.op() instanceof Op.New
                        || definition.op() instanceof Op.Create);
    }
}
