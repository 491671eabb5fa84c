package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Carriers;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.StaticState;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Whether iterations of a loop can run a second time, from a state that was saved, without anything noticing: what they change is
 * in arrays and fields of objects that they are given. Looks into everything they call.
 */
final class RepeatedLoop {
    private final Closure closure;
    private final Set<MethodReference> visited = new HashSet<>();
    private final Deque<Activity> differentiated = new ArrayDeque<>();
    private final Deque<Function> plain = new ArrayDeque<>();

    private RepeatedLoop(Closure closure) {
        this.closure = closure;
    }

    /** What speaks against it, without full stop; empty if nothing does. */
    static Optional<String> obstacle(Closure closure, Activity activity, Loop loop) {
        RepeatedLoop run = new RepeatedLoop(closure);
        try {
            run.checkStaticState();
            run.check(
                    activity, loop.blocks().stream().map(activity.flow()::block).toList());
            run.checkCallees();
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** What a loop has read in a static field may be another when it runs again. */
    private void checkStaticState() {
        StaticState.change(closure, closure.primals()).ifPresent(site -> {
            throw new RefusedException("its method changes static state in line " + site.line(), site.line());
        });
    }

    private void checkCallees() {
        while (true) {
            if (!differentiated.isEmpty()) {
                Activity next = differentiated.pop();
                check(next, next.flow().reversePostorder());
            } else if (!plain.isEmpty()) {
                checkPlain(plain.pop());
            } else {
                return;
            }
        }
    }

    private void check(Activity activity, List<Block> blocks) {
        Set<Integer> returning = ReturningBlocks.of(activity.function());
        Set<Value> made = made(blocks);
        for (Block block : blocks) {
            // What only an exception can follow does not run again.
            if (returning.contains(block.id())) {
                block.instructions().forEach(each -> check(activity.treatment(each), each, made));
            }
        }
    }

    private void check(Treatment treatment, Instruction instruction, Set<Value> made) {
        if (treatment instanceof Treatment.Differentiated call) {
            visit(call.callee());
        } else if (treatment instanceof Treatment.Passive call) {
            visit(call.callee());
        } else if (!(treatment instanceof Treatment.Scalar) && !(treatment instanceof Treatment.Created)) {
            checkPlain(instruction, made);
        }
    }

    private void checkPlain(Function function) {
        Set<Integer> returning = ReturningBlocks.of(function);
        Set<Value> made = made(function.blocks());
        for (Block block : function.blocks()) {
            if (returning.contains(block.id())) {
                block.instructions().forEach(each -> checkPlain(each, made));
            }
        }
    }

    /** Objects that each run makes anew. */
    private static Set<Value> made(List<Block> blocks) {
        Set<Value> made = new HashSet<>();
        for (Block block : blocks) {
            for (Instruction instruction : block.instructions()) {
                Op op = instruction.op();
                boolean isMade = op instanceof Op.Create
                        || op instanceof Op.New
                        || op instanceof Op.Invoke invoke && RepeatableCalls.makesResult(invoke.method())
                        || op instanceof Op.CheckCast && made.contains(instruction.operand(0));
                if (isMade) {
                    made.add(instruction.result());
                }
            }
        }
        return made;
    }

    private void visit(Specialization callee) {
        if (visited.add(callee.method())) {
            differentiated.push(closure.activity(callee));
        }
    }

    private void checkPlain(Instruction instruction, Set<Value> made) {
        Op op = instruction.op();
        if (op instanceof Op.PutField put && put.isStatic()) {
            throw refused("it changes static field " + Naming.of(put.field()), instruction);
        } else if (op instanceof Op.Monitor) {
            throw refused("it takes a lock", instruction);
        } else if (op instanceof Op.InvokeDynamic dynamic && !RepeatableCalls.isPure(dynamic)) {
            throw refused("it makes a dynamic call", instruction);
        } else if (op instanceof Op.Invoke invoke) {
            checkCall(instruction, invoke, made);
        } else if (op instanceof Op.Create create && !isHarmless(create)) {
            visitPlain(create.constructor(), instruction);
        }
    }

    private boolean isHarmless(Op.Create create) {
        return create.isBlank()
                || closure.primals().isThrowable(create.constructor().owner())
                || RepeatableCalls.isPure(create.constructor());
    }

    private void checkCall(Instruction instruction, Op.Invoke invoke, Set<Value> made) {
        MethodReference method = invoke.method();
        if (closure.primals().rules().of(method).isPresent()) {
            return;
        }
        int changed = RepeatableCalls.changed(method);
        boolean isState = changed >= 0
                && !instruction.operand(changed).type().isArray()
                && !made.contains(instruction.operand(changed));
        if (isState) {
            throw refused("it changes an object by " + Naming.of(method), instruction);
        } else if (changed == RepeatableCalls.UNKNOWN && !isOfArrays(method)) {
            visitPlain(method, instruction);
        }
    }

    /** Atled's own rules of arrays. */
    private boolean isOfArrays(MethodReference method) {
        return closure.primals()
                .rules()
                .structural(method)
                .filter(rule -> method.owner().equals("java/util/Arrays")
                        || method.owner().equals("java/lang/System")
                        || method.owner().startsWith("["))
                .isPresent();
    }

    private void visitPlain(MethodReference method, Instruction instruction) {
        if (Carriers.isOfJdk(method.owner())) {
            throw unknown(method, instruction);
        }
        for (MethodReference each : called(method, instruction)) {
            if (visited.add(each)) {
                plain.push(closure.primals().find(each).orElseThrow(() -> unknown(method, instruction)));
            }
        }
    }

    private List<MethodReference> called(MethodReference method, Instruction instruction) {
        Primals primals = closure.primals();
        boolean isExact = instruction.op() instanceof Op.Create
                || instruction.op() instanceof Op.Invoke invoke
                        && (invoke.kind() == Op.InvokeKind.STATIC || invoke.kind() == Op.InvokeKind.SPECIAL)
                || primals.isFixed(method);
        if (isExact) {
            return List.of(method);
        }
        List<MethodReference> called = new ArrayList<>();
        if (primals.isOfProject(method.owner())) {
            for (String each : primals.implementations(Type.ofClassEntry(method.owner()))) {
                called.add(primals.select(each, method).orElseThrow(() -> unknown(method, instruction)));
            }
        }
        if (called.isEmpty()) {
            throw unknown(method, instruction);
        }
        return called;
    }

    private static RefusedException unknown(MethodReference method, Instruction instruction) {
        return refused(
                "it calls " + Naming.of(method) + ", which may do something else when it is called a second time",
                instruction);
    }

    private static RefusedException refused(String reason, Instruction instruction) {
        return new RefusedException(reason + " in line " + instruction.line(), instruction.line());
    }
}
