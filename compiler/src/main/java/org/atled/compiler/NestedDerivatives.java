package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.Rules;

/**
 * The code of derivatives that differentiated code calls: what a companion's cores are filled with is a primal like any
 * other. So derivatives nest to any depth, in any mode, without marks at run time that could be confused.
 */
final class NestedDerivatives {
    private final ClassFiles classes;
    private final Rules rules;
    private final Pipeline pipeline;
    private final Map<MethodReference, Function> functions = new LinkedHashMap<>();
    private final Map<String, List<CompanionClass.CoreMethod>> cores = new HashMap<>();
    private final Set<MethodReference> underWay = new HashSet<>();

    NestedDerivatives(ClassFiles classes, Rules rules, Pipeline pipeline) {
        this.classes = classes;
        this.rules = rules;
        this.pipeline = pipeline;
    }

    /** The code of a core, or of a derivative that one calls; empty if the method is none, or is being made. */
    Optional<Function> find(MethodReference method) {
        Function known = functions.get(method);
        if (known != null) {
            return Optional.of(known);
        }
        core(method).filter(each -> underWay.add(each.name())).ifPresent(this::make);
        return Optional.ofNullable(functions.get(method));
    }

    /** Whether a method is a core: what its class file holds is not what it will run. */
    boolean isCore(MethodReference method) {
        return core(method).isPresent();
    }

    /** Whether a method tells along how many directions at a time there is code. */
    boolean isWidth(MethodReference method) {
        return core(method)
                .filter(core -> core.mode() == CompanionClass.Mode.WIDTH)
                .isPresent();
    }

    private Optional<CompanionClass.CoreMethod> core(MethodReference method) {
        return cores.computeIfAbsent(method.owner(), this::coresOf).stream()
                .filter(each -> each.name().equals(method))
                .findFirst();
    }

    private List<CompanionClass.CoreMethod> coresOf(String owner) {
        return classes.companion(owner).map(CompanionClass::cores).orElse(List.of());
    }

    private void make(CompanionClass.CoreMethod core) {
        DerivativeCode code = new DerivativeCode(core.name().owner(), classes, rules, pipeline, this);
        code.add(core);
        Map<MethodReference, MethodReference> names = new HashMap<>();
        for (Function function : code.functions()) {
            MethodReference name = function.name();
            boolean isCore = name.equals(core.name());
            names.put(name, isCore ? name : within(core.name(), name));
        }
        code.functions().forEach(function -> functions.put(names.get(function.name()), renamed(function, names)));
    }

    /** In the companion that is being filled, and not under the name of one of its own methods. */
    private MethodReference within(MethodReference core, MethodReference name) {
        return new MethodReference(
                classes.home().orElse(name.owner()), name.name() + "$in$" + core.name(), name.descriptor());
    }

    private static Function renamed(Function function, Map<MethodReference, MethodReference> names) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Instruction> instructions = block.instructions().stream()
                    .map(each ->
                            new Instruction(each.result(), renamed(each.op(), names), each.operands(), each.line()))
                    .toList();
            blocks.add(new Block(block.id(), block.parameters(), instructions, block.terminator(), block.handlers()));
        }
        return new Function(names.get(function.name()), function.isStatic(), blocks);
    }

    private static Op renamed(Op op, Map<MethodReference, MethodReference> names) {
        if (op instanceof Op.Accumulate sum) {
            // As a primal, it is a sum.
            return new Op.Arithmetic(sum.type().equals(Type.FLOAT) ? Operator.FADD : Operator.DADD);
        }
        return op instanceof Op.Invoke call && names.containsKey(call.method())
                ? new Op.Invoke(call.kind(), names.get(call.method()), call.ownerIsInterface())
                : op;
    }

    /** Those of these functions that some code calls as they are, with all that they call. */
    List<Function> called(List<Function> callers) {
        Set<Function> found = new LinkedHashSet<>();
        List<Function> open = new ArrayList<>(callers);
        for (int i = 0; i < open.size(); i++) {
            for (Block block : open.get(i).blocks()) {
                for (Instruction instruction : block.instructions()) {
                    Function callee = instruction.op() instanceof Op.Invoke call ? helper(call.method()) : null;
                    if (callee != null && found.add(callee)) {
                        open.add(callee);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private Function helper(MethodReference method) {
        return method.name().contains("$in$") ? functions.get(method) : null;
    }
}
