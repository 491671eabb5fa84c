package org.atled.compiler.ir;

/**
 * A field by name.
 *
 * @param owner internal name of the class
 * @param name name of the field
 * @param type declared type
 */
public record FieldReference(String owner, String name, Type type) {
    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name;
    }
}
