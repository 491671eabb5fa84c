package org.atled.substitutes;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The methods of {@link Optional} that choose and call back. */
@InsteadOf(Optional.class)
public final class OptionalMethods {
    private OptionalMethods() {}

    public static <T> Optional<T> ofNullable(T value) {
        return value == null ? Optional.empty() : Optional.of(value);
    }

    public static <T> T orElse(Optional<T> receiver, T other) {
        return receiver.isPresent() ? receiver.get() : other;
    }

    public static <T> T orElseGet(Optional<T> receiver, Supplier<? extends T> supplier) {
        return receiver.isPresent() ? receiver.get() : supplier.get();
    }

    public static <T> T orElseThrow(Optional<T> receiver) {
        return receiver.get();
    }

    public static <T, X extends Throwable> T orElseThrow(Optional<T> receiver, Supplier<? extends X> exceptionSupplier)
            throws X {
        if (receiver.isPresent()) {
            return receiver.get();
        }
        throw exceptionSupplier.get();
    }

    public static <T> void ifPresent(Optional<T> receiver, Consumer<? super T> action) {
        if (receiver.isPresent()) {
            action.accept(receiver.get());
        }
    }

    public static <T> void ifPresentOrElse(Optional<T> receiver, Consumer<? super T> action, Runnable emptyAction) {
        if (receiver.isPresent()) {
            action.accept(receiver.get());
        } else {
            emptyAction.run();
        }
    }

    public static <T> Optional<T> filter(Optional<T> receiver, Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return receiver.isPresent() && !predicate.test(receiver.get()) ? Optional.empty() : receiver;
    }

    public static <T, U> Optional<U> map(Optional<T> receiver, Function<? super T, ? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return receiver.isPresent() ? ofNullable(mapper.apply(receiver.get())) : Optional.empty();
    }
}
