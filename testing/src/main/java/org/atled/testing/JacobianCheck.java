package org.atled.testing;

/** The Jacobian has m rows of n columns, and times the random direction it is the forward derivative. */
final class JacobianCheck implements Check {
    private final double tolerance;

    JacobianCheck(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public void run(Probe probe, Verdict verdict) {
        if (probe.subject.jacobian().isEmpty() || probe.subject.pushforward().isEmpty()) {
            return;
        }
        double[][] jacobian = probe.subject.jacobian().get().apply(probe.x.clone());
        if (!hasShape(jacobian, probe.value.length, probe.x.length)) {
            String shape = probe.value.length + " rows of " + probe.x.length + " columns";
            verdict.fail("jacobian", "The jacobian has not " + shape + ".", "return one row for each output.");
            return;
        }
        compare(jacobian, probe.pushforward().derivative(), probe, verdict);
    }

    private static boolean hasShape(double[][] jacobian, int rows, int columns) {
        boolean right = jacobian != null && jacobian.length == rows;
        for (int j = 0; right && j < rows; j++) {
            right = jacobian[j] != null && jacobian[j].length == columns;
        }
        return right;
    }

    private void compare(double[][] jacobian, double[] jvp, Probe probe, Verdict verdict) {
        Table table = new Table("component", "jvp", "jacobian · tangent", "relative error");
        double worst = 0;
        for (int j = 0; j < jvp.length; j++) {
            double sum = 0;
            double size = Math.abs(jvp[j]);
            for (int i = 0; i < probe.x.length; i++) {
                sum += jacobian[j][i] * probe.tangent[i];
                size += Math.abs(jacobian[j][i] * probe.tangent[i]);
            }
            double relative = size == 0 ? 0 : Math.abs(sum - jvp[j]) / size;
            if (!(relative <= probe.allowed(tolerance))) {
                table.add(
                        probe.numbers().output().apply(j),
                        Table.number(jvp[j]),
                        Table.number(sum),
                        Table.shortNumber(relative));
            }
            worst = Math.max(worst, relative);
        }
        if (table.isEmpty()) {
            verdict.agreed("jacobian against jvp", worst);
        } else {
            verdict.fail("jacobian", "The jacobian is not the matrix of jvp.", table, "compare its rows in the table.");
        }
    }
}
