package org.atled.benchmarks.bundle;

import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FieldSinCos;

/** {@link Reprojection} in Hipparchus' numbers. */
final class ReprojectionByHipparchus {
    private ReprojectionByHipparchus() {}

    static double jacobian(Scene scene, Jacobian jacobian) {
        double sum = 0;
        for (int i = 0; i < scene.observations(); i++) {
            Gradient[] error = error(
                    variables(scene.cameras()[scene.cameraOf()[i]], 0),
                    variables(scene.points()[scene.pointOf()[i]], Scene.CAMERA),
                    Gradient.variable(Jacobian.COLUMNS, Jacobian.COLUMNS - 1, scene.weights()[i]),
                    scene.features()[i]);
            for (int row = 0; row < 2; row++) {
                System.arraycopy(
                        error[row].getGradient(), 0, jacobian.blocks(), jacobian.start(i, row), Jacobian.COLUMNS);
                sum += error[row].getValue();
            }
            Gradient weightError = Gradient.variable(1, 0, scene.weights()[i])
                    .square()
                    .negate()
                    .add(1);
            jacobian.ofWeights()[i] = weightError.getPartialDerivative(0);
            sum += weightError.getValue();
        }
        return sum;
    }

    private static Gradient[] variables(double[] values, int first) {
        Gradient[] variables = new Gradient[values.length];
        for (int i = 0; i < values.length; i++) {
            variables[i] = Gradient.variable(Jacobian.COLUMNS, first + i, values[i]);
        }
        return variables;
    }

    private static Gradient[] error(Gradient[] camera, Gradient[] point, Gradient weight, double[] feature) {
        Gradient[] centered = new Gradient[3];
        for (int i = 0; i < 3; i++) {
            centered[i] = point[i].subtract(camera[3 + i]);
        }
        Gradient[] rotated = rotate(camera, centered);
        Gradient x = rotated[0].divide(rotated[2]);
        Gradient y = rotated[1].divide(rotated[2]);
        Gradient square = x.square().add(y.square());
        Gradient distortion = camera[9]
                .multiply(square)
                .add(camera[10].multiply(square.square()))
                .add(1);
        Gradient scale = distortion.multiply(camera[6]);
        return new Gradient[] {
            weight.multiply(x.multiply(scale).add(camera[7]).subtract(feature[0])),
            weight.multiply(y.multiply(scale).add(camera[8]).subtract(feature[1]))
        };
    }

    private static Gradient[] rotate(Gradient[] rotation, Gradient[] x) {
        Gradient angle = rotation[0]
                .square()
                .add(rotation[1].square())
                .add(rotation[2].square())
                .sqrt();
        FieldSinCos<Gradient> sinCos = angle.sinCos();
        Gradient[] axis = {rotation[0].divide(angle), rotation[1].divide(angle), rotation[2].divide(angle)};
        Gradient along = axis[0].multiply(x[0])
                .add(axis[1].multiply(x[1]))
                .add(axis[2].multiply(x[2]))
                .multiply(sinCos.cos().negate().add(1));
        Gradient[] rotated = new Gradient[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            Gradient across = axis[j].multiply(x[k]).subtract(axis[k].multiply(x[j]));
            rotated[i] = x[i].multiply(sinCos.cos())
                    .add(across.multiply(sinCos.sin()))
                    .add(axis[i].multiply(along));
        }
        return rotated;
    }
}
