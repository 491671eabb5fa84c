package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** What a statement can refer to at its place. */
final class Scope {
    private final Family family;
    private final MethodShape method;
    private final List<MethodShape> callees;
    private final List<Variable> variables;
    private final List<String> loops;
    private final boolean isSwitch;
    private final boolean isClosed;
    private final boolean isTried;

    /**
     * @param isAssignable loop variables and bounds are not, so that programs end
     * @param isCaptured whether lambdas can use it
     */
    record Variable(String name, Type type, boolean isAssignable, boolean isCaptured) {}

    private Scope(
            Family family,
            MethodShape method,
            List<MethodShape> callees,
            List<Variable> variables,
            List<String> loops,
            boolean isSwitch,
            boolean isClosed,
            boolean isTried) {
        this.family = family;
        this.method = method;
        this.callees = callees;
        this.variables = new ArrayList<>(variables);
        this.loops = loops;
        this.isSwitch = isSwitch;
        this.isClosed = isClosed;
        this.isTried = isTried;
    }

    static Scope of(Family family, MethodShape method, List<MethodShape> callees) {
        return new Scope(family, method, callees, List.of(), List.of(), false, false, false);
    }

    Scope inner() {
        return new Scope(family, method, callees, variables, loops, isSwitch, isClosed, isTried);
    }

    Scope loop(String label) {
        List<String> all = new ArrayList<>(loops);
        all.add(label);
        return new Scope(family, method, callees, variables, all, false, isClosed, isTried);
    }

    /** Within a switch, where {@code break} without a label does not leave the loop. */
    Scope inSwitch() {
        return new Scope(family, method, callees, variables, loops, true, isClosed, isTried);
    }

    /** Within an expression, which no jump leaves. */
    Scope closed() {
        return new Scope(family, method, callees, variables, List.of(), false, true, isTried);
    }

    /** Within a protected region. */
    Scope tried() {
        return new Scope(family, method, callees, variables, loops, isSwitch, isClosed, true);
    }

    /** Within a lambda, which sees only what never changes. */
    Scope lambda() {
        List<Variable> captured =
                variables.stream().filter(Variable::isCaptured).toList();
        return new Scope(family, method, callees, captured, List.of(), false, true, false);
    }

    /** Within an anonymous class, whose {@code this} is another. */
    Scope withoutThis() {
        List<Variable> others = variables.stream()
                .filter(variable -> !variable.name().startsWith("this"))
                .toList();
        return new Scope(family, method, callees, others, loops, isSwitch, isClosed, isTried);
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
        add(new Variable(name, type, isAssignable, false));
    }

    /** A variable that is assigned once, so that lambdas can use it. */
    void addFinal(String name, Type type) {
        add(new Variable(name, type, false, true));
    }

    private void add(Variable variable) {
        variables.add(variable);
        for (Family.Member member : family.members(variable.type())) {
            variables.add(new Variable(
                    variable.name() + "." + member.name(),
                    member.type(),
                    member.isAssignable(),
                    variable.isCaptured()));
        }
    }

    /** The fields of {@code this}. */
    void addFields(List<Family.Member> fields) {
        for (Family.Member field : fields) {
            variables.add(new Variable("this." + field.name(), field.type(), field.isAssignable(), true));
        }
    }

    boolean isTried() {
        return isTried;
    }

    Family family() {
        return family;
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
