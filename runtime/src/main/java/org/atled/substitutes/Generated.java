package org.atled.substitutes;

import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What a supplier gives, without end. */
public final class Generated {
    private Generated() {}

    /** Of numbers. */
    public static final class Doubles extends Elements {
        public final DoubleSupplier supplier;

        public Doubles(DoubleSupplier supplier) {
            this.supplier = supplier;
        }

        @Override
        public boolean advance() {
            number = supplier.getAsDouble();
            return true;
        }
    }

    /** Of integers. */
    public static final class Ints extends Elements {
        public final IntSupplier supplier;

        public Ints(IntSupplier supplier) {
            this.supplier = supplier;
        }

        @Override
        public boolean advance() {
            integer = supplier.getAsInt();
            return true;
        }
    }

    /** Of references. */
    public static final class Objects extends Elements {
        public final Supplier<?> supplier;

        public Objects(Supplier<?> supplier) {
            this.supplier = supplier;
        }

        @Override
        public boolean advance() {
            object = supplier.get();
            return true;
        }
    }
}
