package org.atled.testing;

import java.util.ArrayList;
import java.util.List;

/** Sets the derivatives at a {@link Probe} beside the central differences they should equal. */
final class Differences {
    private final Probe probe;
    private RuntimeException thrown;

    Differences(Probe probe) {
        this.probe = probe;
    }

    /** The first exception the function threw at a neighbouring point, or null. */
    RuntimeException thrown() {
        return thrown;
    }

    /** Forward mode in the random direction, one row per output. */
    List<Comparison> ofPushforward() {
        double[] got = probe.pushforward().derivative();
        CentralDifference expected = along(probe.tangent);
        List<Comparison> rows = new ArrayList<>();
        for (int j = 0; j < got.length; j++) {
            String name = probe.numbers().output().apply(j);
            rows.add(comparison(name, expected.estimate[j], expected.error[j], got[j], expected.noise[j]));
        }
        return rows;
    }

    /** Reverse mode, multiplied by the random direction: one row. */
    List<Comparison> ofPullbackInDirection() {
        double[] gradient = probe.pullback().derivative();
        double got = 0;
        for (int i = 0; i < gradient.length; i++) {
            got += gradient[i] * probe.tangent[i];
        }
        return List.of(weighted("direction", along(probe.tangent), got, 1));
    }

    /** Reverse mode, one row per component of x. */
    List<Comparison> ofPullback() {
        double[] got = probe.pullback().derivative();
        List<Comparison> rows = new ArrayList<>();
        for (int i = 0; i < got.length; i++) {
            double[] axis = new double[got.length];
            axis[i] = probe.scale(i);
            rows.add(weighted(probe.numbers().input().apply(i), along(axis), got[i], axis[i]));
        }
        return rows;
    }

    private CentralDifference along(double[] direction) {
        CentralDifference difference = CentralDifference.of(
                probe.subject.value(),
                probe.x,
                direction,
                probe.value.length,
                probe.numbers().precision());
        if (thrown == null) {
            thrown = difference.thrown;
        }
        return difference;
    }

    private Comparison comparison(String name, double expected, double estimate, double got, double noise) {
        return new Comparison(
                name, expected, estimate, got, noise, probe.numbers().precision());
    }

    /** ⟨ȳ, ·⟩ of a difference taken with steps of the given length. */
    private Comparison weighted(String name, CentralDifference difference, double got, double length) {
        double expected = 0;
        double error = 0;
        double noise = 0;
        for (int j = 0; j < probe.value.length; j++) {
            expected += probe.cotangent[j] * difference.estimate[j];
            error += Math.abs(probe.cotangent[j]) * difference.error[j];
            noise += Math.abs(probe.cotangent[j]) * difference.noise[j];
        }
        return comparison(name, expected / length, error / length, got, noise / length);
    }
}
