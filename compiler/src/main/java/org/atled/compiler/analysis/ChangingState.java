package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atled.compiler.ir.Value;

/** Says what a method may change of all that its arguments lead to, as the text of {@code org.atled.runtime.StateShape}. */
public final class ChangingState {
    private final List<Region> nodes = new ArrayList<>();
    private final Map<Region, Integer> numbers = new HashMap<>();
    private final Set<Region> relevant = new HashSet<>();
    private final Set<Region> unsteady = new HashSet<>();

    private ChangingState() {}

    /**
     * Of one specialization, with its shadows among the arguments.
     *
     * @param stable per parameter, whether nobody changes what it leads to until the pullback
     */
    public static String of(Activity activity, List<Boolean> stable) {
        ChangingState state = new ChangingState();
        for (int i = 0; i < stable.size(); i++) {
            if (!stable.get(i)) {
                state.unsteady.addAll(activity.facts()
                        .region(activity.function().parameters().get(i))
                        .reached());
            }
        }
        List<String> arguments = new ArrayList<>();
        List<Value> parameters = activity.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Region region = activity.facts().region(parameters.get(i));
            arguments.add(state.isRelevant(region) ? String.valueOf(state.number(region)) : "-");
            if (activity.specialization().active().get(i)) {
                arguments.add("s");
            }
        }
        List<String> lines = new ArrayList<>(List.of(String.join(" ", arguments)));
        for (int i = 0; i < state.nodes.size(); i++) {
            lines.add(state.line(state.nodes.get(i)));
        }
        return String.join("\n", lines);
    }

    /** What a static field leads to is changed, if at all, by way of the field: see what may run again. */
    private static boolean isChanging(Region region) {
        return !region.written().isEmpty() || isAnything(region);
    }

    private static boolean isAnything(Region region) {
        return region.isLeaked() && region.constant() == null;
    }

    private boolean isRelevant(Region region) {
        if (relevant.contains(region)) {
            return true;
        }
        boolean found = region.reached().stream().anyMatch(each -> isChanging(each) || unsteady.contains(each));
        if (found) {
            relevant.add(region);
        }
        return found;
    }

    private int number(Region region) {
        return numbers.computeIfAbsent(region.find(), found -> {
            nodes.add(found);
            return nodes.size() - 1;
        });
    }

    private String line(Region region) {
        List<String> words = new ArrayList<>();
        if (isAnything(region)) {
            words.add("!*");
        }
        if (unsteady.contains(region)) {
            words.add("~");
        }
        region.written().stream().sorted().map(field -> "!" + field).forEach(words::add);
        new TreeMap<>(region.known()).forEach((field, pointee) -> {
            Region found = pointee.find();
            if (isRelevant(found)) {
                words.add(number(found) + "@" + field);
            }
        });
        return words.stream().collect(Collectors.joining(" "));
    }
}
