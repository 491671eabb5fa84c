package org.atled.compiler.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Chooses between the two switch instructions as javac does: by table size plus three times the steps to search it. */
final class SwitchTable {
    private SwitchTable() {}

    /** {@code targets} has one more element than {@code keys}, the default. The selector is on the stack. */
    static void write(List<Integer> keys, List<Label> targets, MethodVisitor out) {
        Map<Integer, Label> sorted = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            sorted.put(keys.get(i), targets.get(i));
        }
        Label otherwise = targets.get(keys.size());
        int[] ascending = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        if (isDense(ascending)) {
            Label[] table = new Label[ascending[ascending.length - 1] - ascending[0] + 1];
            Arrays.fill(table, otherwise);
            sorted.forEach((key, target) -> table[key - ascending[0]] = target);
            out.visitTableSwitchInsn(ascending[0], ascending[ascending.length - 1], otherwise, table);
        } else {
            out.visitLookupSwitchInsn(otherwise, ascending, sorted.values().toArray(Label[]::new));
        }
    }

    private static boolean isDense(int[] keys) {
        if (keys.length == 0) {
            return false;
        }
        long range = (long) keys[keys.length - 1] - keys[0] + 1;
        long tableCost = 4 + range + 3 * 3;
        long lookupCost = 3 + 2L * keys.length + 3L * keys.length;
        return tableCost <= lookupCost;
    }
}
