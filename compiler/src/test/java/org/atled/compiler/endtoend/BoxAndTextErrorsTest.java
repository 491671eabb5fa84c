package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Active values in boxes, texts and exceptions: they may be printed, but not come back as numbers. */
final class BoxAndTextErrorsTest {
    @TempDir
    Path folder;

    @Test
    void textReadBack() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return x[1] * Double.parseDouble("" + x[0]);
                }
                """);
    }

    @Test
    void textOfABuilder() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  StringBuilder text = new StringBuilder();
                  text.append(x[0]);
                  String number = text.toString().trim();
                  // error: [AtledText] a text made from an active value is passed to new BigDecimal, which gives
                  //   a number, and the derivative would be lost. Pass the number itself on.
                  return x[1] * new java.math.BigDecimal(number).doubleValue();
                }
                """);
    }

    @Test
    void textThroughHelpers() throws IOException {
        Reports.model(folder, """
                static String show(double v) {
                  return String.format(Locale.ROOT, "%.3f", v);
                }
                static double parse(String text) {
                  return Double.parseDouble(text);
                }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledText] a text made from an active value is passed to Model.parse, which gives a
                  //   number, and the derivative would be lost. Pass the number itself on.
                  return x[1] * parse(show(x[0]));
                }
                """);
    }

    @Test
    void exceptionThatHolds() throws IOException {
        Reports.model(folder, """
                static final class Diverged extends RuntimeException {
                  final double at;
                  Diverged(double at) { this.at = at; }
                }
                @Differentiable
                static double f(double[] x) {
                  Diverged exception = new Diverged(x[0]);
                  // error: [AtledBoxing] an object that holds an active value, such as a Double or an exception,
                  //   is used other than for printing, and the derivative would be lost. Keep the value in a
                  //   double or float.
                  return exception.at * x[1];
                }
                """);
    }

    @Test
    void logThatKeeps() throws IOException {
        Reports.model(folder, """
                static Object last;
                static void log(String text, Object... values) { last = values[0]; }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledBoxing] an object that holds an active value, such as a Double or an exception,
                  //   is used other than for printing, and the derivative would be lost. Keep the value in a
                  //   double or float.
                  log("x = %f", x[0]);
                  return x[1] * (Double) last;
                }
                """);
    }

    @Test
    void logThatReturns() throws IOException {
        Reports.model(folder, """
                static Object log(String text, Object value) { return value; }
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledBoxing] an object that holds an active value, such as a Double or an exception,
                  //   is used other than for printing, and the derivative would be lost. Keep the value in a
                  //   double or float.
                  return x[1] * (Double) log("x = %f", x[0]);
                }
                """);
    }

    @Test
    void boxInAField() throws IOException {
        Reports.model(folder, """
                static Double last;
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledBoxing] an object that holds an active value, such as a Double or an exception,
                  //   is used other than for printing, and the derivative would be lost. Keep the value in a
                  //   double or float.
                  last = x[0];
                  return last * x[1];
                }
                """);
    }

    @Test
    void boxedIntoAnObjectArray() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Object[] all = new Object[2];
                  all[0] = x[0];
                  // error: [AtledBoxing] an object that holds an active value, such as a Double or an exception,
                  //   is used other than for printing, and the derivative would be lost. Keep the value in a
                  //   double or float.
                  return (Double) all[0];
                }
                """);
    }

    @Test
    void boxCaptured() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Double box = x[0];
                  // error: [AtledBoxing] an object that holds an active value, such as a Double or an exception,
                  //   is used other than for printing, and the derivative would be lost. Keep the value in a
                  //   double or float.
                  Supplier<Double> later = () -> box;
                  return later.get();
                }
                """);
    }
}
