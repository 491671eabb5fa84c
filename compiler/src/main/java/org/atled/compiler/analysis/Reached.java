package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;

/**
 * Every method that a closure's methods call, whatever differentiation does with the call: also the methods that are only
 * reached through calls that are left as they are. Those of the JDK are named and not looked into.
 */
public final class Reached {
    /** How a method that has no derivative code of its own takes part. */
    public enum Role {
        RULE,
        INACTIVE,
        IMPOSSIBLE
    }

    private final Closure closure;
    private final Primals primals;
    private final Set<Specialization> differentiated;
    private final Map<MethodReference, Role> roles = new LinkedHashMap<>();
    private final Map<MethodReference, Site> calls = new LinkedHashMap<>();
    private final Deque<MethodReference> open = new ArrayDeque<>();

    private Reached(Closure closure, Primals primals) {
        this.closure = closure;
        this.primals = primals;
        this.differentiated = Set.copyOf(closure.differentiated());
    }

    /** Walks a closure that has been analysed. */
    public static Reached by(Closure closure, Primals primals) {
        Reached reached = new Reached(closure, primals);
        closure.differentiated().forEach(reached::visit);
        closure.members().stream()
                .filter(member -> !reached.differentiated.contains(member))
                .forEach(member -> reached.addInactive(Caught.original(member.method())));
        reached.followInactive();
        // A method called with constants as well is not worth a line beside its derivative.
        closure.differentiated().forEach(member -> reached.roles.remove(Caught.original(member.method())));
        return reached;
    }

    /** The methods beside those that are differentiated, in the order they were met. */
    public Set<MethodReference> methods() {
        return roles.keySet();
    }

    public Role role(MethodReference method) {
        return roles.get(method);
    }

    /** The call that made a method {@link Role#IMPOSSIBLE}. */
    public Site call(MethodReference method) {
        return calls.get(method);
    }

    private void visit(Specialization member) {
        if (isOfAtled(member.method())) {
            return;
        }
        Activity activity = closure.activity(member);
        for (Block block : activity.function().blocks()) {
            block.instructions().forEach(each -> called(each).ifPresent(method -> visit(activity, each, method)));
        }
    }

    private static Optional<MethodReference> called(Instruction instruction) {
        if (instruction.op() instanceof Op.Create creation) {
            return Optional.of(creation.constructor());
        }
        return instruction.op() instanceof Op.Invoke invoke ? Optional.of(invoke.method()) : Optional.empty();
    }

    private void visit(Activity activity, Instruction instruction, MethodReference method) {
        Treatment treatment = activity.treatment(instruction);
        boolean isActive = instruction.operands().stream().anyMatch(activity::isActive)
                || instruction.result() != null && activity.isActive(instruction.result());
        if (treatment instanceof Treatment.Scalar || treatment instanceof Treatment.Structural) {
            add(method, isActive ? Role.RULE : Role.INACTIVE);
        } else if (treatment instanceof Treatment.Passive passive) {
            addInactive(Caught.original(passive.callee().method()));
        } else if (treatment instanceof Treatment.Untouched) {
            if (stops(activity, instruction, method)) {
                add(method, Role.IMPOSSIBLE);
                calls.putIfAbsent(method, new Site(activity.function().name(), instruction.line()));
            } else {
                addInactive(method);
            }
        }
    }

    /** Whether a call that is left as it is gets an active value and may not. */
    private boolean stops(Activity activity, Instruction instruction, MethodReference method) {
        return instruction.operands().stream().anyMatch(activity::isActive)
                && !CallPropagation.isHarmless(method, primals.rules())
                && !CallPropagation.makesThrowable(method, primals)
                && primals.rules().structural(method).isEmpty();
    }

    private void add(MethodReference method, Role role) {
        Role before = roles.get(method);
        if (before == null || before.compareTo(role) < 0 && role == Role.IMPOSSIBLE || before == Role.INACTIVE) {
            roles.put(method, role);
        }
    }

    private void addInactive(MethodReference method) {
        if (!roles.containsKey(method)) {
            roles.put(method, Role.INACTIVE);
            open.add(method);
        }
    }

    private static boolean isOfAtled(MethodReference method) {
        return method.owner().startsWith("org/atled/runtime/");
    }

    private void followInactive() {
        Set<MethodReference> seen = new HashSet<>();
        while (!open.isEmpty()) {
            MethodReference method = open.poll();
            if (seen.add(method) && !Carriers.isOfJdk(method.owner()) && !isOfAtled(method)) {
                List<Block> blocks = primals.find(method).map(Function::blocks).orElse(List.of());
                blocks.forEach(block ->
                        block.instructions().forEach(each -> called(each).ifPresent(this::addInactive)));
            }
        }
    }
}
