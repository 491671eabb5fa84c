package org.atled.processor;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import java.util.function.Function;

/** Code that gives one array, passed for several parameters, one partner. */
final class Sharing {
    private Sharing() {}

    /** {@code r == p ? pPartner : r == q ? qPartner : own}. */
    static Expression choose(
            Parameter array, List<Parameter> earlier, Function<Parameter, Expression> partner, Expression own) {
        Expression value = own;
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Parameter other = earlier.get(i);
            if (other.shape().equals(array.shape())) {
                value = Code.choose(Code.equal(array.name(), other.name()), partner.apply(other), value);
            }
        }
        return value;
    }
}
