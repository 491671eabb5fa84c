package org.atled.compiler.rule;

import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.MethodReference;

/**
 * The derivative of a method that reads or writes arrays. Operands are numbered as on the stack: the receiver of an
 * instance method is operand 0.
 *
 * @param primal the method, of the declared owner: for arrays of references {@code [Ljava/lang/Object;}
 * @param writes operands whose elements the primal changes
 * @param shadow run right after the primal in the forward sweep of reverse mode; returns the shadow of a result that is
 *     an array, else nothing. Absent: nothing to do there.
 * @param pushforward run right after the primal in forward mode; returns the tangent of the result, if there is one
 * @param pullback run in the reverse sweep; returns the cotangent of the primal's one number parameter, if it has one,
 *     else nothing. Absent: nothing to do there.
 */
public record StructuralRule(
        MethodReference primal,
        Set<Integer> writes,
        Optional<RuleMethod> shadow,
        RuleMethod pushforward,
        Optional<RuleMethod> pullback) {
    public StructuralRule {
        writes = Set.copyOf(writes);
    }
}
