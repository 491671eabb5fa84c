package org.atled.compiler.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.MethodReference;

/**
 * The derivative of a method that reads or writes memory. Operands are numbered as on the stack: the receiver of an
 * instance method is operand 0. A constructor has the operands of its call, and the new object for a result.
 *
 * @param primal the method, of the declared owner: for arrays of references {@code [Ljava/lang/Object;}
 * @param writes operands whose elements the primal changes
 * @param aliases references that it makes one
 * @param notFollowed operands that must not be active, since their derivatives would be lost
 * @param shadow run right after the primal in the forward sweep of reverse mode; returns the shadow of a result that is
 *     a reference, else nothing. Absent: nothing to do there.
 * @param pushforward run right after the primal in forward mode; returns the tangent of the result, if there is one.
 *     Absent: nothing to do there.
 * @param pullback run in the reverse sweep; returns the cotangent of the primal's one number parameter, if it has one,
 *     else nothing. Absent: nothing to do there.
 */
public record StructuralRule(
        MethodReference primal,
        Set<Integer> writes,
        List<Alias> aliases,
        Set<Integer> notFollowed,
        Optional<RuleMethod> shadow,
        Optional<RuleMethod> pushforward,
        Optional<RuleMethod> pullback) {
    public StructuralRule {
        writes = Set.copyOf(writes);
        aliases = List.copyOf(aliases);
        notFollowed = Set.copyOf(notFollowed);
    }

    /** Whether numbers are copied or computed; if not, only references move, and where to is what the aliases say. */
    public boolean movesNumbers() {
        return !pushforward.equals(shadow) || pullback.isPresent();
    }

    /** Whether the result is an object that nothing else refers to yet. */
    public boolean makesResult() {
        return aliases.stream().noneMatch(alias -> isResult(alias.one()) || isResult(alias.other()));
    }

    private static boolean isResult(Alias.Place place) {
        return place.operand() == Partial.RESULT && !place.isElement();
    }
}
