package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.StructuralRule;
import org.atled.compiler.rule.Substitutes;

/**
 * Looks for what would make a derivative wrong: places where an active value goes somewhere its derivative cannot be
 * followed. A derivative is built only if there is none.
 */
public final class Suitability {
    private static final Set<String> NUMBERS =
            Set.of("Ljava/lang/Double;", "Ljava/lang/Float;", "Ljava/lang/Number;", "Ljava/math/BigDecimal;");

    private final Activity activity;
    private final Primals primals;
    private final Printing prints;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Region> reported = new HashSet<>();

    private Suitability(Activity activity, Primals primals) {
        this.activity = activity;
        this.primals = primals;
        this.prints = new Printing(primals);
    }

    /** All problems and notes of one specialization, in the order of its blocks. */
    public static List<Problem> of(Activity activity, Primals primals) {
        Suitability suitability = new Suitability(activity, primals);
        suitability.problems.addAll(GuardedCode.of(activity.flow(), primals));
        suitability.check();
        suitability.problems.addAll(LostDerivatives.in(activity));
        return List.copyOf(suitability.problems);
    }

    /** Numbers read from texts that are made of active values, in a method that takes no other part in a derivative. */
    public static List<Problem> ofTexts(Activity activity, Primals primals) {
        Suitability suitability = new Suitability(activity, primals);
        for (Block block : activity.function().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() instanceof Op.Invoke invoke
                        && activity.treatment(instruction) instanceof Treatment.Untouched) {
                    suitability.checkText(instruction, invoke.method());
                }
            }
        }
        return List.copyOf(suitability.problems);
    }

    /** What is to be said of an annotated method as a whole. */
    public static List<Problem> ofRoot(Activity root, Primals primals) {
        return LostDerivatives.ofRoot(root, primals);
    }

    private void check() {
        activity.function().parameters().forEach(this::checkConstant);
        for (Block block : activity.function().blocks()) {
            block.instructions().forEach(this::check);
            if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
                checkBoxed(end.value(), end.line());
            }
        }
    }

    private void check(Instruction instruction) {
        Op op = instruction.op();
        if (instruction.result() != null) {
            checkConstant(instruction.result());
        }
        checkObserver(instruction);
        if (op instanceof Op.PutField put) {
            checkField(instruction, put);
        } else if (op instanceof Op.Initialized initialized) {
            checkInitialized(instruction, initialized);
        } else if (op instanceof Op.GetField) {
            checkBoxed(instruction);
        } else if (op instanceof Op.InvokeDynamic dynamic && !Printing.isHarmless(dynamic)) {
            checkDynamic(instruction, dynamic);
        } else if (op instanceof Op.Create creation) {
            checkCreation(instruction, creation);
        } else if (op instanceof Op.Invoke invoke) {
            checkCall(instruction, invoke);
        }
    }

    private void checkObserver(Instruction instruction) {
        MethodReference changing = activity.facts().changing.get(instruction);
        if (changing != null) {
            error(
                    instruction.line(),
                    "AtledObserver",
                    (primals.isLambda(changing.owner()) ? "a lambda" : Naming.of(changing))
                            + " may be called here, by code that expects it only to look at the object, and it"
                            + " changes an active value; no derivative follows that. Change it in a method of another"
                            + " name, called for that.");
        }
    }

    private void checkField(Instruction instruction, Op.PutField put) {
        checkBoxed(instruction);
        Value value = instruction.operand(instruction.operands().size() - 1);
        if (!activity.isActive(value)) {
            return;
        }
        Optional<Slot> slot = put.isStatic() ? Optional.empty() : primals.slot(put.field());
        String field = Naming.of(put.field());
        if (slot.isEmpty()) {
            error(
                    instruction.line(),
                    "AtledField",
                    "an active value is stored in " + (put.isStatic() ? "static field " : "field ") + field
                            + ", where its derivative would be lost. Keep it in a local variable, an array or a field"
                            + " of an object of your own.");
        } else if (slot.get().isConstant()) {
            constantField(instruction, field);
        }
    }

    /** What a constructor does to a field. */
    private void checkInitialized(Instruction instruction, Op.Initialized initialized) {
        boolean isConstant =
                primals.slot(initialized.field()).filter(Slot::isConstant).isPresent();
        if (isConstant && activity.isActive(instruction.operand(1))) {
            constantField(instruction, Naming.of(initialized.field()));
        }
    }

    private void constantField(Instruction instruction, String field) {
        error(
                instruction.line(),
                "AtledConstantWritten",
                "an active value is stored in the @NoDerivative field " + field
                        + ", and its derivative would be lost there. Drop @NoDerivative.");
    }

    private void checkDynamic(Instruction instruction, Op.InvokeDynamic dynamic) {
        checkBoxed(instruction);
        if (isAnyActive(instruction)) {
            error(
                    instruction.line(),
                    "AtledDynamicCall",
                    "an active value is passed to a dynamic call that "
                            + Naming.ofClass(dynamic.bootstrap().owner())
                            + " links at run time, whose code is not known. Write it in Java, or keep active values out"
                            + " of it.");
        }
    }

    private void checkCall(Instruction instruction, Op.Invoke invoke) {
        MethodReference method = invoke.method();
        if (CallPropagation.isHarmless(method, primals.rules()) || CallPropagation.makesThrowable(method, primals)) {
            return;
        }
        checkBoxedArguments(instruction, invoke);
        var rule = primals.rules().structural(method);
        if (rule.isPresent()) {
            checkFollowed(instruction, method, rule.get());
            return;
        }
        if (activity.treatment(instruction) instanceof Treatment.Untouched) {
            if (isAnyActive(instruction)) {
                checkOpaqueCall(instruction, invoke);
            }
            checkText(instruction, invoke.method());
        }
    }

    private void checkFollowed(Instruction instruction, MethodReference method, StructuralRule rule) {
        if (rule.notFollowed().stream().anyMatch(operand -> activity.isActive(instruction.operand(operand)))) {
            error(
                    instruction.line(),
                    "AtledNotFollowed",
                    "an object that holds active values is passed to " + Naming.of(method)
                            + " as a key, and no derivative is followed through keys. Use a number, a text or an enum for a"
                            + " key, and keep the object among the values.");
        }
    }

    private void checkBoxedArguments(Instruction instruction, Op.Invoke invoke) {
        for (int i = 0; i < instruction.operands().size(); i++) {
            if (invoke.kind() != Op.InvokeKind.STATIC || !prints.only(invoke.method(), i)) {
                checkBoxed(instruction.operand(i), instruction.line());
            }
        }
    }

    /** A number that may have been read from a text with active numbers in it. */
    private void checkText(Instruction instruction, MethodReference method) {
        Type result = method.result();
        boolean isNumber = result.isFloating() || NUMBERS.contains(result.descriptor());
        boolean makesNumber = method.name().equals("<init>") && method.owner().startsWith("java/math/");
        if ((isNumber || makesNumber) && instruction.operands().stream().anyMatch(this::isText)) {
            error(
                    instruction.line(),
                    "AtledText",
                    "a text made from an active value is passed to "
                            + Naming.of(method) + ", which gives a number, and the derivative would be lost. "
                            + "Pass the number itself on.");
        }
    }

    private boolean isText(Value value) {
        return value.type().isReference()
                && !NUMBERS.contains(value.type().descriptor())
                && activity.facts().region(value).leadsToText();
    }

    private void checkOpaqueCall(Instruction instruction, Op.Invoke invoke) {
        int line = instruction.line();
        MethodReference method = invoke.method();
        var forbidden = primals.rules().forbidden(method);
        if (forbidden.isPresent()) {
            boolean isCompared =
                    primals.rules().isBitCast(method) && ComparedBits.only(activity.flow(), instruction.result());
            if (!isCompared) {
                error(line, forbidden.get().tag(), forbidden.get().reason());
            }
            return;
        }
        if (Substitutes.isStreamOperation(method)) {
            error(
                    line,
                    "AtledStream",
                    "an active value is passed to " + Naming.of(method)
                            + ", and the stream or the collector was made in a"
                            + " way that is not differentiated. Make streams of arrays, ranges, lists or functions, and"
                            + " collect with toList.");
            return;
        }
        boolean isVirtual = invoke.kind() == Op.InvokeKind.VIRTUAL || invoke.kind() == Op.InvokeKind.INTERFACE;
        Absence absence = primals.absence(method);
        if (absence == null || absence == Absence.MISSING_METHOD && Carriers.isOfJdk(method.owner())) {
            // Method handles are called by methods of every type.
            absence = Carriers.isOfJdk(method.owner()) ? Absence.JDK : Absence.UNKNOWN_RECEIVER;
        } else if (isVirtual && absence == Absence.ABSTRACT) {
            absence = Absence.UNKNOWN_RECEIVER;
        }
        if (absence == Absence.UNKNOWN_RECEIVER && primals.isOfInterface(method) && !primals.knowsProjectLambdas()) {
            absence = Absence.UNKNOWN_LAMBDA;
        }
        error(
                line,
                absence.tag(),
                "an active value is passed to " + Naming.of(method) + ", which " + absence.reason() + ". "
                        + absence.remedy());
    }

    private void checkCreation(Instruction instruction, Op.Create creation) {
        MethodReference constructor = creation.constructor();
        if (CallPropagation.makesThrowable(constructor, primals)
                || primals.rules().structural(constructor).isPresent()) {
            return;
        }
        checkBoxed(instruction);
        if (activity.treatment(instruction) instanceof Treatment.Untouched) {
            checkText(instruction, constructor);
        }
        if (activity.treatment(instruction) instanceof Treatment.Untouched && isAnyActive(instruction)) {
            var forbidden = primals.rules().forbidden(constructor);
            if (forbidden.isPresent()) {
                error(instruction.line(), forbidden.get().tag(), forbidden.get().reason());
                return;
            }
            Absence refusal = primals.absence(constructor);
            Absence absence = refusal == null ? Absence.JDK : refusal;
            error(
                    instruction.line(),
                    absence.tag(),
                    "an active value is passed to the constructor of " + Naming.ofClass(constructor.owner())
                            + ", which " + absence.reason() + ". " + absence.remedy());
        }
    }

    private void checkBoxed(Instruction instruction) {
        instruction.operands().forEach(operand -> checkBoxed(operand, instruction.line()));
    }

    private void checkBoxed(Value value, int line) {
        if (value.type().isReference() && activity.facts().region(value).isBoxed()) {
            error(
                    line,
                    "AtledBoxing",
                    "an exception that holds an active value is used "
                            + "other than for printing, and the derivative would be lost. Keep the value in a double or float.");
        }
    }

    /** A constant that receives an active value; one that only may be mixed up with an active array is harmless. */
    private void checkConstant(Value value) {
        if (!value.type().isReference()) {
            return;
        }
        Region region = activity.facts().region(value);
        if (region.isActive() && region.constant() != null && region.activeStore() != null && reported.add(region)) {
            String remedy = region.constant().startsWith("the constant parameter ")
                    ? "Drop @NoDerivative or name it in wrt, or store into an array that the method makes itself."
                    : "Store into an array that the method makes itself.";
            problems.add(new Problem(
                    true,
                    "AtledConstantWritten",
                    region.activeStore(),
                    "an active value is stored in an array that may be " + region.constant()
                            + ", and its derivative would be lost there. " + remedy));
        }
    }

    private boolean isAnyActive(Instruction instruction) {
        return instruction.operands().stream().anyMatch(activity::isActive);
    }

    private void error(int line, String tag, String message) {
        problems.add(new Problem(true, tag, new Site(activity.function().name(), line), message));
    }
}
