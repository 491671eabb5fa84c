package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that an active value must not go into: code that is not there, or that is not differentiated yet. */
final class CallErrorsTest {
    @TempDir
    Path folder;

    @Test
    void nativeMethod() throws IOException {
        Reports.model(folder, """
                static native double external(double x);
                @Differentiable
                static double f(double[] x) {
                  double y = x[0] * x[1];
                  // error: [AtledNativeMethod] an active value is passed to Model.external, which is native and
                  //   has no code to differentiate. Call a method written in Java instead.
                  return external(y);
                }
                """);
    }

    @Test
    void interfaceCall() throws IOException {
        Reports.model(folder, """
                interface Law { double at(double x); }
                @Differentiable
                static double f(double[] x, @NoDerivative Law law) {
                  // error: [AtledAbstractMethod] an active value is passed to Law.at, which has no implementation
                  //   among the classes of the project. Add one to the project, or call a method of a class.
                  return law.at(x[0]);
                }
                """);
    }

    @Test
    void abstractMethod() throws IOException {
        Reports.model(folder, """
                abstract static class Law { abstract double at(double x); }
                @Differentiable
                static double f(double[] x, @NoDerivative Law law) {
                  // error: [AtledAbstractMethod] an active value is passed to Law.at, which has no implementation
                  //   among the classes of the project. Add one to the project, or call a method of a class.
                  double y = law.at(2);
                  // error: [AtledAbstractMethod] an active value is passed to Law.at, which has no implementation
                  //   among the classes of the project. Add one to the project, or call a method of a class.
                  return y * law.at(x[0]);
                }
                """);
    }

    @Test
    void virtualCall() throws IOException {
        Reports.model(folder, """
                static class Spring { double k = 2; double force(double x) { return -k * x; } }
                @Differentiable
                static double f(double[] x) {
                  Spring spring = new Spring();
                  return spring.force(x[0]);
                }
                """);
    }

    @Test
    void constructor() throws IOException {
        Reports.model(folder, """
                record Point(double x, double y) {}
                @Differentiable
                static double f(double[] x) {
                  Point p = new Point(x[0], x[1]);
                  return p.x() * p.y();
                }
                """);
    }

