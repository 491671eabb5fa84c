package org.atled.compiler.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.atled.DerivativeOf;
import org.atled.compiler.bytecode.ClassOutline;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/**
 * A class of rules that a user wrote, where partials, structural rules and substitutes may stand together; see {@link
 * DerivativeOf}.
 */
record UserRules(
        Map<MethodReference, ScalarRule> scalar,
        Map<MethodReference, StructuralRule> structural,
        Map<MethodReference, MethodReference> substitutes) {

    static UserRules read(ClassOutline outline, PrimalMethods methods) {
        RuleClass type = new RuleClass(outline);
        List<Type> owners = type.owners(DerivativeOf.class);
        if (owners.isEmpty()) {
            throw new InvalidRuleException(outline, "it is not said whose rules these are. Annotate it @DerivativeOf.");
        }
        Map<Boolean, List<Method>> rules = type.rules().stream()
                .filter(rule -> !SubstituteReader.isOne(rule))
                .collect(Collectors.partitioningBy(rule -> RuleKind.find(rule).isPresent()));
        Set<String> partialNames = rules.get(false).stream()
                .map(rule -> PartialName.of(rule).primal())
                .collect(Collectors.toSet());
        Map<Boolean, List<Method>> declarations = type.declarations().stream()
                .collect(Collectors.partitioningBy(declaration ->
                        !partialNames.contains(declaration.reference().name()) && !isZero(declaration)));
        return new UserRules(
                ScalarRuleReader.read(owners, declarations.get(false), rules.get(false), methods),
                StructuralRuleReader.read(owners, declarations.get(true), rules.get(true), methods),
                SubstituteReader.read(owners, type.rules(), methods));
    }

    private static boolean isZero(Method declaration) {
        return declaration.annotation(org.atled.rules.ZeroDerivative.class).isPresent();
    }
}
