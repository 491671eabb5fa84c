package org.atled.compiler.random;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.programs.FourWays;

/** Decides about one compiled program: whether it is smooth enough to be tested, and whether its derivatives are right. */
final class Check {
    private static final double LARGEST = 100;
    private static final double STEP = 1e-3;

    private final RandomProgram program;
    private final CompiledBatch batch;
    private final Method plain;
    private final Method watched;

    private Check(RandomProgram program, CompiledBatch batch) {
        this.program = program;
        this.batch = batch;
        plain = method(program.className());
        watched = method(program.watchedName());
    }

    /**
     * What came out.
     *
     * @param fault what is wrong, {@code null} if nothing is; equal words for one bug at different programs
     */
    record Verdict(Kind kind, String fault, Throwable cause) {
        boolean isWrong() {
            return kind == Kind.WRONG;
        }
    }

    enum Kind {
        RIGHT,
        RIGHTLY_THROWN,
        /** An active array may be a constant one as far as the compiler sees, which is an error of the build. */
        REFUSED,
        WRONG,
        /** Decides otherwise at inputs nearby, takes too long or leaves the moderate numbers. */
        REJECTED
    }

    static Verdict of(RandomProgram program, CompiledBatch batch) {
        return new Check(program, batch).verdict();
    }

    private Method method(String name) {
        try {
            Class<?> type = batch.loadClass(RandomProgram.PACKAGE + "." + name);
            Method method = Arrays.stream(type.getDeclaredMethods())
                    .filter(each -> each.getName().equals(program.entry().name()))
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            return method;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The program gives away its own lookup, as it is in a module of its own. */
    private Lookup lookup() throws ReflectiveOperationException {
        Method lookup = plain.getDeclaringClass().getDeclaredMethod("lookup");
        lookup.setAccessible(true);
        return (Lookup) lookup.invoke(null);
    }

    private Verdict verdict() {
        Verdict verdict = null;
        for (boolean isOptimized : new boolean[] {true, false}) {
            try {
                ProgramDerivatives derivatives =
                        new ProgramDerivatives(plain, program.active(), isOptimized, batch.classSource(), lookup());
                FourWays ways = new FourWays(plain, derivatives, program.input(), program.usesFloat());
                Throwable thrown = run(ways, 0);
                if (!isSmooth(ways, thrown)) {
                    return new Verdict(Kind.REJECTED, null, null);
                }
                if (thrown == null) {
                    ways.check(1e-6);
                    verdict = new Verdict(Kind.RIGHT, null, null);
                } else {
                    ways.checkThrown(thrown);
                    verdict = new Verdict(Kind.RIGHTLY_THROWN, null, null);
                }
            } catch (IllegalArgumentException refused) {
                if (isRefused(refused)) {
                    return new Verdict(Kind.REFUSED, null, null);
                }
                return new Verdict(Kind.WRONG, words(refused), refused);
            } catch (Throwable fault) {
                String mode = isOptimized ? "optimized: " : "not optimized: ";
                return new Verdict(Kind.WRONG, mode + words(fault), fault);
            }
        }
        return verdict;
    }

    private static boolean isRefused(IllegalArgumentException exception) {
        return String.valueOf(exception.getMessage()).startsWith("[Problem")
                && exception.getMessage().contains("AtledConstantWritten");
    }

    /** The first line of the message without its numbers and names, and where a bug of the compiler shows. */
    private static String words(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        String place = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.atled.compiler."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .findFirst()
                .orElse("");
        return fault.getClass().getSimpleName() + " " + message.replaceAll("\\[line \\d+]|[-\\d.$]+|P\\d+", "#")
                + " in " + place;
    }

    private Throwable run(FourWays ways, double shift) throws IllegalAccessException {
        Watch.start();
        try {
            watched.invoke(null, ways.shifted(shift));
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private boolean isSmooth(FourWays ways, Throwable thrown) throws IllegalAccessException {
        Watch.Trace trace = Watch.trace();
        if (!(trace.largest() < LARGEST) || isTooLong(thrown)) {
            return false;
        }
        for (double shift : new double[] {-2 * STEP, -STEP, -STEP / 8, STEP / 8, STEP, 2 * STEP}) {
            Throwable other = run(ways, shift);
            if (Watch.trace().decisions() != trace.decisions() || (other == null) != (thrown == null)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTooLong(Throwable thrown) {
        return thrown instanceof Watch.TooLongException || thrown instanceof StackOverflowError;
    }
}
