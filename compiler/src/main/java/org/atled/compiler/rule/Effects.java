package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.atled.compiler.bytecode.ClassOutline.Annotation;
import org.atled.compiler.bytecode.ClassOutline.Method;
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
            declaration.annotation(Stores.class).ifPresent(this::store);
            declaration.annotation(Loads.class).ifPresent(loads -> {
                String from = (String) loads.values().get("from");
                add(new Place(operand("Loads", from), true), new Place(result("Loads"), false));
            });
            declaration.annotation(Views.class).ifPresent(views -> {
                String viewed = (String) views.values().get("value");
                add(new Place(operand("Views", viewed), false), new Place(result("Views"), false));
            });
            declaration.annotation(SharesElements.class).ifPresent(this::share);
            return new Effects(operands(Writes.class), List.copyOf(aliases), operands(NotFollowed.class));
        }

        private void store(Annotation stores) {
            String into = (String) stores.values().get("into");
            for (Object value : stores.list("value")) {
                add(new Place(operand("Stores", into), true), new Place(operand("Stores", (String) value), false));
            }
        }

        private void share(Annotation shares) {
            List<Object> names = shares.list("value");
            for (int i = 1; i < names.size(); i++) {
                add(
                        new Place(operand("SharesElements", (String) names.get(0)), true),
                        new Place(operand("SharesElements", (String) names.get(i)), true));
            }
        }

        private void add(Place one, Place other) {
            aliases.add(new Alias(one, other));
        }

        private Set<Integer> operands(Class<?> annotation) {
            return declaration.annotation(annotation).stream()
                    .flatMap(found -> found.list("value").stream())
                    .map(name -> operand(annotation.getSimpleName(), (String) name))
                    .collect(Collectors.toUnmodifiableSet());
        }

        private int operand(String annotation, String name) {
            if (name.equals(RESULT)) {
                return result(annotation);
            }
            int operand = primal.indexOf(name);
            if (operand < 0 || !primal.types().get(operand).isReference()) {
                throw new InvalidRuleException(
                        declaration, "@" + annotation + " names " + name + ". Name one of " + references() + ".");
            }
            return operand;
        }

        private int result(String annotation) {
            if (!primal.result().isReference()) {
                throw new InvalidRuleException(
                        declaration,
                        "@" + annotation + " is about its result, which is no reference. Remove the annotation.");
            }
            return Partial.RESULT;
        }

        private List<String> references() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < primal.names().size(); i++) {
                if (primal.types().get(i).isReference()) {
                    names.add(primal.names().get(i));
                }
            }
            return names;
        }
    }
}
