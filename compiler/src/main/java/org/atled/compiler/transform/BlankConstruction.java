package org.atled.compiler.transform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes a factory of a constructor that must not run twice: it changes more than its object, or hands out {@code this}. The
 * object is made blank, without any constructor, and the body runs once, on it, as that of a method would; the constructors
 * it calls on {@code this} are put in the place of their calls. Final fields are set by reflection, which the JVM does not
 * allow for records, and a class that extends one of the JDK has parts out of reach: these are refused.
 */
public final class BlankConstruction {
    private final Draft draft;
    private final Value self;
    private final ConstructorFactory.Callees callees;

    private BlankConstruction(Function calling, Value self, ConstructorFactory.Callees callees) {
        this.draft = new Draft(calling);
        this.self = self;
        this.callees = callees;
    }

    /** The factory; empty if there is none. */
    public static Optional<Function> of(Function constructor, ConstructorFactory.Callees callees) {
        try {
            return Optional.of(new BlankConstruction(
                            calling(constructor), constructor.parameters().get(0), callees)
                    .run());
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private static Function calling(Function constructor) {
        int line = constructor.entry().line();
        List<Value> parameters = constructor.parameters();
        Value object = parameters.get(0);
        int free = parameters.stream().mapToInt(Value::id).max().orElseThrow() + 1;
        Value none = new Value(free, Type.NULL);
        Op call = new Op.Invoke(Op.InvokeKind.SPECIAL, constructor.name(), false);
        List<Instruction> instructions = List.of(
                new Instruction(none, new Op.Literal(new Constant.Null()), List.of(), line),
                new Instruction(object, Op.Create.blank(object.type()), List.of(none), line),
                new Instruction(null, call, parameters, line));
        Block block = new Block(
                0, parameters.subList(1, parameters.size()), instructions, new Terminator.Return(object, line));
        return new Function(ConstructorFactory.name(constructor.name()), true, List.of(block));
    }

    private Function run() {
        do {
            recognizeThis();
        } while (expand());
        BlockMerging.dropUnreachable(draft);
        BlockMerging.merge(draft);
        return draft.finish();
    }

    /** Makes parameters that are always {@code this}, typed as a superclass has it or not, the value itself. */
    private void recognizeThis() {
        Renaming renaming;
        do {
            renaming = new Renaming();
            IncomingEdges edges = new IncomingEdges(draft);
            Set<Value> removed = new HashSet<>();
            for (DraftBlock block : draft.blocks()) {
                for (int i = 0; i < block.parameters.size(); i++) {
                    if (ConstructorReplay.isAlways(self, draft, block, i, edges)) {
                        renaming.put(block.parameters.get(i), self);
                        removed.add(block.parameters.get(i));
                    }
                }
            }
            IncomingEdges.removeParameters(draft, removed);
            draft.rename(renaming);
        } while (!renaming.isEmpty());
    }

    private boolean expand() {
        for (DraftBlock block : draft.blocks()) {
            for (int i = 0; i < block.instructions.size(); i++) {
                Instruction instruction = block.instructions.get(i);
                if (SinkAllocations.isConstructorCall(instruction)
                        && instruction.operand(0).equals(self)) {
                    construct(block, i, (Op.Invoke) instruction.op());
                    return true;
                }
            }
        }
        return false;
    }

    private void construct(DraftBlock block, int at, Op.Invoke call) {
        String owner = call.method().owner();
        int line = block.instructions.get(at).line();
        if (owner.equals(Type.OBJECT.internalName())) {
            block.instructions.remove(at);
            return;
        }
        Optional<Function> body = callees.find(call, self.type().internalName());
        if (ConstructorReplay.isLibrary(owner) || body.isEmpty()) {
            throw new RefusedException("the fields of " + Naming.ofClass(owner) + " are out of reach", line);
        }
        Inline.replaceCall(draft, block, at, body.get());
    }
}
