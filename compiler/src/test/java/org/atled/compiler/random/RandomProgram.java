package org.atled.compiler.random;

import java.util.List;
import java.util.Set;

/**
 * A generated class whose method {@code f} is to be differentiated at one input.
 *
 * @param methods of the class, as one block
 */
record RandomProgram(
        long seed, Code methods, MethodShape entry, Object[] input, boolean usesFloat, Set<Feature> features) {
    static final String PACKAGE = "org.atled.compiler.random.generated";

    String className() {
        return "P" + seed;
    }

    String watchedName() {
        return className() + "Watched";
    }

    String source() {
        return source(className(), methods.plain());
    }

    /** The source with the method that is differentiated annotated, as users do it. */
    String annotatedSource() {
        String signature = "static " + entry.result() + " " + entry.name() + "(";
        String annotation = "\n@org.atled.Differentiable ";
        String smooth = "static double smooth(";
        return source().replace("\n" + signature, annotation + signature).replace("\n" + smooth, annotation + smooth);
    }

    String watchedSource() {
        return source(watchedName(), methods.observed());
    }

    private static String source(String name, String methods) {
        return "// " + PACKAGE.replace('.', '/') + "/" + name + ".java\npackage " + PACKAGE + ";\nfinal class " + name
                + " " + methods;
    }

    List<Boolean> active() {
        return entry.parameters().stream().map(Type::isActive).toList();
    }

    RandomProgram with(Code other) {
        return new RandomProgram(seed, other, entry, input, usesFloat, features);
    }
}
