package org.atled.compiler.ir;

import java.util.List;
import java.util.function.Consumer;

/** The types that each step of a function demands of its operands and gives its result. */
final class TypeRules {
    private final Type returned;
    private final Consumer<String> problems;

    /** {@code returned} is the declared result of the function. */
    TypeRules(Type returned, Consumer<String> problems) {
        this.returned = returned.onStack();
        this.problems = problems;
    }

    void check(Instruction instruction) {
        Op op = instruction.op();
        List<Value> operands = instruction.operands();
        Signature signature = Signature.of(op, operands.size());
        boolean fit = check("operand", operands, signature.operands());
        checkResult(instruction.result(), signature.result());
        checkReferences(op);
        if (op instanceof Op.Accumulate accumulate && !accumulate.type().isFloating()) {
            problems.accept("accumulates " + accumulate.type() + ", which carries no derivative");
        } else if (fit && op instanceof Op.ArrayLoad load) {
            checkElement(operands.get(0).type(), load.element());
        } else if (fit && op instanceof Op.ArrayStore store) {
            checkElement(operands.get(0).type(), store.element());
        }
    }

    void check(Terminator terminator) {
        List<Value> operands = terminator.operands();
        if (terminator instanceof Terminator.Branch branch) {
            check("operand", operands, Signature.operands(branch.condition()));
        } else if (terminator instanceof Terminator.Switch choice) {
            check("selector", operands, List.of(Type.INT));
            if (choice.keys().stream().distinct().count() != choice.keys().size()) {
                problems.accept("lists a case twice");
            }
        } else if (terminator instanceof Terminator.Return) {
            check("result", operands, returned.equals(Type.VOID) ? List.of() : List.of(returned));
        } else if (terminator instanceof Terminator.Throw) {
            check("exception", operands, List.of(Type.THROWABLE));
        }
    }

    /** Says how {@code values} differ from the expected categories, and returns whether they agree. */
    boolean check(String role, List<Value> values, List<Type> expected) {
        if (values.size() != expected.size()) {
            problems.accept("takes " + count(expected.size(), role) + ", not " + values.size());
            return false;
        }
        boolean fit = true;
        for (int i = 0; i < expected.size(); i++) {
            Value value = values.get(i);
            if (!Signature.sameCategory(expected.get(i), value.type())) {
                problems.accept(
                        role + " " + value + " is of type " + value.type() + ", not " + category(expected.get(i)));
                fit = false;
            }
        }
        return fit;
    }

    private void checkResult(Value result, Type expected) {
        if (expected.equals(Type.VOID)) {
            if (result != null) {
                problems.accept("gives no result, but defines " + result);
            }
        } else if (result == null) {
            problems.accept("gives a result of type " + expected + ", but defines no value");
        } else if (!Signature.sameCategory(expected, result.type())) {
            problems.accept(
                    "gives a result of type " + expected + ", but defines " + result + " of type " + result.type());
        }
    }

    private void checkReferences(Op op) {
        if (op instanceof Op.NewArray o && !o.type().isArray()) {
            problems.accept("allocates an array of type " + o.type() + ", which is no array");
        } else if (op instanceof Op.New o && (o.type().isArray() || !o.type().isReference())) {
            problems.accept("allocates an object of type " + o.type() + ", which is no class");
        } else if (op instanceof Op.CheckCast o && !o.type().isReference()
                || op instanceof Op.InstanceOf i && !i.type().isReference()) {
            problems.accept("names a type that is no reference");
        }
    }

    /** An array whose static type is only {@code Object} or {@code null} may hold anything. */
    private void checkElement(Type array, Type element) {
        if (array.isArray()) {
            Type actual = array.element();
            // baload and bastore serve both.
            boolean bytes = isByteOrBoolean(actual) && isByteOrBoolean(element);
            if (!bytes && !Signature.sameCategory(actual, element)) {
                problems.accept("accesses " + element + " elements of " + array);
            }
        }
    }

    private static boolean isByteOrBoolean(Type type) {
        return type.equals(Type.BYTE) || type.equals(Type.BOOLEAN);
    }

    private static String category(Type type) {
        return type.isReference() ? "a reference" : type.toString();
    }

    private static String count(int count, String noun) {
        return (count == 0 ? "no" : count) + " " + noun + (count == 1 ? "" : "s");
    }
}
