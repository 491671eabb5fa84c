package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Gives an object two values, one before and one after its constructor. In the result, {@code <init>} has its
 * receiver as result, {@code new T} a fresh value that only {@code <init>} reads, so that both can go the way of
 * every other expression: {@code new T, dup, arguments, <init>}.
 *
 * <p>An object stays one value, in a local variable, where its constructor call is not the one way from creation to
 * use.
 */
final class Creation {
    private final Function function;
    private final Map<Value, Integer> createdIn = new HashMap<>();
    private final Map<Value, Instruction> constructor = new HashMap<>();
    private final Map<Value, Integer> constructedIn = new HashMap<>();
    private final Map<Value, Value> raw = new HashMap<>();
    private boolean createsAtOnce;
    private int nextId;

    private Creation(Function function) {
        this.function = function;
    }

    static Function apply(Function function) {
        return new Creation(function).apply();
    }

    private Function apply() {
        function.blocks().forEach(this::findCreations);
        if (createdIn.isEmpty() && !createsAtOnce) {
            return function;
        }
        function.blocks().forEach(this::findConstructors);
        function.blocks().forEach(this::keepWhatIsPassedOn);
        constructor.keySet().forEach(value -> raw.put(value, new Value(nextId++, value.type())));
        return new Function(
                function.name(),
                function.isStatic(),
                function.blocks().stream().map(this::rewrite).toList());
    }

    private void findCreations(Block block) {
        block.parameters().forEach(parameter -> nextId = Math.max(nextId, parameter.id() + 1));
        for (Instruction instruction : block.instructions()) {
            if (instruction.result() != null) {
                nextId = Math.max(nextId, instruction.result().id() + 1);
                if (instruction.op() instanceof Op.Create) {
                    createsAtOnce = true;
                } else if (instruction.op() instanceof Op.New) {
                    createdIn.put(instruction.result(), block.id());
                }
            }
        }
    }

    private void findConstructors(Block block) {
        for (Instruction instruction : block.instructions()) {
            if (isConstructor(instruction) && createdIn.containsKey(instruction.operand(0))) {
                Value object = instruction.operand(0);
                if (constructor.put(object, instruction) != null) {
                    createdIn.remove(object);
                    constructor.remove(object);
                } else {
                    constructedIn.put(object, block.id());
                }
            }
        }
    }

    /** An edge can pass on an object before it is constructed, unless the same block creates and constructs it. */
    private void keepWhatIsPassedOn(Block block) {
        List<Value> passed = new ArrayList<>();
        for (Target target : block.terminator().targets()) {
            passed.addAll(target.arguments());
        }
        for (Handler handler : block.handlers()) {
            passed.addAll(handler.target().arguments());
        }
        for (Value value : passed) {
            if (constructor.containsKey(value) && !createdIn.get(value).equals(constructedIn.get(value))) {
                constructor.remove(value);
            }
        }
    }

    static boolean isConstructor(Instruction instruction) {
        return instruction.op() instanceof Op.Invoke invoke
                && invoke.kind() == Op.InvokeKind.SPECIAL
                && invoke.method().name().equals("<init>");
    }

    private Block rewrite(Block block) {
        List<Instruction> instructions = new ArrayList<>();
        for (Instruction instruction : block.instructions()) {
            if (instruction.op() instanceof Op.Create creation) {
                split(instruction, creation, instructions);
            } else {
                instructions.add(rewrite(instruction));
            }
        }
        return new Block(block.id(), block.parameters(), instructions, block.terminator(), block.handlers());
    }

    private void split(Instruction instruction, Op.Create creation, List<Instruction> out) {
        Value created = new Value(nextId++, instruction.result().type());
        out.add(new Instruction(created, new Op.New(instruction.result().type()), List.of(), instruction.line()));
        List<Value> operands = new ArrayList<>(List.of(created));
        operands.addAll(instruction.operands());
        Op constructor = new Op.Invoke(Op.InvokeKind.SPECIAL, creation.constructor(), false);
        out.add(new Instruction(instruction.result(), constructor, operands, instruction.line()));
    }

    private Instruction rewrite(Instruction instruction) {
        Value created = raw.get(instruction.result());
        if (created != null) {
            return new Instruction(created, instruction.op(), instruction.operands(), instruction.line());
        }
        if (isConstructor(instruction) && raw.containsKey(instruction.operand(0))) {
            List<Value> operands = new ArrayList<>(instruction.operands());
            operands.set(0, raw.get(instruction.operand(0)));
            return new Instruction(instruction.operand(0), instruction.op(), operands, instruction.line());
        }
        return instruction;
    }
}
