package org.atled.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.atled.NotBuiltException;

/**
 * Checks one method at one example input for a build tool, which calls this by reflection in the class loader of the user's
 * classes: all that comes in and goes out is of classes of the JDK. Not for use by hand; {@link MethodCheck} is.
 */
public final class ExampleRun {
    private static final int MOST_SHOWN = 8;

    private final Map<String, Object> request;
    private final Map<String, Object> answer = new LinkedHashMap<>();

    private ExampleRun(Map<String, Object> request) {
        this.request = request;
    }

    /**
     * Runs a check.
     *
     * @param request {@code companion}, binary name; {@code method}, name and descriptor; {@code names} of its parameters, a
     *     list of texts; {@code literals}, a list of texts, or {@code exampleClass} and {@code exampleMethod}; {@code seed}, a
     *     long; {@code tolerance}, a double; {@code threads}, whether two call at once
     * @return {@code outcome}: {@code passed}, {@code failed}, {@code example} if the input is no good, {@code notBuilt};
     *     {@code point}, as text; {@code numbers}, how many it has; {@code failures}, a list of texts; {@code errors}, relative
     *     errors by name of the check; {@code inactive}, names of numbers without influence; {@code trace}, of what was thrown
     */
    public static Map<String, Object> run(Map<String, Object> request) {
        ExampleRun run = new ExampleRun(request);
        try {
            run.check();
        } catch (ExampleException unfit) {
            run.ended("example", unfit.getMessage(), unfit.getCause());
        } catch (NotBuiltException notBuilt) {
            run.ended("notBuilt", notBuilt.getMessage(), null);
        } catch (RuntimeException | Error thrown) {
            // User code may throw anything; the other methods are to be checked all the same.
            run.ended(
                    "failed",
                    "  [throws] a derivative throws " + thrown
                            + ", where the method itself does not.\n    What to do: see"
                            + " the stack trace; where it names an implementation that cannot be differentiated, choose an"
                            + " example without it.",
                    thrown);
        }
        return run.answer;
    }

    private void ended(String outcome, String failure, Throwable thrown) {
        answer.put("outcome", outcome);
        answer.put("failures", List.of(failure));
        if (thrown != null) {
            answer.put("trace", trace(thrown));
        }
    }

    /** The user's part of a stack trace. */
    private static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < MOST_SHOWN; depth++, each = each.getCause()) {
            text.append(depth == 0 ? "" : "\nCaused by: ").append(each);
            for (StackTraceElement frame : each.getStackTrace()) {
                if (frame.getClassName().startsWith("jdk.internal.reflect.")
                        || frame.getClassName().startsWith("org.atled.testing.")) {
                    break;
                }
                String place = frame.getFileName() == null ? "" : frame.getFileName() + ":" + frame.getLineNumber();
                text.append("\n  at ").append(frame.getClassName()).append('.').append(frame.getMethodName());
                text.append('(').append(place).append(')');
            }
        }
        return text.toString();
    }

    private void check() {
        MethodCheck check = MethodCheck.of(load(text("companion")), text("method"))
                .named(texts("names"))
                .with(this::settings);
        Supplier<Object[]> example = request.containsKey("literals") ? literals(check) : method(check);
        MethodCheck.Result result = check.run(example);
        answer.put("point", point(result));
        answer.put("numbers", result.at().length);
        answer.put("outcome", result.verdict().failed() ? "failed" : "passed");
        answer.put("failures", List.copyOf(result.verdict().failures()));
        answer.put("errors", new LinkedHashMap<>(result.verdict().relativeErrors()));
        answer.put("inactive", result.inactive());
        if (result.verdict().cause() != null) {
            answer.put("cause", result.verdict().cause().toString());
        }
    }

    private GradientCheck settings(GradientCheck check) {
        GradientCheck set = check.seed((Long) request.get("seed")).adjointTolerance((Double) request.get("tolerance"));
        return (Boolean) request.get("threads") ? set : set.singleThreaded();
    }

    private static String point(MethodCheck.Result result) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(MOST_SHOWN, result.at().length); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(result.inputs().get(i))
                    .append(" = ")
                    .append(result.at()[i]);
        }
        int left = result.at().length - MOST_SHOWN;
        return left <= 0 ? text.toString() : text + ", … " + result.at().length + " in all";
    }

    private String text(String key) {
        return (String) request.get(key);
    }

    private List<String> texts(String key) {
        return ((List<?>) request.get(key)).stream().map(String.class::cast).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new ExampleException("there is no class " + name + ": compile the project.", missing);
        }
    }

    private Supplier<Object[]> literals(MethodCheck check) {
        List<String> texts = texts("literals");
        List<Class<?>> types = check.types();
        return () -> {
            Object[] values = new Object[texts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = i < types.size() ? Literals.parse(types.get(i), texts.get(i)) : texts.get(i);
            }
            return values;
        };
    }

    private Supplier<Object[]> method(MethodCheck check) {
        Method example;
        try {
            example = load(text("exampleClass")).getDeclaredMethod(text("exampleMethod"));
        } catch (NoSuchMethodException changed) {
            throw new ExampleException("there is no method " + text("exampleMethod") + ": compile again.", changed);
        }
        example.setAccessible(true);
        return () -> {
            Object given = call(example);
            return example.getReturnType() == Object[].class ? (Object[]) given : new Object[] {given};
        };
    }

    private static Object call(Method example) {
        try {
            return example.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw new ExampleException(
                    "the example throws " + thrown.getCause()
                            + ": correct it; a test that calls it shows the stack trace.",
                    thrown.getCause());
        } catch (ExceptionInInitializerError broken) {
            throw new ExampleException(
                    "the class of the example cannot be initialized: " + broken.getCause()
                            + ". Correct its static fields.",
                    broken.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
