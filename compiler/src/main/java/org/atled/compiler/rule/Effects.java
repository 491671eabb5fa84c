package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.rule.Alias.Place;
import org.atled.rules.Loads;
import org.atled.rules.NotFollowed;
import org.atled.rules.SharesElements;
import org.atled.rules.Stores;
import org.atled.rules.Views;
import org.atled.rules.Writes;

/**
 * What the annotations of a declared primal say it does to references and memory.
 *
 * @param writes operands whose elements it changes
 * @param aliases references that it makes one
 * @param notFollowed operands that must not be active
 */
record Effects(Set<Integer> writes, List<Alias> aliases, Set<Integer> notFollowed) {
    private static final String RESULT = "result";

    static Effects of(Method declaration, PrimalSignature primal) {
        return new Reading(declaration, primal).effects();
    }

    private record Reading(Method declaration, PrimalSignature primal, List<Alias> aliases) {
        Reading(Method declaration, PrimalSignature primal) {
            this(declaration, primal, new ArrayList<>());
        }

        Effects effects() {
            Stores stores = declaration.getAnnotation(Stores.class);
            if (stores != null) {
                for (String value : stores.value()) {
                    add(new Place(operand("Stores", stores.into()), true), new Place(operand("Stores", value), false));
                }
            }
            Loads loads = declaration.getAnnotation(Loads.class);
            if (loads != null) {
                add(new Place(operand("Loads", loads.from()), true), new Place(result("Loads"), false));
            }
            Views views = declaration.getAnnotation(Views.class);
            if (views != null) {
                add(new Place(operand("Views", views.value()), false), new Place(result("Views"), false));
            }
            SharesElements shares = declaration.getAnnotation(SharesElements.class);
            if (shares != null) {
                share(shares.value());
            }
            Writes writes = declaration.getAnnotation(Writes.class);
            NotFollowed lost = declaration.getAnnotation(NotFollowed.class);
            return new Effects(
                    operands("Writes", writes == null ? new String[0] : writes.value()),
                    List.copyOf(aliases),
                    operands("NotFollowed", lost == null ? new String[0] : lost.value()));
        }

        private void share(String[] names) {
            for (int i = 1; i < names.length; i++) {
                add(
                        new Place(operand("SharesElements", names[0]), true),
                        new Place(operand("SharesElements", names[i]), true));
            }
        }

        private void add(Place one, Place other) {
            aliases.add(new Alias(one, other));
        }

        private Set<Integer> operands(String annotation, String[] names) {
            Set<Integer> operands = new HashSet<>();
            for (String name : names) {
                operands.add(operand(annotation, name));
            }
            return Set.copyOf(operands);
        }

        private int operand(String annotation, String name) {
            if (name.equals(RESULT)) {
                return result(annotation);
            }
            int operand = primal.indexOf(name);
            if (operand < 0 || primal.types().get(operand).isPrimitive()) {
                throw new InvalidRuleException(
                        declaration, "@" + annotation + " names " + name + ". Name one of " + references() + ".");
            }
            return operand;
        }

        private int result(String annotation) {
            if (primal.result().isPrimitive()) {
                throw new InvalidRuleException(
                        declaration,
                        "@" + annotation + " is about its result, which is no reference. Remove the annotation.");
            }
            return Partial.RESULT;
        }

        private List<String> references() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < primal.names().size(); i++) {
                if (!primal.types().get(i).isPrimitive()) {
                    names.add(primal.names().get(i));
                }
            }
            return names;
        }
    }
}
