package org.atled.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.atled.runtime.Zeros;

/**
 * The arguments of one call, made by the user, with the numbers in them replaced and a shadow beside each.
 *
 * @param shadows null for constants and what holds no numbers
 * @param places every number that has a derivative
 */
record Arguments(Object[] values, Object[] shadows, List<Place> places) {
    /** Makes arguments for many calls out of one example. */
    static final class Source {
        private final CoreMethods method;
        private final Supplier<Object[]> example;
        private final List<Name> names = new ArrayList<>();
        private final Set<Object> earlier = Collections.newSetFromMap(new IdentityHashMap<>());
        private final double[] at;

        /** Tries the example twice. */
        Source(CoreMethods method, List<String> names, Supplier<Object[]> example) {
            this.method = method;
            this.example = example;
            names.forEach(name -> this.names.add(Name.of(name)));
            Arguments first = shadowed(fresh());
            this.at = numbers(first);
            requireNumbers(first);
            requireOwn(first);
            double[] second = numbers(shadowed(fresh()));
            if (!Bits.same(at, second)) {
                throw new ExampleException("the example has other numbers each time it is asked for: make it"
                        + " depend on nothing, and give random generators a seed.");
            }
        }

        /** The numbers of the example. */
        double[] at() {
            return at.clone();
        }

        /** New arguments with these numbers. */
        Arguments at(double[] x) {
            Object[] values = fresh();
            int[] next = {0};
            NumberWalk walk = NumberWalk.replacing(() -> x[next[0]++]);
            for (int i = 0; i < values.length; i++) {
                if (method.active().get(i)) {
                    values[i] = walk.visit(names.get(i), values[i], null);
                }
            }
            for (int i = 0; i < values.length; i++) {
                if (!method.active().get(i)) {
                    values[i] = walk.constant(values[i]);
                }
            }
            return shadowed(values);
        }

        private Arguments shadowed(Object[] values) {
            Zeros zeros = new Zeros();
            NumberWalk walk = NumberWalk.reading();
            Object[] shadows = new Object[values.length];
            for (int i = 0; i < values.length; i++) {
                if (method.active().get(i)) {
                    shadows[i] = zeros.of(values[i]);
                    walk.visit(names.get(i), values[i], shadows[i]);
                }
            }
            return new Arguments(values, shadows, walk.places());
        }

        private static double[] numbers(Arguments arguments) {
            return arguments.places.stream()
                    .mapToDouble(place -> place.number().get())
                    .toArray();
        }

        private static void requireNumbers(Arguments arguments) {
            if (arguments.places.isEmpty()) {
                throw new ExampleException("the example holds no number to differentiate by: give arrays and"
                        + " collections some elements.");
            }
            for (Place place : arguments.places) {
                if (!Double.isFinite(place.number().get())) {
                    throw new ExampleException("in the example " + place.name() + " is "
                            + place.number().get() + ": give a finite number, inside the domain of the method.");
                }
            }
        }

        private void requireOwn(Arguments first) {
            earlier.addAll(owners(first));
            for (Object owner : owners(shadowed(fresh()))) {
                if (earlier.contains(owner)) {
                    throw new ExampleException("the example has the same object of class "
                            + owner.getClass().getName() + " each time it is asked for, whose numbers the checks vary:"
                            + " make a new one each time.");
                }
            }
        }

        private Set<Object> owners(Arguments arguments) {
            NumberWalk walk = NumberWalk.reading();
            for (int i = 0; i < arguments.values.length; i++) {
                if (method.active().get(i)) {
                    walk.visit(names.get(i), arguments.values[i], arguments.shadows[i]);
                }
            }
            return walk.owners();
        }

        /** Asks for the example; what the user's code throws is passed on. */
        private Object[] fresh() {
            Object[] given;
            synchronized (this) {
                given = example.get();
            }
            List<Class<?>> types = method.types();
            if (given == null) {
                throw new ExampleException("the example is null: return the arguments in an Object[].");
            }
            if (given.length != types.size()) {
                throw new ExampleException(
                        "the example has " + given.length + (given.length == 1 ? " argument" : " arguments") + ", but "
                                + method.signature() + " takes " + types.size() + ": give " + list() + ".");
            }
            Object[] values = new Object[given.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = argument(
                        types.get(i), names.get(i), given[i], method.active().get(i));
            }
            return values;
        }

        private String list() {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                all.add(method.types().get(i).getSimpleName() + " " + names.get(i));
            }
            return String.join(", ", all);
        }

        private static Object argument(Class<?> type, Name name, Object value, boolean isActive) {
            if (value == null) {
                if (type.isPrimitive() || isActive) {
                    throw new ExampleException(
                            "in the example " + name + " is null, but it is a " + type.getSimpleName()
                                    + " that the method is differentiated by or computes with: give one.");
                }
                return null;
            }
            Object fitting =
                    type.isPrimitive() ? Primitives.widened(type, value) : type.isInstance(value) ? value : null;
            if (fitting == null) {
                throw new ExampleException("in the example " + name + " is of type "
                        + value.getClass().getTypeName() + ", but the method takes a " + type.getTypeName()
                        + ": give one of that.");
            }
            return fitting;
        }
    }
}
