package org.atled.compiler.analysis;

/**
 * A place where a value is read.
 *
 * @param block id of the reading block
 * @param position index of the reading instruction in its block, the number of instructions if the terminator reads
 *     (as an operand or as an argument of a target), or {@link #HANDLER}
 */
public record Use(int block, int position) {
    /** The position of a use as an argument of an exceptional edge: before all instructions. */
    public static final int HANDLER = -1;
}
