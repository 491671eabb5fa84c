package org.atled.compiler.rule;

import java.util.List;
import org.atled.compiler.ir.MethodReference;

/** A static method of a rule class and what to call it with. */
public record RuleMethod(MethodReference method, List<RuleArgument> arguments) {
    public RuleMethod {
        arguments = List.copyOf(arguments);
    }
}
