package org.atled.benchmarks.springs;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link HangingChain} in Hipparchus' numbers. */
final class HangingChainByHipparchus {
    private final Gradient[] x;
    private final Gradient[] y;
    private final Gradient[] vx;
    private final Gradient[] vy;
    private final Gradient[] fx;
    private final Gradient[] fy;
    private final Gradient zero;

    private HangingChainByHipparchus(int masses, Gradient zero) {
        this.zero = zero;
        x = zeros(masses);
        y = zeros(masses);
        vx = zeros(masses);
        vy = zeros(masses);
        fx = zeros(masses);
        fy = zeros(masses);
        for (int i = 0; i < masses; i++) {
            x[i] = zero.newInstance(HangingChain.SPACING * i);
        }
    }

    static Gradient miss(
            Gradient[] stiffness, Gradient damping, double drag, double h, int steps, double targetX, double targetY) {
        int end = stiffness.length;
        HangingChainByHipparchus chain =
                new HangingChainByHipparchus(end + 1, damping.getField().getZero());
        for (int step = 0; step < steps; step++) {
            chain.forces(stiffness, damping, drag);
            chain.step(h);
        }
        return chain.x[end]
                .subtract(targetX)
                .square()
                .add(chain.y[end].subtract(targetY).square());
    }

    private Gradient[] zeros(int length) {
        Gradient[] zeros = new Gradient[length];
        Arrays.fill(zeros, zero);
        return zeros;
    }

    private void forces(Gradient[] stiffness, Gradient damping, double drag) {
        Arrays.fill(fx, zero);
        Arrays.fill(fy, zero);
        for (int i = 1; i < x.length; i++) {
            Gradient dx = x[i].subtract(x[i - 1]);
            Gradient dy = y[i].subtract(y[i - 1]);
            Gradient distance = dx.square().add(dy.square()).sqrt();
            Gradient ux = dx.divide(distance);
            Gradient uy = dy.divide(distance);
            Gradient speed = vx[i].subtract(vx[i - 1])
                    .multiply(ux)
                    .add(vy[i].subtract(vy[i - 1]).multiply(uy));
            Gradient tension = stiffness[i - 1]
                    .multiply(distance.subtract(HangingChain.LENGTH))
                    .add(damping.multiply(speed));
            Gradient tx = tension.multiply(ux);
            Gradient ty = tension.multiply(uy);
            fx[i - 1] = fx[i - 1].add(tx);
            fy[i - 1] = fy[i - 1].add(ty);
            fx[i] = fx[i].subtract(tx).subtract(vx[i].multiply(drag));
            fy[i] = fy[i].subtract(ty).subtract(vy[i].multiply(drag)).subtract(Weight.GRAVITY * HangingChain.MASS);
        }
    }

    private void step(double h) {
        for (int i = 1; i < x.length; i++) {
            vx[i] = vx[i].add(fx[i].multiply(h / HangingChain.MASS));
            vy[i] = vy[i].add(fy[i].multiply(h / HangingChain.MASS));
            x[i] = x[i].add(vx[i].multiply(h));
            y[i] = y[i].add(vy[i].multiply(h));
        }
    }
}
