package org.atled.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.atled.compiler.graph.Dominance;
import org.atled.compiler.ir.InvalidFunctionException.Problem;

/**
 * Checks that a function obeys the rules of the intermediate form: ids are unique, every value is defined once and
 * before its uses, edges carry what their block takes, operands and results have the types of their operation.
 * References are checked by category only: whether one class extends another, this package cannot know.
 */
public final class Verifier {
    private final Function function;
    private final Map<Integer, Integer> indices = new HashMap<>();
    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final TypeRules types;
    private Dominance dominance;
    private Block block;
    private int step;

    /** Where a value is defined: a node of {@link Verifier#successors()} and a step of its block. */
    private record Definition(Value value, int node, int step) {}

    private Verifier(Function function) {
        this.function = function;
        this.types = new TypeRules(function.name().result(), this::problem);
    }

    /**
     * Returns if the function is valid.
     *
     * @throws InvalidFunctionException with every problem found
     */
    public static void verify(Function function) {
        new Verifier(function).run();
    }

    private void run() {
        if (function.blocks().isEmpty()) {
            throw new IllegalArgumentException("Function " + function.name() + " has no blocks");
        }
        for (int index = 0; index < function.blocks().size(); index++) {
            define(index);
        }
        at(function.entry(), 0);
        types.check(
                "parameter",
                function.parameters(),
                Signature.ofCall(!function.isStatic(), function.name().descriptor())
                        .operands());
        dominance = new Dominance(successors());
        for (int index = 0; index < function.blocks().size(); index++) {
            check(index);
        }
        if (!problems.isEmpty()) {
            throw new InvalidFunctionException(function, problems);
        }
    }

    private void at(Block block, int step) {
        this.block = block;
        this.step = step;
    }

    private void problem(String message) {
        problems.add(new Problem(block.id(), step, Printer.step(block, step), message));
    }

    private void define(int index) {
        at(function.blocks().get(index), 0);
        if (indices.putIfAbsent(block.id(), index) != null) {
            problem("block b" + block.id() + " exists already");
        }
        block.parameters().forEach(parameter -> define(parameter, head(index)));
        step = 1 + block.handlers().size();
        for (Instruction instruction : block.instructions()) {
            if (instruction.result() != null) {
                define(instruction.result(), body(index));
            }
            step++;
        }
    }

    private void define(Value value, int node) {
        if (definitions.putIfAbsent(value.id(), new Definition(value, node, step)) != null) {
            problem(value + " is defined already");
        }
        Type type = value.type();
        if (type.equals(Type.VOID) || !type.equals(type.onStack())) {
            problem(value + " is of type " + type + ", which no value has");
        }
    }

    /**
     * The control-flow graph with two nodes for each block: its head, which defines the parameters and which exceptions
     * leave, and its body, which defines the results of instructions and which ordinary control leaves. So a result
     * is never taken to be there in a handler of its own block.
     */
    private int[][] successors() {
        int[][] successors = new int[2 * function.blocks().size()][];
        for (int index = 0; index < function.blocks().size(); index++) {
            Block from = function.blocks().get(index);
            IntStream handlers =
                    heads(from.handlers().stream().map(Handler::target).toList());
            successors[head(index)] =
                    IntStream.concat(IntStream.of(body(index)), handlers).toArray();
            successors[body(index)] = heads(from.terminator().targets()).toArray();
        }
        return successors;
    }

    private IntStream heads(List<Target> targets) {
        return targets.stream()
                .map(target -> indices.get(target.block()))
                .filter(index -> index != null)
                .mapToInt(Verifier::head);
    }

    private static int head(int index) {
        return 2 * index;
    }

    private static int body(int index) {
        return 2 * index + 1;
    }

    private void check(int index) {
        at(function.blocks().get(index), 0);
        boolean repeated = indices.get(block.id()) != index;
        if (!repeated && !dominance.isReachable(head(index))) {
            problem("block b" + block.id() + " is not reachable");
        }
        for (Handler handler : block.handlers()) {
            step++;
            check(handler);
            checkUses(handler.target().arguments(), head(index));
        }
        for (Instruction instruction : block.instructions()) {
            step++;
            types.check(instruction);
            checkUses(instruction.operands(), body(index));
        }
        step++;
        Terminator terminator = block.terminator();
        types.check(terminator);
        checkUses(terminator.operands(), body(index));
        for (Target target : terminator.targets()) {
            check(target, 0);
            checkUses(target.arguments(), body(index));
        }
    }

    private void check(Handler handler) {
        if (handler.catchType() != null && !handler.catchType().isReference()) {
            problem("catches " + handler.catchType() + ", which is no class");
        }
        check(handler.target(), 1);
    }

    /** Checks an edge; its target's first {@code implicit} parameters are supplied by the edge itself. */
    private void check(Target target, int implicit) {
        Integer index = indices.get(target.block());
        if (index == null) {
            problem("there is no block b" + target.block());
            return;
        }
        if (index == 0) {
            problem("leads to the entry block");
        }
        List<Type> parameters = function.blocks().get(index).parameters().stream()
                .map(Value::type)
                .toList();
        if (parameters.size() < implicit || implicit == 1 && !parameters.get(0).isReference()) {
            problem("block b" + target.block() + " does not begin with a parameter for the exception");
            return;
        }
        types.check("argument", target.arguments(), parameters.subList(implicit, parameters.size()));
    }

    private void checkUses(List<Value> values, int node) {
        Set<Value> seen = new HashSet<>();
        for (Value value : values) {
            if (seen.add(value)) {
                checkUse(value, node);
            }
        }
    }

    private void checkUse(Value value, int node) {
        Definition definition = definitions.get(value.id());
        if (definition == null) {
            problem(value + " is not defined");
        } else if (!definition.value().equals(value)) {
            problem(value + " is used as " + value.type() + " but defined as "
                    + definition.value().type());
        } else if (dominance.isReachable(node) && !reaches(definition, node)) {
            problem(value + " is not defined on every path to here");
        }
    }

    private boolean reaches(Definition definition, int node) {
        return definition.node() == node ? definition.step() < step : dominance.dominates(definition.node(), node);
    }
}
