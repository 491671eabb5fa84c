package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Functions that are nothing but control flow, from text: {@code "0>1 1>2,3 2>1!4 3 4"} says that block 0 jumps to 1,
 * that 1 branches to 2 or 3, and that 2 jumps to 1 and has a handler in 4. The line of block n is n + 100.
 */
final class Graph {
    private static final Value SELECTOR = new Value(0, Type.INT);

    private Graph() {}

    static Function of(String text) {
        List<Block> blocks = new ArrayList<>();
        Set<Integer> catching = new HashSet<>();
        for (String word : text.split(" ")) {
            ids(word, '!').forEach(catching::add);
        }
        for (String word : text.split(" ")) {
            int id = Integer.parseInt(word.split("[>!]")[0]);
            List<Handler> handlers = ids(word, '!').stream()
                    .map(to -> new Handler(null, new Target(to, List.of())))
                    .toList();
            List<Value> parameters = blocks.isEmpty()
                    ? List.of(SELECTOR)
                    : catching.contains(id) ? List.of(new Value(id, Type.THROWABLE)) : List.of();
            blocks.add(new Block(id, parameters, List.of(), terminator(ids(word, '>'), id + 100), handlers));
        }
        return new Function(new MethodReference("demo/Graph", "f", "(I)V"), true, blocks);
    }

    private static List<Integer> ids(String word, char mark) {
        int start = word.indexOf(mark);
        if (start < 0) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>();
        for (String id : word.substring(start + 1).split("[>!]")[0].split(",")) {
            ids.add(Integer.valueOf(id));
        }
        return ids;
    }

    private static Terminator terminator(List<Integer> successors, int line) {
        List<Target> targets =
                successors.stream().map(id -> new Target(id, List.of())).toList();
        return switch (targets.size()) {
            case 0 -> new Terminator.Return(null, line);
            case 1 -> new Terminator.Jump(targets.get(0), line);
            case 2 ->
                new Terminator.Branch(
                        Terminator.Condition.IFEQ, List.of(SELECTOR), targets.get(0), targets.get(1), line);
            default ->
                new Terminator.Switch(SELECTOR, List.of(1, 2, 3, 4, 5).subList(0, targets.size() - 1), targets, line);
        };
    }

    /** A random graph whose blocks are all reachable: block n is led to from an earlier one. */
    static Function random(SplittableRandom random, int size) {
        List<List<Integer>> normal = new ArrayList<>();
        List<List<Integer>> exceptional = new ArrayList<>();
        // The last blocks are reached by exceptional edges only, as handlers are.
        int handlers = random.nextInt(size / 3 + 1);
        for (int id = 0; id < size; id++) {
            normal.add(new ArrayList<>());
            exceptional.add(new ArrayList<>());
            if (id > 0) {
                (id < size - handlers ? normal : exceptional)
                        .get(random.nextInt(id))
                        .add(id);
            }
        }
        for (int extra = random.nextInt(size); extra > 0; extra--) {
            List<Integer> edges = normal.get(random.nextInt(size));
            if (edges.size() < 5 && size - handlers > 1) {
                edges.add(1 + random.nextInt(size - handlers - 1));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < size; id++) {
            normal.get(id)
                    .subList(Math.min(6, normal.get(id).size()), normal.get(id).size())
                    .clear();
            Collections.shuffle(normal.get(id), new java.util.Random(random.nextLong()));
            text.append(id)
                    .append(list('>', normal.get(id)))
                    .append(list('!', exceptional.get(id)))
                    .append(' ');
        }
        return of(text.toString().trim());
    }

    private static String list(char mark, List<Integer> ids) {
        return ids.isEmpty()
                ? ""
                : mark + String.join(",", ids.stream().map(String::valueOf).toList());
    }
}
