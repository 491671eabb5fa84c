package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.RuleMethod;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * What stands beside the values of a copied primal: the tangents along one direction, or shadows. A reference with a shadow
 * is carried through memory, casts and joins together with it. A copy has one of these, a chunk of directions one each.
 */
final class Seconds {
    private static final MethodReference ZEROS_LIKE =
            new MethodReference("org/atled/runtime/Cotangents", "zerosLike", "(Ljava/lang/Object;)Ljava/lang/Object;");

    private final Activity activity;
    private final Primals callees;
    private final UnaryOperator<Type> types;
    private final Map<Value, Value> primals;
    private final Map<Value, Value> seconds = new HashMap<>();

    /**
     * None yet.
     *
     * @param types gives the type of what stands beside a value of some type
     * @param primals the values that were copied, by what they are copies of
     */
    Seconds(Activity activity, Primals callees, UnaryOperator<Type> types, Map<Value, Value> primals) {
        this.activity = activity;
        this.callees = callees;
        this.types = types;
        this.primals = primals;
    }

    boolean isKnown(Value value) {
        return seconds.containsKey(value);
    }

    void put(Value value, Value second) {
        seconds.put(value, second);
    }

    /** The tangent or shadow of a value; zero, or null, for one that has none. */
    Value of(BlockBuilder block, Value value, int line) {
        Value second = seconds.get(value);
        return second != null ? second : block.literal(FunctionBuilder.zeroOf(types.apply(value.type())), line);
    }

    /** Emits the shadow of what an instruction, already copied, does to references. */
    void shadow(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        Value result = instruction.result();
        int line = instruction.line();
        if (op instanceof Op.ArrayStore && instruction.operand(2).type().isReference()) {
            if (activity.isActive(instruction.operand(0))) {
                Value array = of(block, instruction.operand(0), line);
                Value element = of(block, instruction.operand(2), line);
                ShadowCode.setElement(block, array, primals.get(instruction.operand(1)), element, line);
            }
        } else if (FieldAccess.isStore(instruction)
                && instruction.operand(1).type().isReference()) {
            FieldAccess.activeSlot(instruction, activity, callees).ifPresent(slot -> {
                Value object = of(block, instruction.operand(0), line);
                ShadowCode.setReference(block, object, slot, of(block, instruction.operand(1), line), line);
            });
        } else if (result != null && result.type().isReference() && activity.isActive(result)) {
            seconds.computeIfAbsent(result, key -> shadowOf(block, instruction));
        }
    }

    private Value shadowOf(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        int line = instruction.line();
        Type type = instruction.result().type();
        if (op instanceof Op.NewArray array) {
            Type shadow = ShadowCode.newArrayType(array.type());
            Value[] lengths = instruction.operands().stream().map(primals::get).toArray(Value[]::new);
            return block.emit(shadow, new Op.NewArray(shadow), line, lengths);
        }
        if (op instanceof Op.CheckCast) {
            Value shadow = of(block, instruction.operand(0), line);
            return TapeCode.cast(block, shadow, ShadowCode.typeOf(type), line);
        }
        if (op instanceof Op.ArrayLoad) {
            Value array = of(block, instruction.operand(0), line);
            return ShadowCode.element(block, array, primals.get(instruction.operand(1)), type, line);
        }
        if (op instanceof Op.GetField) {
            Optional<Slot> slot = FieldAccess.activeSlot(instruction, activity, callees);
            if (slot.isPresent()) {
                Value object = of(block, instruction.operand(0), line);
                return ShadowCode.reference(block, object, slot.get(), type, line);
            }
        }
        if (op instanceof Op.Create creation && activity.treatment(instruction) instanceof Treatment.Created) {
            return ShadowCode.fresh(block, callees.layout(creation.constructor().owner()), line);
        }
        if (op instanceof Op.Literal literal && literal.constant() instanceof Constant.Null) {
            return block.literal(literal.constant(), line);
        }
        return zerosLike(block, instruction.result(), line);
    }

    /** A constant that may be mistaken for an active array: what it collects is dropped. */
    Value zerosLike(BlockBuilder block, Value constant, int line) {
        Value zeros = block.call(ZEROS_LIKE, line, primals.get(constant));
        return TapeCode.cast(block, zeros, ShadowCode.typeOf(constant.type()), line);
    }

    /** Calls a rule method; its result, if any, is typed as the shadow of a {@code type}. */
    Value callRule(BlockBuilder block, Instruction instruction, RuleMethod rule, Type type) {
        int line = instruction.line();
        Value result = RuleCall.emit(block, rule, line, argument -> switch (argument.role()) {
            case PRIMAL -> primals.get(instruction.operand(argument.operand()));
            case SHADOW -> of(block, instruction.operand(argument.operand()), line);
            case RESULT -> primals.get(instruction.result());
            case RESULT_SHADOW -> of(block, instruction.result(), line);
        });
        return result == null || !result.type().isReference()
                ? result
                : TapeCode.cast(block, result, ShadowCode.typeOf(type), line);
    }
}
