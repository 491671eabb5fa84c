package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** What a statement can refer to at its place. */
final class Scope {
    private final MethodShape method;
    private final List<MethodShape> callees;
    private final List<Variable> variables;
    private final List<String> loops;
    private final boolean isSwitch;
    private final boolean isClosed;

    /** @param isAssignable loop variables and bounds are not, so that programs end */
    record Variable(String name, Type type, boolean isAssignable) {}

    private Scope(
            MethodShape method,
            List<MethodShape> callees,
            List<Variable> variables,
            List<String> loops,
            boolean isSwitch,
            boolean isClosed) {
        this.method = method;
        this.callees = callees;
        this.variables = new ArrayList<>(variables);
        this.loops = loops;
        this.isSwitch = isSwitch;
        this.isClosed = isClosed;
    }

    static Scope of(MethodShape method, List<MethodShape> callees) {
        return new Scope(method, callees, List.of(), List.of(), false, false);
    }

    Scope inner() {
        return new Scope(method, callees, variables, loops, isSwitch, isClosed);
    }

    Scope loop(String label) {
        List<String> all = new ArrayList<>(loops);
        all.add(label);
        return new Scope(method, callees, variables, all, false, isClosed);
    }

    /** Within a switch, where {@code break} without a label does not leave the loop. */
    Scope inSwitch() {
        return new Scope(method, callees, variables, loops, true, isClosed);
    }

    /** Within an expression, which no jump leaves. */
    Scope closed() {
        return new Scope(method, callees, variables, List.of(), false, true);
    }

    MethodShape method() {
        return method;
    }

    List<MethodShape> callees() {
        return callees;
    }

    /** Labels of the loops around, outermost first. */
    List<String> loops() {
        return loops;
    }

    boolean isBreakPlain() {
        return !isSwitch;
    }

    boolean canReturn() {
        return !isClosed;
    }

    void add(String name, Type type, boolean isAssignable) {
        variables.add(new Variable(name, type, isAssignable));
    }

    List<String> names(Type type) {
        return variables.stream()
                .filter(variable -> variable.type() == type)
                .map(Variable::name)
                .toList();
    }

    List<String> assignable(Type type) {
        return variables.stream()
                .filter(variable -> variable.type() == type && variable.isAssignable())
                .map(Variable::name)
                .toList();
    }
}
