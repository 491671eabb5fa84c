package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs through a differentiated method untouched gives no diagnostic and leaves the gradient right. */
final class InactiveCodeTest {
    @TempDir
    Path folder;

    @Test
    void logging() throws Exception {
        Gradients.model(folder, """
                static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("demo");
                @Differentiable
                static double f(double[] x) {
                  LOG.log(java.util.logging.Level.FINE, "at {0}", x[0]);
                  LOG.fine("f at " + x[1] + " and " + Arrays.toString(x));
                  return x[0] * x[1];
                }
                """);
    }

    @Test
    void stringBuilding() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  StringBuilder text = new StringBuilder("x =");
                  for (double v : x) {
                    text.append(' ').append(v).append(", ");
                  }
                  text.setLength(text.length() - 2);
                  String all = text.toString() + String.valueOf(x[0]) + Double.toString(x[1]);
                  return all.isEmpty() ? 0 : x[0] * x[0];
                }
                """);
    }

    @Test
    void printingOfBoxes() throws Exception {
        Gradients.model(folder, """
                static final java.io.PrintStream OUT = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
                @Differentiable
                static double f(double[] x) {
                  OUT.printf("%f %d %s%n", x[0] * x[1], x.length, "done");
                  OUT.println(x[0]);
                  String line = String.format(Locale.ROOT, "%.3f", x[2]) + "%g".formatted(x[1]);
                  OUT.println(line);
                  return x[0] * x[1];
                }
                """);
    }

    @Test
    void guarding() throws Exception {
        Gradients.model(folder, """
                static int open;
                static final class Timer implements AutoCloseable {
                  Timer() { open++; }
                  @Override public void close() { open--; }
                }
                @Differentiable
                static double f(double[] x) {
                  double y = guarded(x[0]);
                  try (Timer timer = new Timer()) {
                    y *= x[1];
                    return y * x[5];
                  } catch (ArrayIndexOutOfBoundsException e) {
                    System.out.flush();
                    return y * Integer.parseInt(e.getMessage().substring(6, 7)) + open;
                  } finally {
                    open = 0;
                  }
                }
                static double guarded(double v) {
                  try {
                    return Math.sqrt(v) / (open / open);
                  } catch (RuntimeException e) {
                    return v * v;
                  }
                }
                """);
    }

    @Test
    void assertions() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  assert x[0] > 0 : "negative: " + x[0];
                  assert x[1] > 0 : x[1];
                  double y = Math.log(x[0]) * x[1];
                  assert !Double.isNaN(y);
                  return y;
                }
                """);
    }

    @Test
    void countersAndTimers() throws Exception {
        Gradients.model(folder, """
                static int calls;
                static long time;
                static final int[] HISTOGRAM = new int[4];
                @Differentiable
                static double f(double[] x) {
                  long start = System.nanoTime();
                  calls++;
                  int[] signs = new int[2];
                  double sum = 0;
                  for (double v : x) {
                    signs[v > 0 ? 1 : 0]++;
                    HISTOGRAM[Math.min(3, (int) Math.abs(v))]++;
                    sum += v * v * Math.abs(v);
                  }
                  time += System.nanoTime() - start;
                  return sum + signs[0];
                }
                """);
    }

    @Test
    void fractionalPart() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double v = 10.5 * x[1];
                  int i = (int) v;
                  double w = x[0] * 5;
                  return (v - i) * (w - Math.floor(w));
                }
                """);
    }

    @Test
    void staticTables() throws Exception {
        Gradients.model(folder, """
                static final double[] WEIGHTS = {1, 2, 3};
                static final double[][] MATRIX = {{1, 2, 0}, {0, 1, 4}, {5, 0, 1}};
                static double factor = 2;
                @Differentiable
                static double f(double[] x) {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    double[] row = MATRIX[i];
                    for (int j = 0; j < row.length; j++) {
                      sum += WEIGHTS[i] * row[j] * x[i] * x[j];
                    }
                  }
                  return factor * sum;
                }
                """);
    }

    @Test
    void lambdasStreamsAndCollections() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  int n = IntStream.range(0, x.length).filter(i -> i != 1).sum();
                  List<Integer> order = new ArrayList<>(List.of(2, 0, 1));
                  order.sort(Comparator.reverseOrder());
                  Map<String, Double> rates = Map.of("birth", 2.5);
                  double sum = 0;
                  for (int i : order) {
                    sum += x[i] * x[i] * rates.get("birth");
                  }
                  IntUnaryOperator next = i -> (i + 1) % 3;
                  return n * sum * x[next.applyAsInt(2)];
                }
                """);
    }

    @Test
    void objectsOfConstants() throws Exception {
        Gradients.model(folder, """
                record Config(double rate, double[] grid) {}
                enum Planet { EARTH(5.97), MARS(0.64); final double mass; Planet(double mass) { this.mass = mass; } }
                static final class Spring { private double k = 2; double stiffness() { return k; } }
                @Differentiable
                static double f(double[] x) {
                  Config config = new Config(0.5, new double[] {1, 2, 3});
                  Spring spring = new Spring();
                  double noise = new Random(1).nextGaussian();
                  double sum = noise * x[0];
                  for (int i = 0; i < x.length; i++) {
                    sum += config.rate() * config.grid()[i] * spring.stiffness() * Planet.MARS.mass * x[i] * x[i];
                  }
                  return sum;
                }
                """);
    }

    @Test
    void switches() throws Exception {
        Gradients.model(folder, """
                enum Kind { A, B }
                @Differentiable
                static double f(double[] x) {
                  String sign = x[2] < 0 ? "minus" : "plus";
                  Kind kind = x[0] > x[1] ? Kind.A : Kind.B;
                  double y = switch (sign) { case "minus" -> x[2] * x[2]; default -> x[0]; };
                  switch (kind) {
                    case A: return y;
                    case B: return y * x[1];
                    default: throw new AssertionError(kind);
                  }
                }
                """);
    }

    @Test
    void exceptions() throws Exception {
        Gradients.model(folder, """
                static final class Diverged extends RuntimeException {
                  Diverged(double at, Throwable cause) { super("diverged at " + at, cause); }
                }
                @Differentiable
                static double f(double[] x) {
                  Objects.requireNonNull(x, "x");
                  if (x.length < 3) {
                    throw new IllegalArgumentException("x has length " + x.length);
                  }
                  if (x[0] > 100) {
                    throw new ArithmeticException(String.format("x[0] = %f", x[0]));
                  }
                  if (Double.isInfinite(x[1]) || Double.compare(x[1], 100) > 0) {
                    throw new Diverged(x[1], new RuntimeException("" + x[0]));
                  }
                  require(x[2] < 1, x[2]);
                  return x[0] * x[1] * x[2];
                }
                static void require(boolean condition, double v) {
                  if (!condition) {
                    throw new IllegalStateException("v = " + v);
                  }
                }
                """);
    }

    @Test
    void synchronizedAndGuardedCodeOnConstants() throws Exception {
        Gradients.model(folder, """
                private static int count;
                static synchronized int next() { return ++count; }
                static double ratio(double a, double b) {
                  try {
                    return (int) a / (int) b;
                  } catch (ArithmeticException e) {
                    return 1;
                  }
                }
                static double element(double[] table, int i) {
                  try {
                    return table[i];
                  } catch (ArrayIndexOutOfBoundsException e) {
                    return 3;
                  }
                }
                static double[] table(String text) {
                  try {
                    return new double[] {Double.parseDouble(text), 2};
                  } catch (NumberFormatException e) {
                    return new double[2];
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  next();
                  double[] table = table("4");
                  return x[0] * x[1] * ratio(1, 0) * element(table, 7) + x[2] * table[0];
                }
                """);
    }

    @Test
    void activeOrConstantArrayThatIsOnlyRead() throws Exception {
        Gradients.model(folder, """
                static final double[] DEFAULTS = {1, 2, 3};
                @Differentiable
                static double f(double[] x) {
                  double sum = 0;
                  for (int i = 0; i < 4; i++) {
                    double[] v = i % 2 == 0 ? x : DEFAULTS;
                    sum += v[0] * v[1] * x[2];
                  }
                  return sum;
                }
                """);
    }

    @Test
    void scratchArraysOfItsOwn() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double[] work = new double[x.length];
                  System.arraycopy(x, 0, work, 0, x.length);
                  double[] copy = Arrays.copyOf(work, 5);
                  Arrays.fill(copy, 3, 5, x[0]);
                  double[][] rows = {work, copy, x.clone()};
                  rows[1][0] *= 2;
                  return rows[0][1] * rows[1][0] * copy[4] + rows[2][2] * rows[2][2];
                }
                """);
    }

    @Test
    void genericAndVariableArityHelpers() throws Exception {
        Gradients.model(folder, """
                static <T> T same(T value) { return value; }
                static double product(double... factors) {
                  double product = 1;
                  for (double factor : factors) {
                    product *= factor;
                  }
                  return product;
                }
                @Differentiable
                static double f(double[] x) {
                  return product(x[0], x[1], 2) + same(x)[2] * product();
                }
                """);
    }

    @Test
    void privatePrimal() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                private static double f(double[] x) {
                  return secret(x[0]) * x[1];
                }
                private static double secret(double v) { return v * v; }
                """);
    }

    @Test
    void loggingMethodsOfTheProject() throws Exception {
        Gradients.model(folder, """
                static boolean isVerbose = true;
                static void log(String format, Object... values) {
                  if (isVerbose && values != null && values.length > 0) {
                    StringBuilder text = new StringBuilder(format);
                    for (Object value : values) {
                      text.append(value).append(' ');
                    }
                    assert !text.isEmpty();
                  }
                }
                static void logOne(Object value) { log("one", value); }
                static double checked(double v, String message) {
                  if (v > 1e9) {
                    throw new IllegalStateException(message);
                  }
                  return v * v;
                }
                @Differentiable
                static double f(double[] x) {
                  log("x = %f %f", x[0], x[1]);
                  logOne(x[2]);
                  return checked(x[1], "bad " + x[0]) * Double.parseDouble("2.5");
                }
                """);
    }

    @Test
    void jdkMethodsInJava() throws Exception {
        Gradients.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double[] y = Objects.requireNonNullElse(x, new double[3]);
                  return Double.sum(y[0], Double.max(y[1], y[2])) * Objects.requireNonNull(y)[0];
                }
                """);
    }
}
