package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/**
 * Finds what a companion's code cannot do even through a method handle: use a class that the JDK keeps to itself. Those of
 * others are no obstacle, see {@link EraseInaccessible}.
 */
public final class AccessCheck {
    private final Reach reach;
    private final List<Finding> findings = new ArrayList<>();

    private AccessCheck(Reach reach) {
        this.reach = reach;
    }

    /**
     * A use of a class that is inaccessible, or whose accessibility cannot be told.
     *
     * @param line source line, 0 if unknown
     * @param type {@code null} if it cannot be read
     * @param unreadable why it cannot be read and what to do, or empty
     */
    public record Finding(int line, Type type, String unreadable) {}

    /**
     * Checks a primal whose derivative is to be part of a companion.
     *
     * @param companion internal name of the companion
     * @param nestHost internal name of the host of the nest it joins
     */
    public static List<Finding> of(Function primal, ClassFiles classes, String companion, String nestHost) {
        return of(primal, new Reach(classes, companion, nestHost));
    }

    static List<Finding> of(Function function, Reach reach) {
        AccessCheck check = new AccessCheck(reach);
        for (Block block : function.blocks()) {
            block.instructions().forEach(check::visit);
        }
        return List.copyOf(check.findings);
    }

    private void visit(Instruction instruction) {
        try {
            named(instruction.op())
                    .filter(type -> isClosed(type) && !reach.canName(type))
                    .findFirst()
                    .ifPresent(type -> findings.add(new Finding(instruction.line(), type, "")));
            readOwner(instruction.op());
        } catch (UnreadableClassException unreadable) {
            findings.add(new Finding(instruction.line(), null, unreadable.getMessage()));
        }
    }

    private static boolean isClosed(Type type) {
        return type.leaf().descriptor().startsWith("Ljava/");
    }

    /** Members are reached one way or another, but only if their class can be read. */
    private void readOwner(Op op) {
        if (op instanceof Op.GetField get) {
            reach.canUse(get.field());
        } else if (op instanceof Op.PutField put) {
            reach.canUse(put.field());
        } else if (op instanceof Op.Create creation) {
            reach.canUse(creation.constructor());
        } else if (op instanceof Op.Invoke invoke) {
            reach.canUse(invoke.method());
        }
    }

    /** The types that the code of an operation names, and that a method handle does not spare it from naming. */
    private static Stream<Type> named(Op op) {
        if (op instanceof Op.CheckCast cast) {
            return Stream.of(cast.type());
        }
        if (op instanceof Op.InstanceOf test) {
            return Stream.of(test.type());
        }
        if (op instanceof Op.New creation) {
            return Stream.of(creation.type());
        }
        if (op instanceof Op.Create creation) {
            return Stream.concat(
                    Stream.of(Type.object(creation.constructor().owner())),
                    creation.constructor().parameters().stream());
        }
        if (op instanceof Op.NewArray array) {
            return Stream.of(array.type());
        }
        if (op instanceof Op.GetField get) {
            return Stream.of(get.field().type());
        }
        if (op instanceof Op.Invoke invoke) {
            return Stream.concat(
                    invoke.method().parameters().stream(),
                    Stream.of(invoke.method().result()));
        }
        return Stream.empty();
    }
}
