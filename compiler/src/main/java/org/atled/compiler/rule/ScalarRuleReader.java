package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.rules.PartialsOf;
import org.atled.rules.ZeroDerivative;

/** Reads a class of partials of static methods, see {@link PartialsOf}. */
final class ScalarRuleReader {
    private final List<Type> owners;
    /** Owners that need not be there, where nothing is checked. */
    private final List<Type> named;

    private final PrimalCheck check;
    private final Map<PrimalSignature, Method> declared = new LinkedHashMap<>();
    private final Map<PrimalSignature, List<Partial>> partials = new LinkedHashMap<>();

    private ScalarRuleReader(List<Type> owners, List<Type> named, PrimalMethods methods) {
        this.owners = owners;
        this.named = named;
        this.check = new PrimalCheck(methods);
    }

    /** The rules of a class, by primal. */
    static Map<MethodReference, ScalarRule> read(RuleClass type, PrimalMethods methods) {
        List<Type> owners = type.owners(PartialsOf.class);
        List<Type> named = type.namedOwners(PartialsOf.class);
        if (owners.isEmpty() && named.isEmpty()) {
            throw new InvalidRuleException(
                    type.outline(), "it is not said whose partials these are. Annotate it @PartialsOf.");
        }
        return new ScalarRuleReader(owners, named, methods).read(type.declarations(), type.rules());
    }

    static Map<MethodReference, ScalarRule> read(
            List<Type> owners, List<Method> declarations, List<Method> rules, PrimalMethods methods) {
        return new ScalarRuleReader(owners, List.of(), methods).read(declarations, rules);
    }

    private Map<MethodReference, ScalarRule> read(List<Method> declarations, List<Method> rules) {
        declarations.forEach(this::readDeclaration);
        rules.forEach(this::readPartial);
        requireComplete();
        return result();
    }

    private void readDeclaration(Method declaration) {
        check.require(owners, declaration);
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        declared.put(primal, declaration);
        partials.put(primal, new ArrayList<>());
    }

    private void readPartial(Method rule) {
        PartialName name = PartialName.of(rule);
        PrimalSignature primal = primalOf(rule, name);
        List<Partial> known = partials.computeIfAbsent(primal, first -> new ArrayList<>());
        Partial partial = name.partialOf(primal);
        if (known.stream().anyMatch(other -> other.operand() == partial.operand())) {
            throw new InvalidRuleException(
                    rule, "\"" + primal + "\" has two partials by " + name.parameter() + ". Remove one.");
        }
        known.add(partial);
    }

    private PrimalSignature primalOf(Method rule, PartialName name) {
        List<PrimalSignature> overloads = declared.keySet().stream()
                .filter(primal -> primal.name().equals(name.primal()))
                .toList();
        if (overloads.isEmpty()) {
            return impliedPrimal(rule, name);
        }
        List<PrimalSignature> fitting = overloads.stream().filter(name::fits).toList();
        if (fitting.size() != 1) {
            throw new InvalidRuleException(
                    rule,
                    "it fits " + (fitting.isEmpty() ? "none" : "several") + " of the declared " + overloads
                            + ". Take parameters by their names and types there, in that order, and return its type.");
        }
        return fitting.get(0);
    }

    private PrimalSignature impliedPrimal(Method rule, PartialName name) {
        PrimalSignature primal = name.impliedPrimal();
        if (owners.isEmpty()) {
            throw new InvalidRuleException(
                    rule,
                    "whether there is a method \"" + primal + "\" is not known. Declare it by an abstract method.");
        }
        for (Type owner : owners) {
            if (!check.exists(owner, primal)) {
                throw new InvalidRuleException(
                        rule,
                        owner + " has no public static method \"" + primal
                                + "\". Take all parameters of the primal, or declare it by an abstract method.");
            }
        }
        if (!primal.names().contains(name.parameter())) {
            throw new InvalidRuleException(
                    rule,
                    "it has no parameter " + name.parameter() + " to be the derivative by. Rename it after one of "
                            + primal.names() + ".");
        }
        for (PrimalSignature other : partials.keySet()) {
            if (other.in(owners.get(0)).equals(primal.in(owners.get(0))) && !other.equals(primal)) {
                throw new InvalidRuleException(
                        rule, "another partial calls the parameters " + other.names() + ". Use the same names.");
            }
        }
        return primal;
    }

    private void requireComplete() {
        declared.forEach((primal, declaration) -> {
            boolean zero = declaration.annotation(ZeroDerivative.class).isPresent();
            if (zero != partials.get(primal).isEmpty()) {
                throw new InvalidRuleException(
                        declaration,
                        zero
                                ? "it has a partial, and is said to have none. Remove @ZeroDerivative or the partial."
                                : "it has no partial. Write one, or annotate it @ZeroDerivative.");
            }
        });
    }

    private Map<MethodReference, ScalarRule> result() {
        Map<MethodReference, ScalarRule> result = new LinkedHashMap<>();
        partials.forEach((primal, ofPrimal) -> {
            ofPrimal.sort(Comparator.comparingInt(Partial::operand));
            ScalarRule rule = new ScalarRule(ofPrimal);
            owners.forEach(owner -> result.put(primal.in(owner), rule));
            named.forEach(owner -> result.put(primal.in(owner), rule));
        });
        return result;
    }
}
