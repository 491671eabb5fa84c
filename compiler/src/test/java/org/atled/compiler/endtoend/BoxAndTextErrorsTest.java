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
                  // error: [AtledBoxing] an exception that holds an active value is used other than for printing,
                  //   and the derivative would be lost. Keep the value in a double or float.
                  return exception.at * x[1];
                }
                """);
    }

    @Test
    void logThatKeeps() throws IOException {
        Reports.model(folder, """
                static Object last;
                // error: [AtledField] an active value is stored in static field Model.last, where its
                //   derivative would be lost. Keep it in a local variable, an array or a field of an object of
                //   your own.
                //   through demo.Model.f: log("x = %f", x[0]);
                static void log(String text, Object... values) { last = values[0]; }
                @Differentiable
                static double f(double[] x) {
                  log("x = %f", x[0]);
                  return x[1] * (Double) last;
                }
                """);
    }

    @Test
    void boxInAField() throws IOException {
        Reports.model(folder, """
                static Double last;
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledField] an active value is stored in static field Model.last, where its
                  //   derivative would be lost. Keep it in a local variable, an array or a field of an object of
                  //   your own.
                  last = x[0];
                  return last * x[1];
                }
                """);
    }

    @Test
    void activeKey() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Map<double[], Integer> places = new HashMap<>();
                  // error: [AtledNotFollowed] an object that holds active values is passed to Map.put as a key,
                  //   and no derivative is followed through keys. Use a number, a text or an enum for a key, and
                  //   keep the object among the values.
                  places.put(x, 1);
                  return places.keySet().iterator().next()[0];
                }
                """);
    }

    @Test
    void setOfActiveObjects() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Set<double[]> all = new HashSet<>();
                  // error: [AtledContainer] Set.add has no derivative rule, and active values take part in it.
                  //   Keep them in an ArrayList, an ArrayDeque or a HashMap, and write a loop that gets, sets,
                  //   adds or removes one at a time.
                  all.add(x);
                  return x[0];
                }
                """);
    }

    @Test
    void callbackOnAList() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  List<Double> all = new ArrayList<>();
                  all.add(x[0]);
                  all.replaceAll(v -> v * v);
                  return all.get(0);
                }
                """);
    }
}
