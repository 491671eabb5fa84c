package org.atled.compiler.ir;

/**
 * A value of static single assignment form: defined once, by an instruction or as a block parameter.
 *
 * @param id unique within its function
 * @param type one of the types a value can have: {@code int}, {@code long}, {@code float}, {@code double}, a reference
 */
public record Value(int id, Type type) {
    /** Values are keys everywhere, and differ by their ids. */
    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "%" + id;
    }
}
