package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atled.compiler.ir.MethodReference;
import org.atled.rules.RulesFor;

/** Reads a class of rules for methods that read or write memory, see {@link RulesFor}. */
final class StructuralRuleReader {
    private final RuleClass rules;
    private final List<Class<?>> owners;
    private final List<PrimalSignature> primals;
    private final Map<PrimalSignature, Map<RuleKind, StructuralMethod>> found = new LinkedHashMap<>();

    private StructuralRuleReader(Class<?> type) {
        RulesFor annotation = type.getAnnotation(RulesFor.class);
        if (annotation == null) {
            throw new InvalidRuleException(type, "it is not said whose rules these are. Annotate it @RulesFor.");
        }
        this.rules = new RuleClass(type);
        this.owners = List.of(annotation.value());
        this.primals = rules.declarations().stream()
                .peek(declaration -> PrimalCheck.requireAny(owners, declaration))
                .map(PrimalSignature::declaredBy)
                .toList();
        primals.forEach(primal -> found.put(primal, new LinkedHashMap<>()));
    }

    /** The rules of a class, by primal. */
    static Map<MethodReference, StructuralRule> read(Class<?> type) {
        StructuralRuleReader reader = new StructuralRuleReader(type);
        reader.rules.rules().forEach(reader::readRule);
        Map<MethodReference, StructuralRule> result = new LinkedHashMap<>();
        for (Method declaration : reader.rules.declarations()) {
            PrimalSignature primal = PrimalSignature.declaredBy(declaration);
            for (Class<?> owner : reader.owners) {
                PrimalCheck.find(owner, primal)
                        .ifPresent(method -> result.put(method, reader.ruleOf(declaration, primal, method)));
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
