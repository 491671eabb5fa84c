package org.atled.compiler.ir.interpreter;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atled.compiler.ir.Evaluation;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.InvalidFunctionException;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Verifier;

/** The flow of control of an interpreted program: within a frame, into called functions, and out by exceptions. */
final class Execution {
    private static final Object MONITOR_LEFT = new Object();

    private final Classes classes;
    private final Operations operations;
    private final Map<Function, Layout> layouts = new IdentityHashMap<>();
    private final long stepLimit;
    private long steps;

    Execution(Classes classes, Program program, long stepLimit) {
        this.classes = classes;
        this.operations = new Operations(classes, new Dispatch(classes, program), this);
        this.stepLimit = stepLimit;
    }

    /** Counts steps from 0 again. */
    void restart() {
        steps = 0;
    }

    /** Arguments and result are values as on the operand stack. */
    Object run(Function function, List<Object> arguments) throws Throwable {
        return resume(new Frame(layoutOf(function), arguments), null);
    }

    private Layout layoutOf(Function function) {
        Layout layout = layouts.get(function);
        if (layout == null) {
            Verifier.verify(function);
            layout = new Layout(function);
            layouts.put(function, layout);
        }
        return layout;
    }

    /**
     * Goes on until the function returns or the innermost monitor that it holds is left. Java can only lock for the
     * time of a statement, so whatever happens until a monitor is left again happens inside one; code that does not
     * leave monitors in the reverse order of entering them fails as a JVM that enforces structured locking does.
     */
    private Object resume(Frame frame, Object held) throws Throwable {
        while (true) {
            try {
                count(frame);
                Instruction instruction = frame.advance();
                Terminator terminator = frame.block().terminator();
                if (instruction != null && instruction.op() instanceof Op.Monitor monitor) {
                    Object object = Objects.requireNonNull(frame.get(instruction.operand(0)));
                    if (!monitor.enter()) {
                        return leave(object, held);
                    }
                    Object result = enter(frame, object);
                    if (result != MONITOR_LEFT) {
                        return result;
                    }
                } else if (instruction != null) {
                    Object result = operations.execute(frame, instruction);
                    if (instruction.result() != null) {
                        frame.define(instruction.result(), result);
                    }
                } else if (terminator instanceof Terminator.Return leave) {
                    return result(frame, leave, held);
                } else if (terminator instanceof Terminator.Throw abrupt) {
                    throw (Throwable) frame.get(abrupt.exception());
                } else {
                    frame.jump(choose(frame, terminator));
                }
            } catch (StepLimitExceededException | InvalidFunctionException stop) {
                throw stop;
            } catch (Throwable thrown) {
                handle(frame, thrown);
            }
        }
    }

    private void count(Frame frame) {
        if (++steps > stepLimit) {
            throw new StepLimitExceededException(frame.name().toString(), stepLimit);
        }
    }

    private Object enter(Frame frame, Object object) throws Throwable {
        synchronized (object) {
            return resume(frame, object);
        }
    }

    private static Object leave(Object object, Object held) {
        if (object != held) {
            throw new IllegalMonitorStateException("Not the monitor entered last: " + object.getClass());
        }
        return MONITOR_LEFT;
    }

    private static Object result(Frame frame, Terminator.Return leave, Object held) {
        if (held != null) {
            throw new IllegalMonitorStateException("Returns without leaving a monitor: " + held.getClass());
        }
        if (leave.value() == null) {
            return null;
        }
        Type type = frame.name().result();
        return Representation.toStack(Representation.toDeclared(frame.get(leave.value()), type), type);
    }

    private static Target choose(Frame frame, Terminator terminator) {
        List<Target> targets = terminator.targets();
        if (terminator instanceof Terminator.Branch branch) {
            return targets.get(Evaluation.holds(branch.condition(), frame.get(branch.operands())) ? 0 : 1);
        } else if (terminator instanceof Terminator.Switch choice) {
            int index = choice.keys().indexOf(frame.get(choice.selector()));
            return targets.get(index >= 0 ? index : targets.size() - 1);
        }
        return targets.get(0);
    }

    private void handle(Frame frame, Throwable thrown) throws Throwable {
        for (Handler handler : frame.block().handlers()) {
            if (handler.catchType() == null || classes.of(handler.catchType()).isInstance(thrown)) {
                frame.jump(handler, thrown);
                return;
            }
        }
        throw thrown;
    }
}
