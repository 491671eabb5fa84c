package org.atled.compiler.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.bytecode.ExampleFacts;

/**
 * One method to be checked at one example.
 *
 * @param owner the class that declares the method
 * @param companion internal name
 * @param giver the class that gives the example
 */
record ExampleTask(
        ExampleFacts owner,
        ExampleFacts.Method method,
        String companion,
        ExampleFacts giver,
        ExampleFacts.Example example) {

    /** The method as Java names it, with its class. */
    String method(boolean isQualified) {
        return (isQualified ? binary(owner.facts().name()).replace('$', '.') + "." : "") + method.signature();
    }

    /** What the example is called in reports. */
    String exampleName() {
        Optional<List<String>> literals = literals();
        return literals.isPresent()
                ? "(" + String.join(", ", literals.get()) + ")"
                : binary(giver.facts().name()).replace('$', '.') + "."
                        + example.method().name() + "()";
    }

    private Optional<List<String>> literals() {
        return example.isDifferentiable() ? example.literals() : Optional.empty();
    }

    /** What is asked of the code that runs beside the user's. */
    Map<String, Object> request(CheckSettings settings) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("companion", binary(companion));
        request.put("method", method.name() + method.descriptor());
        request.put("names", method.names());
        literals().ifPresentOrElse(texts -> request.put("literals", texts), () -> {
            request.put("exampleClass", binary(giver.facts().name()));
            request.put("exampleMethod", example.method().name());
        });
        request.put("seed", settings.seed());
        request.put("tolerance", settings.tolerance());
        request.put("threads", settings.threads());
        return request;
    }

    static String binary(String internalName) {
        return internalName.replace('/', '.');
    }
}
