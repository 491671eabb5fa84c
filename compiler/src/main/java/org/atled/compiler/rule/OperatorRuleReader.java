package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.Operator;

/** Reads the class of partials of opcodes, see {@code org.atled.rules.ArithmeticPartials}. */
final class OperatorRuleReader {
    private OperatorRuleReader() {}

    /** A rule for every operator. */
    static Map<Operator, ScalarRule> read(Class<?> type) {
        Map<Operator, List<Partial>> partials = new EnumMap<>(Operator.class);
        for (Method rule : RuleClass.of(type).rules()) {
            PartialName name = PartialName.of(rule);
            Operator operator = operator(rule, name.primal());
            PrimalSignature primal = signature(operator);
            if (!name.fits(primal)) {
                throw new InvalidRuleException(
                        rule,
                        "it does not fit \"" + primal
                                + "\". Take operands by these names and types, in that order, and return its type.");
            }
            partials.computeIfAbsent(operator, first -> new ArrayList<>()).add(name.partialOf(primal));
        }
        Map<Operator, ScalarRule> rules = new EnumMap<>(Operator.class);
        for (Operator operator : Operator.values()) {
            List<Partial> ofOperator = partials.getOrDefault(operator, new ArrayList<>());
            ofOperator.sort(Comparator.comparingInt(Partial::operand));
            rules.put(operator, new ScalarRule(ofOperator));
        }
        return rules;
    }

    private static Operator operator(Method rule, String mnemonic) {
        for (Operator operator : Operator.values()) {
            if (operator.mnemonic().equals(mnemonic)) {
                return operator;
            }
        }
        throw new InvalidRuleException(rule, "there is no opcode " + mnemonic + ". Rename it after one of JVMS 6.5.");
    }

    private static PrimalSignature signature(Operator operator) {
        List<String> names = List.of("x", "y").subList(0, operator.operands().size());
        return PrimalSignature.ofStatic(operator.mnemonic(), names, operator.operands(), operator.result());
    }
}
