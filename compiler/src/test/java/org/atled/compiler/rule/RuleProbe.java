package org.atled.compiler.rule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;

/** Evaluates the partials of a rule the way derivative code does: by the methods and arguments the rule names. */
final class RuleProbe {
    private RuleProbe() {}

    static MethodReference reference(Method method) {
        return new MethodReference(
                method.getDeclaringClass().getName().replace('.', '/'),
                method.getName(),
                MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .descriptorString());
    }

    /** The partials of {@code Math.<name>} at an argument list, one per operand; 0 where there is none. */
    static double[] ofMath(String name, double... arguments) {
        Class<?>[] types =
                Stream.generate(() -> double.class).limit(arguments.length).toArray(Class<?>[]::new);
        Object[] boxed = java.util.stream.DoubleStream.of(arguments).boxed().toArray();
        try {
            Method primal = Math.class.getMethod(name, types);
            ScalarRule rule = Rules.builtIn().of(reference(primal)).orElseThrow();
            return partials(rule, boxed, primal.invoke(null, boxed));
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    static double[] partials(ScalarRule rule, Object[] operands, Object result) {
        double[] values = new double[operands.length];
        for (Partial partial : rule.partials()) {
            List<Object> arguments = partial.arguments().stream()
                    .map(index -> index == Partial.RESULT ? result : operands[index])
                    .toList();
            values[partial.operand()] = ((Number) call(partial.method(), arguments)).doubleValue();
        }
        return values;
    }

    static Object call(MethodReference method, List<?> arguments) {
        try {
            ClassLoader loader = RuleProbe.class.getClassLoader();
            MethodHandle handle = MethodHandles.publicLookup()
                    .findStatic(
                            Class.forName(method.owner().replace('/', '.'), true, loader),
                            method.name(),
                            MethodType.fromMethodDescriptorString(method.descriptor(), loader));
            return handle.invokeWithArguments(arguments);
        } catch (UnsupportedOperationException refused) {
            throw refused;
        } catch (Throwable failure) {
            throw new AssertionError("calling " + method + " with " + arguments, failure);
        }
    }
}
