package org.atled.processor;

import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Along how many directions at a time companions ask for derivatives: eight, and four for what is left over; where the number of
 * inputs is known and not larger, just that. Whether the build has made code for as many is known to a method of the companion.
 */
final class Chunks {
    /** The most directions that a tape has places for. */
    private static final int WIDEST = 8;

    private static final int NARROW = 4;
    /** JVMS 4.3.3: a long or double counts for two. */
    private static final int MOST_SLOTS = 255;

    private final Primal primal;
    private final List<Integer> widths;

    private Chunks(Primal primal, List<Integer> wanted) {
        this.primal = primal;
        this.widths = wanted.stream().filter(this::hasRoom).toList();
    }

    /**
     * For all directions of some inputs.
     *
     * @param primal what is differentiated
     * @param inputs the parameters whose numbers are the inputs
     */
    static Chunks over(Primal primal, List<Parameter> inputs) {
        boolean isKnown = inputs.stream().allMatch(Parameter::isActiveScalar) && inputs.size() <= WIDEST;
        return new Chunks(primal, isKnown ? exactly(inputs.size()) : List.of(NARROW, WIDEST));
    }

    private static List<Integer> exactly(int inputs) {
        return inputs > 1 ? List.of(inputs) : List.of();
    }

    private boolean hasRoom(int directions) {
        int slots = 1;
        for (Parameter parameter : primal.parameters()) {
            slots += slots(parameter.descriptor());
            if (isFollowed(parameter)) {
                slots += directions * slots(parameter.descriptor());
            }
        }
        return slots <= MOST_SLOTS;
    }

    private static int slots(String descriptor) {
        return descriptor.equals("D") || descriptor.equals("J") ? 2 : 1;
    }

    /** Whether derivative code takes a tangent after a parameter. */
    private static boolean isFollowed(Parameter parameter) {
        return parameter.active() || parameter.isUnseen();
    }

    /** How many directions at a time, ascending; none if one is all there is. */
    List<Integer> widths() {
        return widths;
    }

    /** The methods that the build fills in, with the fields they keep their code in. */
    List<CoreStub> cores() {
        List<CoreStub> cores = new ArrayList<>();
        widths.forEach(width -> cores.add(CoreStub.chunk(primal, width)));
        if (!widths.isEmpty()) {
            cores.add(CoreStub.width(primal));
        }
        return cores;
    }

    /** The most directions at a time for which there is code. */
    Expression width() {
        return widths.isEmpty() ? Code.number(1) : Code.callOwn(primal.own("width"), List.of());
    }

    /** What a variable for one of several directions is to be called. */
    static String numbered(String name, int direction) {
        return direction == 0 ? name : name + direction;
    }
}