    @Test
    void lambdaThatCaptures() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double a = 2 * x[0];
                  DoubleSupplier g = () -> a * a;
                  return g.getAsDouble();
                }
                """);
    }

    @Test
    void methodReferenceThatCaptures() throws IOException {
        Reports.model(folder, """
                static final class Line { double at(double t) { return 2 * t; } }
                @Differentiable
                static double f(double[] x) {
                  DoubleUnaryOperator g = new Line()::at;
                  return g.applyAsDouble(x[0]);
                }
                """);
    }

    @Test
    void functionAsParameter() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative DoubleUnaryOperator g) {
                  return integrate(g, x[0], x[1]);
                }
                static double integrate(DoubleUnaryOperator g, double a, double b) {
                  double h = (b - a) / 4;
                  double sum = 0;
                  for (int i = 0; i < 4; i++) {
                    // error: [AtledAbstractMethod] an active value is passed to DoubleUnaryOperator.applyAsDouble,
                    //   which has no implementation among the classes of the project. Add one to the project, or
                    //   call a method of a class.
                    //   through demo.Model.f: return integrate(g, x[0], x[1]);
                    sum += h * g.applyAsDouble(a + i * h);
                  }
                  return sum;
                }
                """);
    }

    @Test
    void reflection() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) throws ReflectiveOperationException {
                  var sine = Math.class.getMethod("sin", double.class);
                  // error: [AtledReflection] Method.invoke finds what it runs or reads at run time, so that no
                  //   derivative follows an active value there. Name the method or the field in the source.
                  return (double) sine.invoke(null, x[0]);
                }
                """);
    }

    @Test
    void threadThatCaptures() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) throws InterruptedException {
                  double[] y = new double[1];
                  // error: [AtledThread] new Thread hands active values to another thread, and a derivative is
                  //   computed on one. Run this work where it is started, and call derivatives from several
                  //   threads instead.
                  Thread worker = new Thread(() -> y[0] = x[0] * x[0]);
                  worker.start();
                  worker.join();
                  return y[0];
                }
                """);
    }

    @Test
    void streams() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double captured(double[] x) {
                  return IntStream.range(0, x.length).mapToDouble(i -> x[i] * i).map(v -> v * v).sum();
                }
                """);
    }

    @Test
    void operationOfStreamsThatIsNotDifferentiated() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledStream] DoubleStream.distinct is not among the methods of streams that are
                  //   differentiated, and active values take part in it. Write it with map, filter, sorted,
                  //   reduce or collect, or as a loop.
                  return Arrays.stream(x).map(v -> v * v).distinct().sum();
                }
                """);
    }

    @Test
    void streamMadeByTheJdk() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledStream] an active value is passed to DoubleStream.map, and the stream or the
                  //   collector was made in a way that is not differentiated. Make streams of arrays, ranges,
                  //   lists or functions, and collect with toList.
                  return new Random(1).doubles(4).map(v -> v * x[0]).sum();
                }
                """);
    }

    @Test
    void collectorOfTheJdk() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Map<Boolean, List<Double>> groups =
                      // error: [AtledStream] an active value is passed to Stream.collect, and the stream or the
                      //   collector was made in a way that is not differentiated. Make streams of arrays, ranges,
                      //   lists or functions, and collect with toList.
                      Arrays.stream(x).boxed().collect(java.util.stream.Collectors.groupingBy(v -> v > 1));
                  return groups.get(true).get(0);
                }
                """);
    }

    @Test
    void bigDecimal() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledJdkMethod] an active value is passed to the constructor of BigDecimal, which
                  //   belongs to the JDK, has no derivative rule and cannot be differentiated. Write the
                  //   computation as a method of your own.
                  return new java.math.BigDecimal(x[0]).doubleValue();
                }
                """);
    }

    @Test
    void setAll() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double[] y = new double[x.length];
                  Arrays.setAll(y, i -> x[i] * x[i]);
                  return y[0];
                }
                """);
    }

    @Test
    void sort() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double median(double[] x) {
                  double[] y = x.clone();
                  Arrays.sort(y);
                  return y[y.length / 2];
                }
                """);
    }

    @Test
    void methodHandle() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative java.lang.invoke.MethodHandle g) throws Throwable {
                  // error: [AtledReflection] MethodHandle.invokeExact finds what it runs or reads at run time, so
                  //   that no derivative follows an active value there. Name the method or the field in the
                  //   source.
                  return (double) g.invokeExact(x[0]);
                }
                """);
    }

    @Test
    void onlyOneOfTwoChainsIsActive() throws IOException {
        Reports.model(folder, """
                static native double external(double x);
                @Differentiable
                static double f(double[] x, @NoDerivative double t) {
                  double scale = outer(t);
                  return scale * outer(x[0]);
                }
                static double outer(double v) {
                  return 2 * inner(v);
                }
                static double inner(double v) {
                  // error: [AtledNativeMethod] an active value is passed to Model.external, which is native and
                  //   has no code to differentiate. Call a method written in Java instead.
                  //   through demo.Model.f: return scale * outer(x[0]);
                  //   through demo.Model.outer: return 2 * inner(v);
                  return external(v + 1);
                }
                """);
    }

    @Test
    void recursionIsReportedOnce() throws IOException {
        Reports.model(folder, """
                static native double external(double x);
                @Differentiable
                static double f(double[] x) {
                  return power(x[0], 3);
                }
                static double power(double v, int n) {
                  if (n == 0) {
                    // error: [AtledNativeMethod] an active value is passed to Model.external, which is native and
                    //   has no code to differentiate. Call a method written in Java instead.
                    //   through demo.Model.f: return power(x[0], 3);
                    return external(v);
                  }
                  return v * power(v, n - 1);
                }
                """);
    }

    @Test
    void sameLineOfAHelperCalledTwiceIsReportedOnce() throws IOException {
        Reports.model(folder, """
                static native double external(double x);
                @Differentiable
                static double f(double[] x, @NoDerivative double t) {
                  return product(x[0], t) + product(t, x[1]);
                }
                static double product(double a, double b) {
                  // error: [AtledNativeMethod] an active value is passed to Model.external, which is native and
                  //   has no code to differentiate. Call a method written in Java instead.
                  //   through demo.Model.f: return product(x[0], t) + product(t, x[1]);
                  return external(a * b);
                }
                """);
    }

    @Test
    void everyCauseIsReported() throws IOException {
        Reports.model(folder, """
                static native double external(double x);
                static double last;
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledField] an active value is stored in static field Model.last, where its
                  //   derivative would be lost. Keep it in a local variable, an array or a field of an object of
                  //   your own.
                  last = x[0];
                  // error: [AtledBitCast] Double.doubleToLongBits takes a number apart into bits, which has no
                  //   derivative. Compute with the number itself, or keep values that depend on a differentiated
                  //   parameter out of this call.
                  long bits = Double.doubleToLongBits(x[1]);
                  // error: [AtledNativeMethod] an active value is passed to Model.external, which is native and
                  //   has no code to differentiate. Call a method written in Java instead.
                  return external(x[2]) + bits;
                }
                """);
    }

    @Test
    void helperInAnotherFile() throws IOException {
        Reports.check(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  @Differentiable
                  static double f(double[] x) {
                    return 2 * Rates.rate(x);
                  }
                }
                """, """
                // demo/Rates.java
                package demo;
                final class Rates {
                  static double[] history = new double[8];
                  static double rate(double[] x) {
                    return x[0] + log(x[1]);
                  }
                  private static double log(double v) {
                    // error: [AtledConstantWritten] an active value is stored in an array that may be field
                    //   Rates.history, and its derivative would be lost there. Store into an array that the method
                    //   makes itself.
                    //   through demo.Model.f: return 2 * Rates.rate(x);
                    //   through demo.Rates.rate: return x[0] + log(x[1]);
                    history[0] = v;
                    return Math.log(v);
                  }
                }
                """);
    }

    @Test
    void derivativeOfItself() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledNestedDerivative] an active value is passed to the derivative
                  //   ModelDerivatives.fGradient, which cannot be differentiated there. Write the inner
                  //   derivative out, or keep it out of a differentiated method.
                  double[] gradient = x.length > 9 ? ModelDerivatives.fGradient(x) : x;
                  return gradient[0];
                }
                """);
    }

    @Test
    void listOfArrays() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  List<double[]> all = Arrays.asList(x, x);
                  return all.get(0)[0];
                }
                """);
    }

    @Test
    void callOverSeveralLines() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  return x[0]
                      // error: [AtledBitCast] Double.doubleToLongBits takes a number apart into bits, which has no
                      //   derivative. Compute with the number itself, or keep values that depend on a differentiated
                      //   parameter out of this call.
                      * Double.doubleToLongBits(
                          x[1]);
                }
                """);
    }
}
