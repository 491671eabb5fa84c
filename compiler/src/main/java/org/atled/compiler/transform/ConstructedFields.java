package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * Replaces the fields of one object by variables, once nothing else is done with it than {@link ThisUses} allows; where
 * the function returns, {@link Op.Initialized} says what they are. The first two instructions, which make the real
 * object, stay.
 */
final class ConstructedFields {
    private static final int REAL = 2;

    private final Function function;
    private final ControlFlow flow;
    private final Value self;
    private final ConstructorFactory.Callees callees;
    private final FunctionBuilder builder;
    private final Map<FieldReference, Variable> variables = new LinkedHashMap<>();
    private final Map<FieldReference, Variable> assigned = new LinkedHashMap<>();
    private final Map<Value, Value> values = new HashMap<>();
    private final Map<Integer, BlockBuilder> blocks = new HashMap<>();

    private ConstructedFields(Function function, Value self, ConstructorFactory.Callees callees) {
        this.function = function;
        this.flow = ControlFlow.of(function);
        this.self = self;
        this.callees = callees;
        this.builder = new FunctionBuilder(function.name(), function.isStatic());
    }

    static Function apply(Function function, Value self, ConstructorFactory.Callees callees) {
        ConstructedFields pass = new ConstructedFields(function, self, callees);
        pass.check();
        pass.findVariables();
        return pass.rebuild();
    }

    /** Where only an exception can follow, the real constructor has not come: anything goes there. */
    private void check() {
        Set<Integer> returning = ReturningBlocks.of(function);
        if (returning.isEmpty()) {
            throw new RefusedException(
                    "the constructor of " + Naming.ofClass(self.type().internalName()) + " never returns",
                    function.entry().line());
        }
        ThisUses uses = new ThisUses(self, callees);
        for (Block block : flow.reversePostorder()) {
            if (returning.contains(block.id())) {
                uses.check(block, block == function.entry() ? REAL : 0);
            }
        }
    }

    private void findVariables() {
        for (Block block : flow.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() instanceof Op.GetField get && isOfThis(instruction)) {
                    variable(get.field());
                } else if (instruction.op() instanceof Op.PutField put && !put.isStatic() && isOfThis(instruction)) {
                    assigned.put(callees.declared(put.field()), variable(put.field()));
                }
            }
        }
    }

    private boolean isOfThis(Instruction instruction) {
        return !instruction.operands().isEmpty() && instruction.operand(0).equals(self);
    }

    private Variable variable(FieldReference named) {
        return variables.computeIfAbsent(
                callees.declared(named),
                field -> new Variable(field.toString(), field.type().onStack()));
    }

    private Function rebuild() {
        for (Block block : flow.reversePostorder()) {
            BlockBuilder target = builder.block();
            blocks.put(block.id(), target);
            block.parameters().forEach(parameter -> values.put(parameter, target.parameter(parameter.type())));
        }
        for (Block block : flow.reversePostorder()) {
            BlockBuilder target = blocks.get(block.id());
            block.handlers().forEach(handler -> target.handle(handler(handler)));
            block.instructions().forEach(instruction -> visit(target, instruction));
            Terminator end = block.terminator();
            if (end instanceof Terminator.Return) {
                initialize(target, end.line());
            }
            target.end(end.with(
                    mapped(end.operands()),
                    end.targets().stream().map(this::target).toList()));
        }
        return builder.build();
    }

    private Handler handler(Handler handler) {
        return new Handler(handler.catchType(), target(handler.target()));
    }

    private Target target(Target target) {
        return new Target(blocks.get(target.block()).id(), mapped(target.arguments()));
    }

    private List<Value> mapped(List<Value> originals) {
        return originals.stream().map(values::get).toList();
    }

    private void visit(BlockBuilder block, Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.GetField get && isOfThis(instruction)) {
            values.put(instruction.result(), block.read(variable(get.field())));
        } else if (op instanceof Op.PutField put && !put.isStatic() && isOfThis(instruction)) {
            block.write(variable(put.field()), values.get(instruction.operand(1)));
        } else {
            Value[] operands = mapped(instruction.operands()).toArray(Value[]::new);
            Value result = instruction.result();
            Value copy = block.append(op, result == null ? Type.VOID : result.type(), instruction.line(), operands);
            if (result != null) {
                values.put(result, copy);
            }
        }
    }

    private void initialize(BlockBuilder block, int line) {
        List<FieldReference> fields = new ArrayList<>(assigned.keySet());
        fields.removeIf(field -> !field.type().isReference() && !field.type().isFloating());
        for (FieldReference field : fields) {
            block.run(new Op.Initialized(field), line, values.get(self), block.read(assigned.get(field)));
        }
    }
}
