package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Implementations of an interface that cannot be differentiated: a note where there are others, else an error. */
class ImplementationsTest {
    @TempDir
    Path project;

    @Test
    void oneOfTwo() throws IOException {
        Reports.model(project, """
                interface Force { double at(double x); }
                record Spring(double k) implements Force { public double at(double x) { return -k * x; } }
                record Table(long bits) implements Force {
                  public double at(double x) {
                    // note: [AtledImplementation] Table.at is not differentiated, and a call of it throws:
                    //   Double.doubleToLongBits takes a number apart into bits, which has no derivative. Compute
                    //   with the number itself, or keep values that depend on a differentiated parameter out of
                    //   this call. Leave it if the derivative is never taken where this is called.
                    //   through demo.Model.f: return force.at(x[1]);
                    return Double.longBitsToDouble(Double.doubleToLongBits(x) ^ bits);
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  Force force = x.length > 5 ? new Table(1) : new Spring(x[0]);
                  return force.at(x[1]);
                }
                """);
    }

    @Test
    void nativeOne() throws IOException {
        Reports.model(project, """
                interface Force { double at(double x); }
                record Spring(double k) implements Force { public double at(double x) { return -k * x; } }
                static final class External implements Force { public native double at(double x); }
                @Differentiable
                static double f(double[] x) {
                  Force force = x.length > 5 ? new External() : new Spring(x[0]);
                  // note: [AtledImplementation] External.at is not differentiated, and a call of it throws: it is
                  //   native and has no code to differentiate. Leave it if the derivative is never taken where
                  //   this is called.
                  return force.at(x[1]);
                }
                """);
    }

    @Test
    void theOnlyOne() throws IOException {
        Reports.model(project, """
                interface Force { double at(double x); }
                record Table(long bits) implements Force {
                  public double at(double x) {
                    // error: [AtledBitCast] Double.doubleToLongBits takes a number apart into bits, which has no
                    //   derivative. Compute with the number itself, or keep values that depend on a differentiated
                    //   parameter out of this call.
                    //   through demo.Model.f: return force.at(x[1]);
                    return Double.longBitsToDouble(Double.doubleToLongBits(x) ^ bits);
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  Force force = new Table(1);
                  return force.at(x[1]);
                }
                """);
    }

    @Test
    void recordWhoseConstructorCounts() throws IOException {
        Reports.model(project, """
                static int count;
                static int next() { return ++count; }
                record Item(double value, int id) { Item(double value) { this(value, next()); } }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstructor] an active value is passed to the constructor of Item, which cannot
                  //   be repeated to follow what goes into its fields: Model.next writes static field
                  //   Model.count. Let the constructor only set fields, and do the rest in a method called
                  //   afterwards.
                  return new Item(x[0]).value();
                }
                """);
    }

    @Test
    void recordWhoseConstructorDraws() throws IOException {
        Reports.model(project, """
                record Item(double value) { Item(double value, Random random) { this(value * random.nextInt(1000)); } }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstructor] an active value is passed to the constructor of Item, which cannot
                  //   be repeated to follow what goes into its fields: it calls Random.nextInt, which may do
                  //   something else when it is called a second time. Let the constructor only set fields, and do
                  //   the rest in a method called afterwards.
                  return new Item(x[0], new Random(1)).value();
                }
                """);
    }
}
