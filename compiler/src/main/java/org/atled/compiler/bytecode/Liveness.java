package org.atled.compiler.bytecode;

import java.util.BitSet;
import org.atled.compiler.bytecode.Segments.Segment;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which local variables may still be read at the beginning of each segment: the usual backward data flow. */
final class Liveness {
    private final Segments flow;
    private final BitSet[] read;
    private final BitSet[] written;
    private final BitSet[] live;

    private Liveness(Segments flow) {
        this.flow = flow;
        int count = flow.segments().size();
        read = new BitSet[count];
        written = new BitSet[count];
        live = new BitSet[count];
        for (int i = 0; i < count; i++) {
            scan(i);
            live[i] = (BitSet) read[i].clone();
        }
    }

    /** Variables live at the beginning of each segment; a two-slot variable is its first slot. */
    static BitSet[] of(Segments flow) {
        Liveness liveness = new Liveness(flow);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = flow.segments().size() - 1; i >= 0; i--) {
                changed |= liveness.update(i);
            }
        }
        return liveness.live;
    }

    private boolean update(int index) {
        BitSet result = new BitSet();
        for (int next : flow.successors(index)) {
            if (next < live.length) {
                result.or(live[next]);
            }
        }
        result.andNot(written[index]);
        result.or(read[index]);
        flow.segments().get(index).catches().forEach(caught -> result.or(live[caught.handler()]));
        boolean changed = !result.equals(live[index]);
        live[index] = result;
        return changed;
    }

    private void scan(int index) {
        read[index] = new BitSet();
        written[index] = new BitSet();
        Segment segment = flow.segments().get(index);
        for (int at = segment.start(); at < segment.end(); at++) {
            AbstractInsnNode node = flow.code().at(at);
            if (node instanceof IincInsnNode increment) {
                read(index, increment.var);
                written[index].set(increment.var);
            } else if (node instanceof VarInsnNode access) {
                if (access.getOpcode() <= Opcodes.ALOAD) {
                    read(index, access.var);
                } else {
                    written[index].set(access.var);
                }
            }
        }
    }

    private void read(int index, int variable) {
        if (!written[index].get(variable)) {
            read[index].set(variable);
        }
    }
}
