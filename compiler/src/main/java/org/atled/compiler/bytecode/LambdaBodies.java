package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/**
 * Copies the private code of the JDK that a lambda class calls into that class: the JDK's modules are closed, so that
 * not even a method handle reaches the bodies of its lambdas, of {@code DoubleUnaryOperator.andThen}, say.
 */
final class LambdaBodies {
    private final String location;
    private final ClassFiles files;
    private final Reach reach;
    private final Map<MethodReference, MethodReference> names = new HashMap<>();
    private final Deque<Function> open = new ArrayDeque<>();

    LambdaBodies(String location, ClassFiles files, Reach reach) {
        this.location = location;
        this.files = files;
        this.reach = reach;
    }

    /** A copy that is still to be added to the class, under its name there; {@code null} if there is none. */
    Function next() {
        return open.poll();
    }

    /** The function with calls of copies in the place of those that the JVM would not allow. */
    Function apply(Function function) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Instruction> instructions =
                    block.instructions().stream().map(this::redirect).toList();
            blocks.add(new Block(block.id(), block.parameters(), instructions, block.terminator(), block.handlers()));
        }
        return new Function(function.name(), function.isStatic(), blocks);
    }

    private Instruction redirect(Instruction instruction) {
        if (instruction.op() instanceof Op.Invoke invoke
                && invoke.method().owner().startsWith("java/")
                && files.isPrivate(invoke.method())
                && !reach.canUse(invoke.method())) {
            return copy(invoke.method())
                    .map(name -> new Instruction(
                            instruction.result(),
                            new Op.Invoke(Op.InvokeKind.STATIC, name, false),
                            instruction.operands(),
                            instruction.line()))
                    .orElse(instruction);
        }
        return instruction;
    }

    private Optional<MethodReference> copy(MethodReference original) {
        MethodReference known = names.get(original);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Function> lifted = files.lift(original).filter(LambdaBodies::canMove);
        lifted.ifPresent(body -> {
            MethodReference name = name(original, body.isStatic());
            names.put(original, name);
            open.add(new Function(name, true, body.blocks()));
        });
        return lifted.map(body -> names.get(original));
    }

    /** A receiver becomes the first parameter; as one it was that already. */
    private MethodReference name(MethodReference original, boolean isStatic) {
        List<Type> parameters = new ArrayList<>();
        if (!isStatic) {
            parameters.add(Type.object(original.owner()));
        }
        parameters.addAll(original.parameters());
        String name = original.name() + "$" + names.size();
        return new MethodReference(location, name, Type.methodDescriptor(parameters, original.result()));
    }

    /** Constructors and calls of {@code super} mean something only where they are. */
    private static boolean canMove(Function function) {
        return !function.name().name().startsWith("<")
                && function.blocks().stream()
                        .flatMap(block -> block.instructions().stream())
                        .noneMatch(each -> each.op() instanceof Op.Invoke invoke
                                && invoke.kind() == Op.InvokeKind.SPECIAL
                                && !invoke.method().name().equals("<init>"));
    }
}
