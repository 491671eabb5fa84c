package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/**
 * The classes that the receiver of a call is expected to be of, and what they make of it.
 *
 * @param classes those whose implementation can be called
 * @param others those with another, or none
 * @param called the implementations
 * @param withoutCode implementations that have no code to differentiate
 */
record Receivers(
        List<String> classes, List<String> others, Set<MethodReference> called, Set<MethodReference> withoutCode) {
    /** Classes of the JDK whose objects programs compare. */
    private static final List<String> COMPARED =
            List.of("java/lang/Double", "java/lang/Float", "java/lang/Integer", "java/lang/Long", "java/lang/String");

    private static final Type COMPARABLE = Type.object("java/lang/Comparable");

    /** Those found before: the analysis asks for them each time it comes by a call. */
    static final class Known {
        private record Call(Type receiver, MethodReference method) {}

        /** Classes only ever join, so that as many are the same. */
        private record Found(int instantiated, int incoming, Receivers receivers) {}

        private final Primals primals;
        private final Set<MethodReference> refused;
        private final Map<Call, Found> found = new HashMap<>();

        /** Without implementations that are refused. */
        Known(Primals primals, Set<MethodReference> refused) {
            this.primals = primals;
            this.refused = refused;
        }

        /**
         * Of a call.
         *
         * @param receiver static type of the receiver
         * @param instantiated classes of which objects are made
         * @param incoming classes of lambdas that come from elsewhere
         */
        Receivers of(Type receiver, MethodReference method, Set<String> instantiated, Set<String> incoming) {
            Call call = new Call(receiver, method);
            Found known = found.get(call);
            if (known == null || known.instantiated != instantiated.size() || known.incoming != incoming.size()) {
                Set<String> classes = new TreeSet<>(primals.implementations(receiver));
                classes.addAll(incoming);
                Stream.concat(instantiated.stream(), COMPARED.stream().filter(each -> receiver.equals(COMPARABLE)))
                        .filter(each -> primals.isSubtype(each, receiver))
                        .forEach(classes::add);
                known = new Found(instantiated.size(), incoming.size(), select(classes, method));
                found.put(call, known);
            }
            return known.receivers;
        }

        private Receivers select(Set<String> candidates, MethodReference method) {
            List<String> classes = new ArrayList<>();
            List<String> others = new ArrayList<>();
            Set<MethodReference> called = new LinkedHashSet<>();
            Set<MethodReference> withoutCode = new LinkedHashSet<>();
            for (String each : candidates) {
                Optional<MethodReference> selected =
                        primals.select(each, method).filter(found -> !refused.contains(found));
                if (selected.isPresent() && primals.find(selected.get()).isPresent()) {
                    classes.add(each);
                    called.add(selected.get());
                } else {
                    others.add(each);
                    selected.ifPresent(withoutCode::add);
                }
            }
            return new Receivers(List.copyOf(classes), List.copyOf(others), called, withoutCode);
        }
    }
}
