package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.atled.rules.RulesFor;
import org.atled.rules.Writes;

/** Reads a class of rules for methods on arrays, see {@link RulesFor}. */
final class StructuralRuleReader {
    private final RuleClass rules;
    private final Class<?> owner;
    private final List<PrimalSignature> primals;
    private final Map<PrimalSignature, Map<RuleKind, StructuralMethod>> found = new LinkedHashMap<>();

    private StructuralRuleReader(Class<?> type) {
        RulesFor annotation = type.getAnnotation(RulesFor.class);
        if (annotation == null) {
            throw new InvalidRuleException(type, "it is not said whose rules these are. Annotate it @RulesFor.");
        }
        this.rules = new RuleClass(type);
        this.owner = annotation.value();
        this.primals = rules.declarations().stream()
                .peek(declaration -> PrimalCheck.require(List.of(owner), declaration))
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
            StructuralRule rule = reader.ruleOf(declaration);
            result.put(rule.primal(), rule);
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

    private StructuralRule ruleOf(Method declaration) {
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        Map<RuleKind, StructuralMethod> methods = found.get(primal);
        if (!methods.containsKey(RuleKind.PUSHFORWARD)) {
            throw new InvalidRuleException(
                    declaration, "it has no pushforward. Write " + primal.name() + "_pushforward.");
        }
        return new StructuralRule(
                primal.in(owner),
                writes(declaration, primal),
                Optional.ofNullable(methods.get(RuleKind.SHADOW)).map(StructuralMethod::toRuleMethod),
                methods.get(RuleKind.PUSHFORWARD).toRuleMethod(),
                Optional.ofNullable(methods.get(RuleKind.PULLBACK)).map(StructuralMethod::toRuleMethod));
    }

    private static Set<Integer> writes(Method declaration, PrimalSignature primal) {
        Writes writes = declaration.getAnnotation(Writes.class);
        Stream<String> names = writes == null ? Stream.of() : Stream.of(writes.value());
        return names.map(name -> {
                    if (primal.indexOf(name) < 0) {
                        throw new InvalidRuleException(
                                declaration, "@Writes names " + name + ". Name one of " + primal.names() + ".");
                    }
                    return primal.indexOf(name);
                })
                .collect(Collectors.toSet());
    }
}
