package org.atled.compiler.rule;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.rules.RulesFor;

/** Reads a class of rules for methods that read or write memory, see {@link RulesFor}. */
final class StructuralRuleReader {
    private final List<Type> owners;
    private final PrimalCheck check;
    private final List<Method> declarations;
    private final List<PrimalSignature> primals;
    private final Map<PrimalSignature, Map<RuleKind, StructuralMethod>> found = new LinkedHashMap<>();

    private StructuralRuleReader(List<Type> owners, List<Method> declarations, PrimalMethods methods) {
        this.owners = owners;
        this.check = new PrimalCheck(methods);
        this.declarations = declarations;
        declarations.forEach(declaration -> check.requireAny(owners, declaration));
        this.primals = declarations.stream().map(PrimalSignature::declaredBy).toList();
        primals.forEach(primal -> found.put(primal, new LinkedHashMap<>()));
    }

    /** The rules of a class, by primal. */
    static Map<MethodReference, StructuralRule> read(RuleClass type, PrimalMethods methods) {
        List<Type> owners = type.owners(RulesFor.class);
        if (owners.isEmpty()) {
            throw new InvalidRuleException(
                    type.outline(), "it is not said whose rules these are. Annotate it @RulesFor.");
        }
        return read(owners, type.declarations(), type.rules(), methods);
    }

    static Map<MethodReference, StructuralRule> read(
            List<Type> owners, List<Method> declarations, List<Method> rules, PrimalMethods methods) {
        StructuralRuleReader reader = new StructuralRuleReader(owners, declarations, methods);
        rules.forEach(reader::readRule);
        return reader.result();
    }

    private Map<MethodReference, StructuralRule> result() {
        Map<MethodReference, StructuralRule> result = new LinkedHashMap<>();
        for (Method declaration : declarations) {
            PrimalSignature primal = PrimalSignature.declaredBy(declaration);
            for (Type owner : owners) {
                check.find(owner, primal).ifPresent(method -> result.put(method, ruleOf(declaration, primal, method)));
            }
        }
        return result;
    }

    private void readRule(Method rule) {
        RuleKind kind = RuleKind.of(rule);
        String name = kind.primalName(rule);
        StructuralMethod shortest = primals.stream()
                .filter(primal -> primal.name().equals(name))
                .map(primal -> StructuralMethod.match(rule, kind, primal))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(match -> match.primal().names().size()))
                .orElseThrow(() -> new InvalidRuleException(rule, fits(kind, name)));
        shortest.requireResult();
        StructuralMethod other = found.get(shortest.primal()).put(kind, shortest);
        if (other != null) {
            throw new InvalidRuleException(rule, "\"" + shortest.primal() + "\" has two. Remove one.");
        }
    }

    private String fits(RuleKind kind, String name) {
        String declared = primals.stream()
                .filter(primal -> primal.name().equals(name))
                .map(PrimalSignature::toString)
                .collect(Collectors.joining("\", \"", "\"", "\""));
        return "its parameters fit none of the declared primals " + declared
                + ". Use their names, result, and names with the ending " + kind.shadowSuffix()
                + ", with the types declared there; or declare its primal by an abstract method.";
    }

    private StructuralRule ruleOf(Method declaration, PrimalSignature primal, MethodReference method) {
        Effects effects = Effects.of(declaration, primal);
        Optional<RuleMethod> pushforward = ruleMethod(primal, RuleKind.PUSHFORWARD);
        Optional<RuleMethod> shadow = ruleMethod(primal, RuleKind.SHADOW);
        Optional<RuleMethod> pullback = ruleMethod(primal, RuleKind.PULLBACK);
        if (pushforward.isEmpty() && (pullback.isPresent() || primal.hasNumbers())) {
            throw new InvalidRuleException(
                    declaration, "it has no pushforward. Write " + primal.name() + "_pushforward.");
        }
        return new StructuralRule(
                method,
                effects.writes(),
                effects.aliases(),
                effects.notFollowed(),
                shadow,
                pushforward.isPresent() ? pushforward : shadow,
                pullback);
    }

    private Optional<RuleMethod> ruleMethod(PrimalSignature primal, RuleKind kind) {
        return Optional.ofNullable(found.get(primal).get(kind)).map(StructuralMethod::toRuleMethod);
    }
}
