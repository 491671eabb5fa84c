package org.atled.compiler;

import java.util.List;
import java.util.Optional;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.PrimalMethods;

/** The methods of a project and its class path, by their class files: what users' rules are for. */
record ProjectMethods(ClassFiles classes) implements PrimalMethods {
    @Override
    public Optional<Found> find(Type owner, String name, List<Type> parameters) {
        return classes.resolve(owner, name, parameters).map(method -> new Found(method, classes.isStatic(method)));
    }

    @Override
    public boolean isSubtype(Type type, Type supertype) {
        return classes.hierarchy().isSubtype(type, supertype);
    }
}
