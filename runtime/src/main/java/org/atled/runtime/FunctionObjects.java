package org.atled.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * Bootstrap methods of lambdas that derivative code may meet: their objects are of an ordinary class, which the build has
 * made, in place of one that the JVM makes up and no derivative code can know. Where that class is missing the JVM makes up
 * its own, as {@link LambdaMetafactory} does, and all but derivatives works as before. Not for use by hand.
 */
public final class FunctionObjects {
    private FunctionObjects() {}

    /**
     * As {@link LambdaMetafactory#metafactory}.
     *
     * @param generated binary name of the class that the build has made for the lambda
     */
    public static CallSite metafactory(
            Lookup caller,
            String method,
            MethodType factory,
            String generated,
            MethodType erased,
            MethodHandle implementation,
            MethodType instantiated)
            throws LambdaConversionException, IllegalAccessException {
        try {
            return made(caller, factory, generated);
        } catch (ClassNotFoundException notBuilt) {
            return LambdaMetafactory.metafactory(caller, method, factory, erased, implementation, instantiated);
        }
    }

    /**
     * As {@link LambdaMetafactory#altMetafactory}.
     *
     * @param arguments the binary name of the class that the build has made for the lambda, and what that method takes
     */
    public static CallSite altMetafactory(Lookup caller, String method, MethodType factory, Object... arguments)
            throws LambdaConversionException, IllegalAccessException {
        try {
            return made(caller, factory, (String) arguments[0]);
        } catch (ClassNotFoundException notBuilt) {
            return LambdaMetafactory.altMetafactory(
                    caller, method, factory, Arrays.copyOfRange(arguments, 1, arguments.length));
        }
    }

    /** As the JVM does it, a lambda that captures nothing is one object. */
    private static CallSite made(Lookup caller, MethodType factory, String generated)
            throws ClassNotFoundException, IllegalAccessException {
        Class<?> type = Class.forName(generated, false, caller.lookupClass().getClassLoader());
        try {
            MethodHandle constructor = caller.findConstructor(type, factory.changeReturnType(void.class))
                    .asType(factory);
            return new ConstantCallSite(
                    factory.parameterCount() == 0
                            ? MethodHandles.constant(factory.returnType(), constructor.invoke())
                            : constructor);
        } catch (NoSuchMethodException stale) {
            throw new ClassNotFoundException(generated + " was made of another lambda", stale);
        } catch (IllegalAccessException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable unexpected) {
            throw new IllegalStateException(generated + " cannot be made", unexpected);
        }
    }
}
