package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places in memory where an active value would lose its derivative. */
final class MemoryErrorsTest {
    @TempDir
    Path folder;

    @Test
    void staticField() throws IOException {
        Reports.model(folder, """
                static double last;
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledField] an active value is stored in static field Model.last, where its
                  //   derivative would be lost. Keep it in a local variable, an array or a field of an object of
                  //   your own.
                  last = x[0] * x[0];
                  return last;
                }
                """);
    }

    @Test
    void instanceField() throws IOException {
        Reports.model(folder, """
                static final class State { double sum; }
                @Differentiable
                static double f(double[] x, @NoDerivative State state) {
                  for (double v : x) {
                    state.sum += v * v;
                  }
                  return state.sum;
                }
                """);
    }

    @Test
    void arrayInField() throws IOException {
        Reports.model(folder, """
                static double[] last;
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledField] an active value is stored in static field Model.last, where its
                  //   derivative would be lost. Keep it in a local variable, an array or a field of an object of
                  //   your own.
                  last = x;
                  return last[0];
                }
                """);
    }

    @Test
    void noDerivativeParameter() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double x, @NoDerivative double[] tmp) {
                  tmp[0] = 1;
                  for (int k = 0; k < 5; k++) {
                    // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                    //   parameter tmp, and its derivative would be lost there. Drop @NoDerivative or name it in
                    //   wrt, or store into an array that the method makes itself.
                    tmp[0] *= x;
                  }
                  return tmp[0];
                }
                """);
    }

    @Test
    void noDerivativeParameterThroughAHelper() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[] work) {
                  square(x, work);
                  return work[0];
                }
                static void square(double[] from, double[] to) {
                  for (int i = 0; i < from.length; i++) {
                    // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                    //   parameter work, and its derivative would be lost there. Drop @NoDerivative or name it in
                    //   wrt, or store into an array that the method makes itself.
                    //   through demo.Model.f: square(x, work);
                    to[i] = from[i] * from[i];
                  }
                }
                """);
    }

    @Test
    void rowOfANoDerivativeParameter() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[][] work) {
                  double[] row = work[1];
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                  //   parameter work, and its derivative would be lost there. Drop @NoDerivative or name it in
                  //   wrt, or store into an array that the method makes itself.
                  row[0] = x[0] * x[1];
                  return work[1][0];
                }
                """);
    }

    @Test
    void arraycopyIntoANoDerivativeParameter() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[] work) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                  //   parameter work, and its derivative would be lost there. Drop @NoDerivative or name it in
                  //   wrt, or store into an array that the method makes itself.
                  System.arraycopy(x, 0, work, 0, x.length);
                  return work[0];
                }
                """);
    }

    @Test
    void fillOfANoDerivativeParameter() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[] work) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                  //   parameter work, and its derivative would be lost there. Drop @NoDerivative or name it in
                  //   wrt, or store into an array that the method makes itself.
                  Arrays.fill(work, x[0]);
                  return work[1];
                }
                """);
    }

    @Test
    void noDerivativeParameterOrAnActiveArray() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[] work, boolean inPlace) {
                  double[] y = inPlace ? x : work;
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                  //   parameter work, and its derivative would be lost there. Drop @NoDerivative or name it in
                  //   wrt, or store into an array that the method makes itself.
                  y[0] = x[1] * x[1];
                  return y[0];
                }
                """);
    }

    @Test
    void staticTable() throws IOException {
        Reports.model(folder, """
                static final double[] TABLE = new double[4];
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be field
                  //   Model.TABLE, and its derivative would be lost there. Store into an array that the method
                  //   makes itself.
                  TABLE[1] = x[0];
                  return TABLE[1] * TABLE[1];
                }
                """);
    }

    @Test
    void rowOfAStaticTable() throws IOException {
        Reports.model(folder, """
                static final double[][] TABLE = new double[4][4];
                @Differentiable
                static double f(double[] x) {
                  for (int i = 0; i < x.length; i++) {
                    // error: [AtledConstantWritten] an active value is stored in an array that may be field
                    //   Model.TABLE, and its derivative would be lost there. Store into an array that the method
                    //   makes itself.
                    TABLE[i][i] = x[i];
                  }
                  return TABLE[0][0];
                }
                """);
    }

    @Test
    void bufferInAnObject() throws IOException {
        Reports.model(folder, """
                static final class Workspace { final double[] buffer = new double[4]; }
                @Differentiable
                static double f(double[] x, @NoDerivative Workspace workspace) {
                  workspace.buffer[0] = x[0];
                  return workspace.buffer[0];
                }
                """);
    }

    @Test
    void arrayFromAnUnknownCall() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative Supplier<double[]> buffers) {
                  // error: [AtledAbstractMethod] an active value is passed to Supplier.get, which has no
                  //   implementation among the classes of the project. Add one to the project, or call a method
                  //   of a class.
                  double[] y = buffers.get();
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the array
                  //   returned by Supplier.get, and its derivative would be lost there. Store into an array that
                  //   the method makes itself.
                  y[0] = x[0];
                  return y[0];
                }
                """);
    }

    @Test
    void bits() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledBitCast] Double.doubleToRawLongBits takes a number apart into bits, which has no
                  //   derivative. Compute with the number itself, or keep values that depend on a differentiated
                  //   parameter out of this call.
                  long bits = Double.doubleToRawLongBits(x[0]);
                  return Double.longBitsToDouble(bits & ~1L);
                }
                """);
    }

    @Test
    void bitsOfAFloat() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static float f(float x) {
                  // error: [AtledBitCast] Float.floatToIntBits takes a number apart into bits, which has no
                  //   derivative. Compute with the number itself, or keep values that depend on a differentiated
                  //   parameter out of this call.
                  int i = 0x5f3759df - (Float.floatToIntBits(x) >> 1);
                  return Float.intBitsToFloat(i);
                }
                """);
    }

    @Test
    void atomicReference() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  var best = new java.util.concurrent.atomic.AtomicReference<double[]>();
                  // error: [AtledJdkMethod] an active value is passed to AtomicReference.set of the JDK, which
                  //   has no derivative rule and whose code cannot be differentiated. Write the computation as a
                  //   method of your own.
                  best.set(x);
                  return best.get()[0];
                }
                """);
    }

    @Test
    void doubleAdder() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  var sum = new java.util.concurrent.atomic.DoubleAdder();
                  // error: [AtledJdkMethod] an active value is passed to DoubleAdder.add of the JDK, which has no
                  //   derivative rule and whose code cannot be differentiated. Write the computation as a method
                  //   of your own.
                  sum.add(x[0]);
                  return sum.sum();
                }
                """);
    }

    @Test
    void rowOfAStaticTableReplaced() throws IOException {
        Reports.model(folder, """
                static final double[][] TABLE = new double[2][];
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be field
                  //   Model.TABLE, and its derivative would be lost there. Store into an array that the method
                  //   makes itself.
                  TABLE[0] = x;
                  return TABLE[0][0] * x[1];
                }
                """);
    }

    @Test
    void rowOfAStaticTableReplacedByAHelper() throws IOException {
        Reports.model(folder, """
                static final double[][] TABLE = new double[2][];
                static void put(double[][] table, double[] row) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be field
                  //   Model.TABLE, and its derivative would be lost there. Store into an array that the method
                  //   makes itself.
                  //   through demo.Model.f: put(TABLE, x);
                  table[0] = row;
                }
                @Differentiable
                static double f(double[] x) {
                  put(TABLE, x);
                  return TABLE[0][0] * x[1];
                }
                """);
    }

    @Test
    void arrayInAStaticObjectArray() throws IOException {
        Reports.model(folder, """
                static final Object[] ALL = new Object[2];
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be field
                  //   Model.ALL, and its derivative would be lost there. Store into an array that the method
                  //   makes itself.
                  ALL[0] = x;
                  return ((double[]) ALL[0])[0] * x[1];
                }
                """);
    }

    @Test
    void parameterNotNamedInWrt() throws IOException {
        Reports.model(folder, """
                @Differentiable(wrt = "x")
                static double f(double[] x, double[] work) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                  //   parameter work, and its derivative would be lost there. Drop @NoDerivative or name it in
                  //   wrt, or store into an array that the method makes itself.
                  work[0] = x[0];
                  return work[0];
                }
                """);
    }

    @Test
    void tableFromAHelper() throws IOException {
        Reports.model(folder, """
                static final double[] TABLE = new double[4];
                static double[] table() { return TABLE; }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be field
                  //   Model.TABLE, and its derivative would be lost there. Store into an array that the method
                  //   makes itself.
                  table()[0] = x[0];
                  return TABLE[0];
                }
                """);
    }

    @Test
    void bufferOfAThread() throws IOException {
        Reports.model(folder, """
                static final ThreadLocal<double[]> BUFFER = ThreadLocal.withInitial(() -> new double[3]);
                @Differentiable
                static double f(double[] x) {
                  double[] y = BUFFER.get();
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the array
                  //   returned by ThreadLocal.get, and its derivative would be lost there. Store into an array
                  //   that the method makes itself.
                  y[0] = x[0];
                  return y[0];
                }
                """);
    }
}
