package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes a constructor a static function that can be differentiated, {@code X.$new(A)X}. It makes the real object by the
 * real constructor, and then runs the constructor's body once more on variables in place of the fields of
 * {@code this}: the constructors it begins with and the methods it calls on {@code this} are inlined. What the fields
 * hold in the end is said by {@link Op.Initialized}, for every field of a number or a reference that is assigned on some
 * path; on the others it is zero or {@code null}.
 *
 * <p>The body runs twice, so it must not change anything but the object and what it makes itself, and must not hand out
 * {@code this}: a constructor that does is refused. What becomes of a call in the body depends on the method called, so
 * such calls are given for the caller to judge. The constructor of a class in a package {@code java.} is not repeated.
 */
public final class ConstructorFactory {
    /** The name of all factories; no method in Java source has it. */
    public static final String NAME = "$new";

    /** What the pass asks about classes. */
    public interface Callees {
        /**
         * The body of the method that a call runs.
         *
         * @param receiver internal name of the receiver's class: exactly this one, no subclass. A static or special call
         *     does not depend on it.
         * @return empty if there is no such method, or it has no code
         */
        Optional<Function> find(Op.Invoke call, String receiver);

        /** The classes that a receiver of a static type is expected to be of; empty if none are known. */
        default List<String> receivers(Type type) {
            return List.of();
        }

        /** Whether no class can override a method. */
        default boolean isFixed(MethodReference method) {
            return false;
        }

        /** The field under the name of the class that declares it: code may name a subclass. */
        FieldReference declared(FieldReference named);
    }

    /** A factory, or why there is none. */
    public sealed interface Result {}

    /**
     * A factory.
     *
     * @param function {@code X.$new(A)X}, static
     * @param repeated calls that run twice. The factory is right only if they change nothing but objects marked as made
     *     here, and give the same both times: {@link RepeatedCalls} looks into them.
     */
    public record Made(Function function, List<RepeatedCall> repeated) implements Result {
        public Made {
            repeated = List.copyOf(repeated);
        }
    }

    /**
     * Why a constructor has no factory.
     *
     * @param reason a sentence without full stop, {@code "the constructor of Model writes static field Model.count"}
     * @param line of the source of the constructor's class; of the call there, if the cause is in code it calls; 0 if
     *     unknown
     */
    public record Refused(String reason, int line) implements Result {}

    /**
     * A call, not known to be without effect, that the real constructor and its replay both make.
     *
     * @param call an {@link Op.Invoke} or {@link Op.InvokeDynamic} in the factory
     * @param madeHere for each operand whether it is an object or array that the replay has made itself
     */
    public record RepeatedCall(Instruction call, List<Boolean> madeHere) {
        public RepeatedCall {
            madeHere = List.copyOf(madeHere);
        }
    }

    private ConstructorFactory() {}

    /** The name of the factory of a constructor: {@code X.$new(A)X} for {@code X.<init>(A)V}. */
    public static MethodReference name(MethodReference constructor) {
        return new MethodReference(
                constructor.owner(),
                NAME,
                Type.methodDescriptor(constructor.parameters(), Type.object(constructor.owner())));
    }

    /** The constructor that a factory is of. */
    public static MethodReference constructor(MethodReference factory) {
        return new MethodReference(factory.owner(), "<init>", Type.methodDescriptor(factory.parameters(), Type.VOID));
    }

    /**
     * Makes the factory.
     *
     * @param constructor as lifted: its first parameter is {@code this}
     * @throws IllegalArgumentException if it is no constructor
     */
    public static Result of(Function constructor, Callees callees) {
        if (!constructor.name().name().equals("<init>") || constructor.isStatic()) {
            throw new IllegalArgumentException(constructor.name() + " is no constructor");
        }
        try {
            Function calling = calling(constructor);
            Value object = calling.entry().instructions().get(0).result();
            Function inlined = new ConstructorReplay(calling, object, callees).inlined();
            Function replayed = ConstructedFields.apply(inlined, object, callees);
            Function tidy = SimplifyParameters.apply(replayed);
            return new Made(tidy, RepeatedEffects.of(tidy));
        } catch (RefusedException refused) {
            return new Refused(refused.getMessage(), refused.line());
        }
    }

    /** Calls the constructor twice: the second call is the one to be replaced. */
    private static Function calling(Function constructor) {
        int line = constructor.entry().line();
        List<Value> arguments =
                constructor.parameters().subList(1, constructor.parameters().size());
        Value object = constructor.parameters().get(0);
        Op call = new Op.Invoke(Op.InvokeKind.SPECIAL, constructor.name(), false);
        Instruction construct = new Instruction(null, call, constructor.parameters(), line);
        List<Instruction> instructions = new ArrayList<>();
        instructions.add(new Instruction(object, new Op.New(object.type()), List.of(), line));
        instructions.add(construct);
        instructions.add(construct);
        Block block = new Block(0, arguments, instructions, new Terminator.Return(object, line));
        return new Function(name(constructor.name()), true, List.of(block));
    }
}
