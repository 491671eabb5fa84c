package org.atled.substitutes;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The methods of {@link OptionalDouble} that choose and call back. */
@InsteadOf(OptionalDouble.class)
public final class OptionalDoubleMethods {
    private OptionalDoubleMethods() {}

    public static double orElse(OptionalDouble receiver, double other) {
        return receiver.isPresent() ? receiver.getAsDouble() : other;
    }

    public static double orElseGet(OptionalDouble receiver, DoubleSupplier supplier) {
        return receiver.isPresent() ? receiver.getAsDouble() : supplier.getAsDouble();
    }

    public static double orElseThrow(OptionalDouble receiver) {
        return receiver.getAsDouble();
    }

    public static <X extends Throwable> double orElseThrow(
            OptionalDouble receiver, Supplier<? extends X> exceptionSupplier) throws X {
        if (receiver.isPresent()) {
            return receiver.getAsDouble();
        }
        throw exceptionSupplier.get();
    }

    public static void ifPresent(OptionalDouble receiver, DoubleConsumer action) {
        if (receiver.isPresent()) {
            action.accept(receiver.getAsDouble());
        }
    }

    public static void ifPresentOrElse(OptionalDouble receiver, DoubleConsumer action, Runnable emptyAction) {
        if (receiver.isPresent()) {
            action.accept(receiver.getAsDouble());
        } else {
            emptyAction.run();
        }
    }
}
