package org.atled.compiler.random;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.Setting;
import org.atled.compiler.programs.FourWays;

/** Decides about one compiled program: whether it is smooth enough to be tested, and whether its derivatives are right. */
final class Check {
    private static final long EVERY = Long.getLong("atled.otherSettings", 1);
    private static final double LARGEST = 100;
    private static final double STEP = 1e-3;
    private static final Pattern REFUSAL = Pattern.compile("isError=true, tag=(\\w+).*?message=([^.]*)");
    private static final Set<String> JUSTIFIED = Set.of("AtledConstantWritten", "AtledConstructor");

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
     * @param fault what is wrong, {@code null} if nothing is; equal words for one bug at different programs, the tag of
     *     the error for one that the build refuses
     */
    record Verdict(Kind kind, String fault, Throwable cause) {
        boolean isWrong() {
            return kind == Kind.WRONG;
        }
    }

    enum Kind {
        RIGHT,
        RIGHTLY_THROWN,
        /** An error of the build that is justified as far as a compiler can see. */
        REFUSED,
        WRONG,
        /** Decides otherwise at inputs nearby, takes too long or leaves the moderate numbers. */
        REJECTED
    }

    static Verdict of(RandomProgram program, CompiledBatch batch) {
        try {
            return new Check(program, batch).verdict();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
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

    private Verdict verdict() throws IllegalAccessException {
        Throwable thrown = run(0);
        if (!isSmooth(thrown)) {
            return new Verdict(Kind.REJECTED, null, null);
        }
        Verdict verdict = verdict(thrown, Setting.OPTIMIZED);
        boolean goesOn = verdict.kind() == Kind.RIGHT || verdict.kind() == Kind.RIGHTLY_THROWN;
        return goesOn && program.seed() % EVERY == 0 ? verdict(thrown, Setting.random(program.seed())) : verdict;
    }

    private Verdict verdict(Throwable thrown, Setting setting) {
        try {
            ProgramDerivatives derivatives = new ProgramDerivatives(
                    plain, program.active(), setting, batch.classSource(plain.getDeclaringClass()), lookup());
            FourWays ways = new FourWays(plain, derivatives, program.input(), program.usesFloat());
            if (thrown == null) {
                ways.checkWhereDifferencesConverge(1e-6);
                return new Verdict(Kind.RIGHT, null, null);
            }
            ways.checkThrown(thrown());
            return new Verdict(Kind.RIGHTLY_THROWN, null, null);
        } catch (IllegalArgumentException refused) {
            return refused(refused);
        } catch (Throwable fault) {
            return new Verdict(Kind.WRONG, setting + ": " + words(fault), fault);
        }
    }

    private static Verdict refused(IllegalArgumentException exception) {
        Matcher error = REFUSAL.matcher(String.valueOf(exception.getMessage()));
        if (!error.find()) {
            return new Verdict(Kind.WRONG, words(exception), exception);
        }
        return JUSTIFIED.contains(error.group(1))
                ? new Verdict(Kind.REFUSED, error.group(1), exception)
                : new Verdict(Kind.WRONG, error.group(1) + " " + anonymous(error.group(2)), exception);
    }

    private static String anonymous(String message) {
        return message.replaceAll("\\[line \\d+]|[-\\d.$]+|P\\d+", "#");
    }

    /** The first line of the message without its numbers and names, and where a bug of the compiler shows. */
    private static String words(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        String place = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.atled.compiler."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .findFirst()
                .orElse("");
        return fault.getClass().getSimpleName() + " " + anonymous(message) + " in " + place;
    }

    /** Runs the program that is watched, and looks at what it leaves too. */
    private Throwable run(double shift) throws IllegalAccessException {
        Watch.start();
        try {
            Object[] arguments = FourWays.shifted(program.input(), program.active(), shift);
            Watch.values(watched.invoke(null, arguments));
            Watch.values(arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private Throwable thrown() throws IllegalAccessException {
        try {
            plain.invoke(null, FourWays.shifted(program.input(), program.active(), 0));
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private boolean isSmooth(Throwable thrown) throws IllegalAccessException {
        Watch.Trace trace = Watch.trace();
        if (!(trace.largest() < LARGEST) || isTooLong(thrown)) {
            return false;
        }
        for (double shift : new double[] {-2 * STEP, -STEP, -STEP / 8, STEP / 8, STEP, 2 * STEP}) {
            Throwable other = run(shift);
            boolean isAlike = Watch.trace().decisions() == trace.decisions() && (other == null) == (thrown == null);
            if (!isAlike || !(Watch.trace().largest() < 2 * LARGEST)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTooLong(Throwable thrown) {
        return thrown instanceof Watch.TooLongError || thrown instanceof StackOverflowError;
    }
}
