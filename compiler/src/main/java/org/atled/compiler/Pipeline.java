package org.atled.compiler;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.transform.CallSubstitutes;
import org.atled.compiler.transform.CanonicalizeLoops;
import org.atled.compiler.transform.ConstantParameters;
import org.atled.compiler.transform.CountDerivatives;
import org.atled.compiler.transform.Derivatives;
import org.atled.compiler.transform.DivideSweeps;
import org.atled.compiler.transform.EliminateDeadCode;
import org.atled.compiler.transform.FoldConstants;
import org.atled.compiler.transform.ForwardMode;
import org.atled.compiler.transform.FuseCreations;
import org.atled.compiler.transform.FuseStreamSums;
import org.atled.compiler.transform.HoistInvariants;
import org.atled.compiler.transform.ImmediateMode;
import org.atled.compiler.transform.Inline;
import org.atled.compiler.transform.IsolateThrowing;
import org.atled.compiler.transform.KeepLoopsApart;
import org.atled.compiler.transform.NumberValues;
import org.atled.compiler.transform.OutlineLoops;
import org.atled.compiler.transform.ReplaceArrays;
import org.atled.compiler.transform.ReverseMode;
import org.atled.compiler.transform.SimplifyParameters;
import org.atled.compiler.transform.SingleEntries;
import org.atled.compiler.transform.SinkAllocations;
import org.atled.compiler.transform.SplitCriticalEdges;
import org.atled.compiler.transform.SplitMethods;
import org.atled.compiler.transform.TaylorMode;
import org.atled.compiler.transform.UnifyInductions;
import org.atled.compiler.transform.UnifyReturns;
import org.atled.compiler.transform.UnrollLoops;

/** The compiler between lifting and lowering, as lists of passes. */
final class Pipeline {
    /** A body of up to this many instructions is inlined, into methods of up to that many. */
    private static final Inline.Limits LIMITS = new Inline.Limits(100, 400);

    /** HotSpot leaves longer methods to its interpreter. */
    static final int LONGEST_COMPILED = 8000;

    private final Dumps dumps;
    private final FieldKinds fields;
    private final Set<Optimization> optimizations;
    private final int longestMethod;

    Pipeline(Dumps dumps, FieldKinds fields, Set<Optimization> optimizations) {
        this(dumps, fields, optimizations, LONGEST_COMPILED);
    }

    /**
     * @param longestMethod how many bytes of bytecode a method may take
     */
    Pipeline(Dumps dumps, FieldKinds fields, Set<Optimization> optimizations, int longestMethod) {
        this.longestMethod = longestMethod;
        this.dumps = dumps;
        this.fields = fields;
        this.optimizations = optimizations;
    }

    /**
     * What is done to a primal before it is analysed and differentiated.
     *
     * @param rules say which calls are others in code that is differentiated
     * @param inlinable finds the methods whose bodies may take the place of calls
     */
    Function prepare(Function lifted, Rules rules, Inline.Callees inlinable) {
        return prepare(substitute(dump("lift", lifted), rules), inlinable);
    }

    private Function prepare(Function substituted, Inline.Callees inlinable) {
        Function function = substituted;
        if (optimizations.contains(Optimization.INLINE)) {
            function = Inline.apply(function, inlinable, LIMITS);
        }
        // From here on an object that is seen is one that its constructor has made.
        function = FuseCreations.apply(SinkAllocations.apply(function));
        function = SingleEntries.apply(optimize(function));
        if (optimizations.contains(Optimization.UNROLL)) {
            function = optimize(UnrollLoops.apply(function));
        }
        if (optimizations.contains(Optimization.REPLACE_ARRAYS)) {
            function = optimize(ReplaceArrays.apply(function));
        }
        function = UnifyReturns.apply(IsolateThrowing.apply(function));
        // Values are kept per iteration of the loop that defines them, and the reverse sweep may pass over a loop as a
        // whole: what is read after a loop must be a value of the block after it.
        function = CanonicalizeLoops.apply(function);
        if (optimizations.contains(Optimization.HOIST)) {
            function = HoistInvariants.apply(function);
        }
        function = SplitCriticalEdges.apply(function);
        return dump("prepare", function);
    }

    /** What is done to a part of a prepared method that becomes a method, before it is analysed. */
    Function preparePart(Function part) {
        return prepare(dump("lift", part), (call, receiver) -> Optional.empty());
    }

