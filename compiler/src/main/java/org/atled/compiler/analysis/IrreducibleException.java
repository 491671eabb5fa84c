package org.atled.compiler.analysis;

import org.atled.compiler.ir.Function;

/**
 * A function has a cycle that can be entered in two places, so that no block of it is the header. Structured Java
 * does not compile to such code; some other languages and obfuscators do.
 */
public final class IrreducibleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int block;
    private final int line;

    IrreducibleException(Function function, int block, int line) {
        super("Irreducible control flow in " + function.name() + (line == 0 ? "" : ", line " + line)
                + ": a jump leads into the middle of a loop (block " + block
                + "); write the loop with for, while or do");
        this.block = block;
        this.line = line;
    }

    /** The block in the middle of the loop that is entered a second way. */
    public int block() {
        return block;
    }

    /** Its source line, 0 if unknown. */
    public int line() {
        return line;
    }
}
