package org.atled.benchmarks.problem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What poses a problem to a program in another language.
 *
 * @param sizes counts, in the order that the family of problems defines
 * @param arrays the numbers: variables first
 */
public record Inputs(List<Integer> sizes, List<double[]> arrays) {
    /** The inputs with these sizes and arrays. */
    public static Inputs of(List<Integer> sizes, double[]... arrays) {
        return new Inputs(List.copyOf(sizes), List.of(arrays));
    }

    /** All of it for a file, in the byte order of this machine: how many sizes, the sizes, how many arrays, each with its length. */
    public byte[] bytes() {
        int length = Integer.BYTES * (2 + sizes.size() + arrays.size());
        for (double[] array : arrays) {
            length += Double.BYTES * array.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        buffer.putInt(sizes.size());
        sizes.forEach(buffer::putInt);
        buffer.putInt(arrays.size());
        for (double[] array : arrays) {
            buffer.putInt(array.length);
            for (double number : array) {
                buffer.putDouble(number);
            }
        }
        return buffer.array();
    }
}
