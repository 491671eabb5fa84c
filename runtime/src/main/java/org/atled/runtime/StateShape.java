package org.atled.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a loop may change, as the compiler found out: for each argument of its iterations, which fields and elements of the
 * objects that it leads to. Immutable.
 *
 * <p>As text: in the first line, for each argument {@code s} if it is the shadow of the one before, else the number of a
 * node, or {@code -} if nothing it leads to changes. Each further line is a node, that of all objects that the program does not
 * tell apart: {@code !name} for a field that changes, {@code !*} for all, {@code ~} if the loop leaves the others alone, but what runs
 * after it may not, {@code number@name} for a field that leads to another node. A field is named by the class that declares it; the elements of an array are the field {@code []}.
 */
final class StateShape {
    static final String ELEMENTS = "[]";
    private static final String EVERYTHING = "*";

    private final List<Node> arguments = new ArrayList<>();
    private final List<Boolean> shadows = new ArrayList<>();

    /** Objects that the program does not tell apart. */
    static final class Node {
        private final Set<String> changing = new HashSet<>();
        private final Map<String, Node> fields = new HashMap<>();
        private boolean isUnsteady;

        /** Whether a field may be assigned, or elements for {@link #ELEMENTS}. */
        boolean changes(String field) {
            return changing.contains(field) || changing.contains(EVERYTHING);
        }

        boolean changes() {
            return !changing.isEmpty();
        }

        /** Whether what the loop leaves alone may be assigned after it. */
        boolean isUnsteady() {
            return isUnsteady;
        }

        /** What the objects that a field refers to are like, {@code null} if nothing changes there. */
        Node of(String field) {
            Node node = fields.get(field);
            return node == null && changing.contains(EVERYTHING) ? this : node;
        }
    }

    StateShape(String text) {
        String[] lines = text.split("\n", -1);
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            nodes.add(new Node());
        }
        for (int i = 1; i < lines.length; i++) {
            read(lines[i], nodes.get(i - 1), nodes);
        }
        for (String argument : words(lines[0])) {
            boolean isShadow = argument.equals("s");
            shadows.add(isShadow);
            arguments.add(isShadow || argument.equals("-") ? null : nodes.get(Integer.parseInt(argument)));
        }
    }

    private static void read(String line, Node node, List<Node> nodes) {
        for (String word : words(line)) {
            if (word.startsWith("!")) {
                node.changing.add(word.substring(1));
            } else if (word.equals("~")) {
                node.isUnsteady = true;
            } else {
                int at = word.indexOf('@');
                node.fields.put(word.substring(at + 1), nodes.get(Integer.parseInt(word.substring(0, at))));
            }
        }
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    int arguments() {
        return arguments.size();
    }

    /** What an argument is like, {@code null} if nothing changes there. */
    Node argument(int index) {
        return arguments.get(index);
    }

    /** Whether an argument is the shadow of the one before. */
    boolean isShadow(int index) {
        return index < shadows.size() && shadows.get(index);
    }
}
