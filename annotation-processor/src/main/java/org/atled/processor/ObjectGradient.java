package org.atled.processor;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import java.util.Optional;

/**
 * How users see the derivative by something that is neither a number nor an array of numbers.
 *
 * @param shadowType how derivative code sees it, {@code Object} or {@code Object[]}
 * @param shown what users see; empty for functions, by which nothing is differentiated
 */
record ObjectGradient(Type shadowType, Optional<Shown> shown) {
    Type type() {
        return shown.orElseThrow().type();
    }

    /**
     * What users see.
     *
     * @param written whether it can be written where it is: tangents, not records or boxed numbers
     * @param container whether it is an array, list or map, whose elements may be moved about
     */
    record Shown(Type type, boolean written, boolean container, Source source) {}

    /** Code that makes what users see out of a shadow. */
    interface Source {
        /**
         * An expression of the type shown.
         *
         * @param primal expression for what the shadow belongs to, or {@code null} in code
         * @param shadow expression for the shadow
         * @param depth how many lambdas are around it
         */
        String of(String primal, String shadow, int depth);
    }

    /** Code that makes what users see out of a shadow. */
    Expression show(String primal, String shadow) {
        return Code.parse(shown.orElseThrow().source().of(primal, shadow, 0));
    }
}
