package org.atled.compiler.analysis;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A natural loop: the blocks from which its header can be reached again without leaving it. Immutable. */
public final class Loop {
    /**
     * An edge that leaves the loop.
     *
     * @param from id of a block of the loop
     * @param to id of a block outside of it
     * @param isExceptional whether it is a handler of {@code from}
     */
    public record Exit(int from, int to, boolean isExceptional) {}

    private final int header;
    private final Set<Integer> blocks;
    private final List<Integer> latches;
    private final List<Exit> exits;
    private final Loop parent;
    private final int depth;

    Loop(int header, Set<Integer> blocks, List<Integer> latches, List<Exit> exits, Loop parent) {
        this.header = header;
        this.blocks = Collections.unmodifiableSet(new LinkedHashSet<>(blocks));
        this.latches = List.copyOf(latches);
        this.exits = List.copyOf(exits);
        this.parent = parent;
        this.depth = parent == null ? 1 : parent.depth + 1;
    }

    /** Id of the only block through which the loop is entered. */
    public int header() {
        return header;
    }

    /** Ids of all blocks, those of inner loops among them, in reverse postorder: the header is the first. */
    public Set<Integer> blocks() {
        return blocks;
    }

    public boolean contains(int block) {
        return blocks.contains(block);
    }

    /** Ids of the blocks of the loop that lead back to the header, by either kind of edge. */
    public List<Integer> latches() {
        return latches;
    }

    /** The edges that leave the loop, those out of inner loops among them. */
    public List<Exit> exits() {
        return exits;
    }

    /** The smallest loop around this one, {@code null} if there is none. */
    public Loop parent() {
        return parent;
    }

    /** 1 for an outermost loop. */
    public int depth() {
        return depth;
    }

    @Override
    public String toString() {
        return "loop at block " + header + " " + blocks;
    }
}