    /**
     * The code of a method that is to be differentiated: in calls of it nothing is left to others that can be differentiated in its
     * place, and it knows that it is in one derivative more.
     */
    static Function substitute(Function lifted, Rules rules) {
        return CountDerivatives.apply(CallSubstitutes.apply(FuseStreamSums.apply(lifted), rules));
    }

    /**
     * @param directions how many tangents are computed at a time
     */
    Function forward(
            Activity activity, MethodReference name, int directions, Primals primals, Derivatives derivatives) {
        String stage = directions == 1 ? "forward" : "forward" + directions;
        return finish(stage, activity, ForwardMode.apply(activity, name, directions, primals, derivatives));
    }

    /** Whether forward mode may compute several tangents at a time. */
    boolean makesChunks() {
        return optimizations.contains(Optimization.CHUNK);
    }

    Function taylor(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        return finish("taylor", activity, TaylorMode.apply(activity, name, primals, derivatives));
    }

    Function joint(
            Activity activity, List<Boolean> stable, MethodReference name, Primals primals, Derivatives derivatives) {
        return finish(
                "reverse", activity, ReverseMode.joint(activity, stable, name, primals, derivatives, recomputes()));
    }

    /** Whether a callee can be reversed as it runs. */
    boolean isImmediate(Activity activity, Primals primals) {
        return optimizations.contains(Optimization.IMMEDIATE) && ImmediateMode.isPossible(activity, primals);
    }

    Function immediate(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        return finish("immediate", activity, ImmediateMode.apply(activity, name, primals, derivatives));
    }

    ReverseMode.Split split(
            Activity activity,
            List<Boolean> stable,
            MethodReference augmented,
            MethodReference pullback,
            Primals primals,
            Derivatives derivatives) {
        ReverseMode.Split split =
                ReverseMode.split(activity, stable, augmented, pullback, primals, derivatives, recomputes());
        return new ReverseMode.Split(
                finish("augmented", activity, split.augmented()), finish("pullback", activity, split.pullback()));
    }

    /** The primal part of {@link #split} alone, for where nothing is pulled back. */
    Function shadowed(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        return finish("shadowed", activity, ReverseMode.shadowed(activity, name, primals, derivatives));
    }

    private boolean recomputes() {
        return optimizations.contains(Optimization.RECOMPUTE);
    }

    /** What is done to derivative code before it is lowered. */
    private Function finish(String stage, Activity activity, Function derivative) {
        Function function = optimize(derivative);
        dumps.accept(stage, activity.function().name(), function);
        return function;
    }

    /**
     * Gives the loops of a function that is about to be lowered the shape that HotSpot compiles best.
     *
     * @param isSweep whether there is a reverse sweep in it
     */
    Function shape(Function derivative, boolean isSweep) {
        Function function = derivative;
        if (optimizations.contains(Optimization.COUNT)) {
            function = optimize(UnifyInductions.apply(function));
        }
        if (isSweep && optimizations.contains(Optimization.DIVIDE)) {
            function = optimize(DivideSweeps.apply(function));
        }
        return function;
    }

    /**
     * Cuts a function that is about to be lowered into methods that HotSpot compiles well; it is the first.
     *
     * @param size how many bytes of bytecode a function takes
     */
    List<Function> methods(Function function, ToIntFunction<Function> size) {
        List<Function> methods =
                optimizations.contains(Optimization.OUTLINE) ? OutlineLoops.apply(function) : List.of(function);
        if (optimizations.contains(Optimization.APART)) {
            methods = KeepLoopsApart.apply(methods);
        }
        if (!optimizations.contains(Optimization.SPLIT)) {
            return methods;
        }
        return methods.stream()
                .flatMap(method -> SplitMethods.apply(method, size, longestMethod).stream())
                .toList();
    }

    /** Exact rewrites only: not a bit of any result changes. */
    private Function optimize(Function original) {
        Function function = SimplifyParameters.apply(original);
        if (optimizations.contains(Optimization.FOLD)) {
            function = FoldConstants.apply(ConstantParameters.apply(function));
        }
        if (optimizations.contains(Optimization.NUMBER)) {
            function = NumberValues.apply(function, fields);
        }
        function = EliminateDeadCode.apply(function);
        return SimplifyParameters.apply(function);
    }

    private Function dump(String stage, Function function) {
        dumps.accept(stage, function.name(), function);
        return function;
    }
}
