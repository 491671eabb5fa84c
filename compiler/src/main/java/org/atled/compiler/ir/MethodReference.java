package org.atled.compiler.ir;

import java.util.List;

/**
 * A method by name.
 *
 * @param owner internal name of the class, {@code demo/Decay}
 * @param name name of the method
 * @param descriptor method descriptor of JVMS 4.3.3
 */
public record MethodReference(String owner, String name, String descriptor) {
    public List<Type> parameters() {
        return Type.parametersOf(descriptor);
    }

    public Type result() {
        return Type.resultOf(descriptor);
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name + descriptor;
    }
}
