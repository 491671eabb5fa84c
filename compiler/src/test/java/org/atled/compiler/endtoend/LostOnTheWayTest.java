package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways on which a derivative was once lost without a word: each is an error now, or was never a loss. */
final class LostOnTheWayTest {
    @TempDir
    Path folder;

    @Test
    void messageOfAnException() throws IOException {
        Reports.model(folder, """
                static void fail(double v) { throw new IllegalStateException("at " + v); }
                @Differentiable
                static double f(double[] x) {
                  try {
                    fail(x[0]);
                  } catch (IllegalStateException failure) {
                    // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                    //   gives a number, and the derivative would be lost. Pass the number itself on.
                    return Double.parseDouble(failure.getMessage().substring(3)) + x[1];
                  }
                  return 0;
                }
                """);
    }

    @Test
    void textInAStaticField() throws IOException {
        Reports.model(folder, """
                static String last;
                @Differentiable
                static double f(double[] x) {
                  last = Double.toString(x[0]);
                  return read() + x[1];
                }
                // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                //   gives a number, and the derivative would be lost. Pass the number itself on.
                //   through demo.Model.f: return read() + x[1];
                static double read() { return Double.parseDouble(last); }
                """);
    }

    @Test
    void staticBuilder() throws IOException {
        Reports.model(folder, """
                static final StringBuilder BUILDER = new StringBuilder();
                @Differentiable
                static double f(double[] x) {
                  BUILDER.setLength(0);
                  BUILDER.append(x[0]);
                  // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return Double.parseDouble(BUILDER.toString()) + x[1];
                }
                """);
    }

    @Test
    void partsOfAText() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  String[] parts = (x[0] + "," + x[1]).split(",");
                  // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return Double.parseDouble(parts[0]) + x[1];
                }
                """);
    }

    @Test
    void charactersOfAText() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  char[] characters = Double.toString(x[0]).toCharArray();
                  // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return Double.parseDouble(new String(characters)) + x[1];
                }
                """);
    }

    @Test
    void scanner() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledText] a text made from an active value is passed to Scanner.nextDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return new Scanner(x[0] + " ").nextDouble() + x[1];
                }
                """);
    }

    @Test
    void systemProperty() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  System.setProperty("demo.last", Double.toString(x[0]));
                  // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return Double.parseDouble(System.getProperty("demo.last")) + x[1];
                }
                """);
    }

    @Test
    void writerInAWriter() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  var text = new java.io.StringWriter();
                  var writer = new java.io.PrintWriter(text, true);
                  writer.print(x[0]);
                  // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                  //   gives a number, and the derivative would be lost. Pass the number itself on.
                  return Double.parseDouble(text.toString()) + x[1];
                }
                """);
    }

    @Test
    void noDerivativeFieldSetByAConstructor() throws IOException {
        Reports.model(folder, """
                static final class Store {
                  @NoDerivative final double[] values;
                  // error: [AtledConstantWritten] an active value is stored in the @NoDerivative field
                  //   Store.values, and its derivative would be lost there. Drop @NoDerivative.
                  //   through demo.Model.f: return new Store(new double[] {x[0]}).values[0] + x[1];
                  Store(double[] values) { this.values = values; }
                }
                @Differentiable
                static double f(double[] x) {
                  return new Store(new double[] {x[0]}).values[0] + x[1];
                }
                """);
    }

    @Test
    void equalsThatWrites() throws IOException {
        Reports.model(folder, """
                static final class Seen {
                  final double value;
                  double seen;
                  Seen(double value) { this.value = value; }
                  @Override public boolean equals(Object other) { seen = value * value; return true; }
                  @Override public int hashCode() { return 1; }
                }
                @Differentiable
                static double f(double[] x) {
                  Seen seen = new Seen(x[0]);
                  // error: [AtledObserver] Seen.equals may be called here, by code that expects it only to look
                  //   at the object, and it changes an active value; no derivative follows that. Change it in a
                  //   method of another name, called for that.
                  return seen.equals(x) ? seen.seen : 0;
                }
                """);
    }

    @Test
    void lookedForInAList() throws IOException {
        Reports.model(folder, """
                static final class Seen {
                  final double value;
                  double seen;
                  Seen(double value) { this.value = value; }
                  @Override public boolean equals(Object other) { seen = value * value; return true; }
                  @Override public int hashCode() { return 1; }
                }
                @Differentiable
                static double f(double[] x) {
                  Seen seen = new Seen(x[0]);
                  List<Seen> all = new ArrayList<>();
                  all.add(new Seen(1));
                  // error: [AtledObserver] Seen.equals may be called here, by code that expects it only to look
                  //   at the object, and it changes an active value; no derivative follows that. Change it in a
                  //   method of another name, called for that.
                  return all.contains(seen) ? seen.seen : 0;
                }
                """);
    }

    @Test
    void toStringThatWrites() throws IOException {
        Reports.model(folder, """
                static final class Seen {
                  final double value;
                  double seen;
                  Seen(double value) { this.value = value; }
                  @Override public String toString() { count(); return ""; }
                  private void count() { seen += value; }
                }
                @Differentiable
                static double f(double[] x) {
                  Seen seen = new Seen(x[0]);
                  // error: [AtledObserver] Seen.toString may be called here, by code that expects it only to look
                  //   at the object, and it changes an active value; no derivative follows that. Change it in a
                  //   method of another name, called for that.
                  String text = "seen: " + seen;
                  return seen.seen * text.length();
                }
                """);
    }

    @Test
    void toStringThatKeepsItsText() throws IOException {
        Reports.model(folder, """
                static final class Shown {
                  final double value;
                  String text;
                  int hash;
                  Shown(double value) { this.value = value; }
                  @Override public String toString() { if (text == null) { text = "v" + value; } return text; }
                  @Override public int hashCode() { if (hash == 0) { hash = Double.hashCode(value); } return hash; }
                }
                @Differentiable
                static double f(double[] x) {
                  Shown shown = new Shown(x[0]);
                  System.out.println(shown + " " + shown.hashCode());
                  return shown.value * x[1];
                }
                """);
    }

    @Test
    void comparatorThatWrites() throws IOException {
        Reports.model(folder, """
                static final class Seen {
                  final double value;
                  double seen;
                  Seen(double value) { this.value = value; }
                }
                @Differentiable
                static double f(double[] x) {
                  Seen[] all = {new Seen(x[0]), new Seen(x[1])};
                  // error: [AtledObserver] a lambda may be called here, by code that expects it only to look at
                  //   the object, and it changes an active value; no derivative follows that. Change it in a
                  //   method of another name, called for that.
                  Arrays.sort(all, (a, b) -> {
                    a.seen += b.value * b.value;
                    return Double.compare(a.value, b.value);
                  });
                  return all[0].seen + all[1].seen;
                }
                """);
    }

    @Test
    void naturalOrderThatWrites() throws IOException {
        Reports.model(folder, """
                static final class Seen implements Comparable<Seen> {
                  final double value;
                  double seen;
                  Seen(double value) { this.value = value; }
                  @Override public int compareTo(Seen other) {
                    seen += other.value;
                    return Double.compare(value, other.value);
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  List<Seen> all = new ArrayList<>(List.of(new Seen(x[0]), new Seen(x[1])));
                  // error: [AtledObserver] Seen.compareTo may be called here, by code that expects it only to
                  //   look at the object, and it changes an active value; no derivative follows that. Change it
                  //   in a method of another name, called for that.
                  all.sort(null);
                  return all.get(0).seen;
                }
                """);
    }
}
