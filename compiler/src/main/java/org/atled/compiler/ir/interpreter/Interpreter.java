package org.atled.compiler.ir.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Type;

/**
 * Executes functions without compiling them: a second execution of the same program, to compare the first with.
 *
 * <p>Calls of methods that the {@link Program} has are interpreted, all others run as compiled code of the real
 * classes, and so do constructors and everything that compiled code calls, lambdas included. Private members are
 * accessible if their module is open to this one. Exceptions leave as they were thrown. Monitors are really locked,
 * but that a method is {@code synchronized} is not part of its function.
 *
 * <p>Not thread-safe: each thread takes an interpreter of its own.
 */
public final class Interpreter {
    private final Execution execution;

    /** Interprets the function it is given and nothing that this one calls. */
    public Interpreter(ClassLoader loader) {
        this(loader, method -> null, Long.MAX_VALUE);
    }

    /**
     * Interprets a program.
     *
     * @param loader where the classes are found that the program names
     * @param stepLimit how many instructions one {@link #call} may take, including those of the functions it calls
     */
    public Interpreter(ClassLoader loader, Program program, long stepLimit) {
        Objects.requireNonNull(program, "program");
        if (stepLimit <= 0) {
            throw new IllegalArgumentException("stepLimit is " + stepLimit + "; it must be positive");
        }
        Classes classes = new Classes(Objects.requireNonNull(loader, "loader"));
        execution = new Execution(classes, program, stepLimit);
    }

    /**
     * Runs a function.
     *
     * @param arguments one per parameter, the receiver first, boxed as declared ({@link Boolean} for {@code boolean}).
     *     Arrays and objects are shared, not copied.
     * @return the result boxed as declared, {@code null} for {@code void}
     * @throws StepLimitExceededException if it takes more steps than allowed
     * @throws org.atled.compiler.ir.InvalidFunctionException if it, or a function it calls, is not valid
     * @throws Throwable whatever the program throws, as itself
     */
    public Object call(Function function, Object... arguments) throws Throwable {
        if (function.name().name().equals("<init>")) {
            throw new IllegalArgumentException(function.name() + " is a constructor; these run as compiled code only");
        }
        List<Type> types = declaredTypes(function);
        if (arguments.length != types.size()) {
            throw new IllegalArgumentException(
                    function.name() + " takes " + types.size() + " arguments, not " + arguments.length);
        }
        List<Object> operands = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            operands.add(operand(function, i, types.get(i), arguments[i]));
        }
        execution.restart();
        return Representation.toDeclared(
                execution.run(function, operands), function.name().result());
    }

    private static List<Type> declaredTypes(Function function) {
        List<Type> types = new ArrayList<>();
        if (!function.isStatic()) {
            types.add(Type.object(function.name().owner()));
        }
        types.addAll(function.name().parameters());
        return types;
    }

    private static Object operand(Function function, int index, Type type, Object argument) {
        Class<?> box = Representation.box(type);
        if (!type.isReference() && !box.isInstance(argument)) {
            String found =
                    argument == null ? "null" : "a " + argument.getClass().getName();
            throw new IllegalArgumentException("Argument " + index + " of " + function.name() + " must be a "
                    + box.getSimpleName() + ", not " + found);
        }
        return Representation.toStack(argument, type);
    }
}
