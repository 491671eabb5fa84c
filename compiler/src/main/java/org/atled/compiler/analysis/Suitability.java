package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Rules;

/**
 * Looks for what would make a derivative wrong: places where an active value goes somewhere its derivative cannot be
 * followed. A derivative is built only if there is none.
 */
public final class Suitability {
    private static final Set<Operator> TO_INTEGER = Set.of(Operator.D2I, Operator.D2L, Operator.F2I, Operator.F2L);

    private final Activity activity;
    private final Primals primals;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Region> reported = new HashSet<>();

    private Suitability(Activity activity, Primals primals) {
        this.activity = activity;
        this.primals = primals;
    }

    /** All problems and notes of one specialization, in the order of its blocks. */
    public static List<Problem> of(Activity activity, Primals primals) {
        Suitability suitability = new Suitability(activity, primals);
        suitability.check();
        return List.copyOf(suitability.problems);
    }

    private void check() {
        activity.function().parameters().forEach(this::checkConstant);
        for (Block block : activity.function().blocks()) {
            if (!block.handlers().isEmpty()) {
                error(lineOf(block), "AtledTryCatch", "try, catch and finally are not differentiated yet; "
                        + "move the guarded code into a method that works on inactive values");
            }
            block.instructions().forEach(this::check);
            if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
                checkBoxed(end.value(), end.line());
            }
        }
    }

    private static int lineOf(Block block) {
        return block.instructions().isEmpty()
                ? block.terminator().line()
                : block.instructions().get(0).line();
    }

    private void check(Instruction instruction) {
        Op op = instruction.op();
        int line = instruction.line();
        if (instruction.result() != null) {
            checkConstant(instruction.result());
        }
        if (op instanceof Op.Monitor) {
            error(line, "AtledSynchronized", "synchronized blocks are not differentiated; "
                    + "lock outside the differentiated method");
        } else if (op instanceof Op.PutField put && isAnyActive(instruction)) {
            error(line, "AtledField", "an active value is stored in field " + put.field()
                    + ", where its derivative would be lost; keep it in a local variable or an array");
        } else if (op instanceof Op.InvokeDynamic dynamic && isAnyActive(instruction) && !isConcatenation(dynamic)) {
            error(line, "AtledLambda", "an active value is captured by a lambda or method reference, which is not "
                    + "differentiated yet; call a static method instead");
        } else if (op instanceof Op.Invoke invoke) {
            checkCall(instruction, invoke);
        } else if (op instanceof Op.Arithmetic arithmetic && TO_INTEGER.contains(arithmetic.operator())) {
            noteLostDerivative(instruction);
        }
    }

    private static boolean isConcatenation(Op.InvokeDynamic dynamic) {
        return dynamic.bootstrap().owner().equals("java/lang/invoke/StringConcatFactory");
    }

    private void checkCall(Instruction instruction, Op.Invoke invoke) {
        MethodReference method = invoke.method();
        boolean untouched = activity.treatment(instruction) instanceof Treatment.Untouched;
        if (CallPropagation.isHarmless(method) || CallPropagation.isBoxing(method)) {
            return;
        }
        instruction.operands().forEach(operand -> checkBoxed(operand, instruction.line()));
        if (untouched && isAnyActive(instruction)) {
            checkOpaqueCall(instruction.line(), invoke);
        }
    }

    private void checkOpaqueCall(int line, Op.Invoke invoke) {
        MethodReference method = invoke.method();
        var forbidden = Rules.forbidden(method);
        if (forbidden.isPresent()) {
            error(line, "AtledBitCast", forbidden.get());
        } else if (invoke.kind() == Op.InvokeKind.STATIC) {
            Absence absence = primals.absence(method);
            error(line, absence.tag(), "an active value is passed to " + method + ", which " + absence.sentence()
                    + "; put the class on the class path, or replace the call by differentiable code");
        } else if (method.name().equals("<init>")) {
            error(line, "AtledObject", "an active value is passed to the constructor of "
                    + method.owner().replace('/', '.')
                    + "; objects that hold active values are not differentiated yet, use local variables or arrays");
        } else {
            error(line, "AtledInstanceCall", "an active value is passed to the instance method " + method
                    + ", which is not differentiated yet; call a static method instead");
        }
    }

    private void checkBoxed(Value value, int line) {
        if (value.type().isReference() && activity.facts().region(value).isBoxed()) {
            error(line, "AtledBoxing", "an active value is boxed and used other than for printing; "
                    + "keep it a primitive double or float");
        }
    }

    /** A constant that receives an active value; one that only may be mixed up with an active array is harmless. */
    private void checkConstant(Value value) {
        if (!value.type().isReference()) {
            return;
        }
        Region region = activity.facts().region(value);
        if (region.isActive()
                && region.constant() != null
                && region.activeStore() != null
                && reported.add(region)) {
            Site site = region.activeStore();
            problems.add(new Problem(
                    true,
                    "AtledConstantWritten",
                    site,
                    "an active value is stored into what may be " + region.constant()
                            + ", where its derivative would be lost; drop @NoDerivative, or store into an array that "
                            + "the method itself makes"));
        }
    }

    private void noteLostDerivative(Instruction instruction) {
        Value operand = instruction.operand(0);
        boolean usedElsewhere = activity.flow().uses(operand).size() > 1;
        if (activity.isActive(operand) && !usedElsewhere) {
            problems.add(new Problem(
                    false,
                    "AtledIntegerCast",
                    new Site(activity.function().name(), instruction.line()),
                    "an active value is converted to an integer and used nowhere else; its derivative is 0 from here "
                            + "on, which is right if a step function is meant"));
        }
    }

    private boolean isAnyActive(Instruction instruction) {
        return instruction.operands().stream().anyMatch(activity::isActive);
    }

    private void error(int line, String tag, String message) {
        problems.add(new Problem(true, tag, new Site(activity.function().name(), line), message));
    }
}
