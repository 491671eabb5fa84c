package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.MathMethods;

/**
 * Looks for derivatives that are zero and that the user may not expect to be: notes, as a step function or a constant
 * may be meant.
 */
final class LostDerivatives {
    private static final Set<Operator> TO_INTEGER = Set.of(Operator.D2I, Operator.D2L, Operator.F2I, Operator.F2L);
    private static final Set<String> STEPS = Set.of("floor", "ceil", "rint", "round", "signum");
    private static final String IF_MEANT =
            "the derivative is 0 from here on. Leave it if a step function is meant, else compute with the number itself.";

    private final Activity activity;
    private final List<Problem> notes = new ArrayList<>();

    private LostDerivatives(Activity activity) {
        this.activity = activity;
    }

    /** Active values in one specialization that go into a step function and nowhere else. */
    static List<Problem> in(Activity activity) {
        LostDerivatives lost = new LostDerivatives(activity);
        for (Block block : activity.function().blocks()) {
            block.instructions().forEach(lost::visit);
        }
        return lost.notes;
    }

    private void visit(Instruction instruction) {
        if (instruction.op() instanceof Op.Arithmetic arithmetic && TO_INTEGER.contains(arithmetic.operator())) {
            if (isLost(instruction.operand(0)) && becomesFloating(instruction.result())) {
                note(
                        instruction.line(),
                        "AtledIntegerCast",
                        "an active value is converted to an integer and used " + "nowhere else: " + IF_MEANT);
            }
        } else if (instruction.op() instanceof Op.Invoke invoke && isStep(invoke) && isLost(instruction.operand(0))) {
            note(
                    instruction.line(),
                    "AtledStepFunction",
                    "an active value goes into " + Naming.of(invoke.method()) + " and nowhere else: " + IF_MEANT);
        }
    }

    /** Whether an integer has a say in a floating-point number: a mere counter or index of integers is no loss. */
    private boolean becomesFloating(Value integer) {
        Set<Value> reached = new HashSet<>(Set.of(integer));
        int before;
        do {
            before = reached.size();
            for (Block block : activity.flow().reversePostorder()) {
                block.instructions().stream()
                        .filter(each -> each.result() != null
                                && each.operands().stream().anyMatch(reached::contains))
                        .forEach(each -> reached.add(each.result()));
                block.terminator().targets().forEach(target -> carry(target, reached));
            }
        } while (reached.size() > before);
        return reached.stream().anyMatch(value -> value.type().isFloating());
    }

    private void carry(Target target, Set<Value> reached) {
        List<Value> parameters = activity.flow().block(target.block()).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (reached.contains(target.arguments().get(i))) {
                reached.add(parameters.get(i));
            }
        }
    }

    private static boolean isStep(Op.Invoke invoke) {
        return STEPS.contains(invoke.method().name())
                && MathMethods.isOwner(invoke.method().owner());
    }

    private boolean isLost(Value operand) {
        return activity.isActive(operand) && activity.flow().uses(operand).size() == 1;
    }

    private void note(int line, String tag, String message) {
        notes.add(new Problem(false, tag, new Site(activity.function().name(), line), message));
    }

    /** The note that nothing an annotated method computes depends on its active parameters, if so. */
    static List<Problem> ofRoot(Activity root, Primals primals) {
        var name = root.function().name();
        if (root.isResultActive() || isAnythingWritten(root)) {
            return List.of();
        }
        String what = name.result() == Type.VOID ? "does not write" : "returns a value that does not depend on";
        String message =
                Entry.method(name).name() + " " + what + " " + parameters(root, primals) + ", so its derivative is 0. "
                        + "Check that the computation uses the parameter as a number, or annotate the parameter @NoDerivative.";
        return List.of(new Problem(false, "AtledZeroDerivative", new Site(name, returnLine(root)), message));
    }

    private static boolean isAnythingWritten(Activity root) {
        return root.function().parameters().stream()
                .filter(parameter -> parameter.type().isReference() && root.isActive(parameter))
                .anyMatch(parameter ->
                        root.facts().region(parameter).reached().stream().anyMatch(Region::isWritten));
    }

    private static String parameters(Activity root, Primals primals) {
        List<String> names = new ArrayList<>();
        List<Boolean> active = root.specialization().active();
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i)) {
                names.add(primals.parameterName(root.function().name(), i));
            }
        }
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    private static int returnLine(Activity root) {
        return root.function().blocks().stream()
                .filter(block -> block.terminator() instanceof Terminator.Return)
                .mapToInt(block -> block.terminator().line())
                .max()
                .orElse(0);
    }
}
