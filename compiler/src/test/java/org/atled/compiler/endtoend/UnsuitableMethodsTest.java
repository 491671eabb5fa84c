package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a new user tries that cannot be differentiated: each is said on its line, with the cause and what to do, and nothing
 * is said of any other line.
 */
final class UnsuitableMethodsTest {
    @TempDir
    Path folder;

    @Test
    void nativeMethod() throws IOException {
        Reports.model(folder, """
                static native double external(double x);
                @Differentiable
                // error: [AtledNativeMethod] an active value is passed to Model.external, which is native and
                //   has no code to differentiate. Call a method written in Java instead.
                static double f(double[] x) { return external(x[0]); }
                """);
    }

    @Test
    void methodInvoke() throws IOException {
        Reports.model(folder, """
                static double square(double v) { return v * v; }
                @Differentiable
                static double f(double[] x) throws Exception {
                  // error: [AtledReflection] Method.invoke finds what it runs or reads at run time, so that no
                  //   derivative follows an active value there. Name the method or the field in the source.
                  return (Double) Model.class.getDeclaredMethod("square", double.class).invoke(null, x[0]);
                }
                """);
    }

    @Test
    void methodHandle() throws IOException {
        Reports.model(folder, """
                static double square(double v) { return v * v; }
                @Differentiable
                static double f(double[] x) throws Throwable {
                  var type = java.lang.invoke.MethodType.methodType(double.class, double.class);
                  var handle = java.lang.invoke.MethodHandles.lookup().findStatic(Model.class, "square", type);
                  // error: [AtledReflection] MethodHandle.invokeExact finds what it runs or reads at run time, so
                  //   that no derivative follows an active value there. Name the method or the field in the
                  //   source.
                  return (double) handle.invokeExact(x[0]);
                }
                """);
    }

    @Test
    void proxy() throws IOException {
        Reports.model(folder, """
                interface Law { double at(double x); }
                @Differentiable
                static double f(double[] x) {
                  Law law = (Law) java.lang.reflect.Proxy.newProxyInstance(
                      Model.class.getClassLoader(), new Class<?>[] {Law.class}, (proxy, method, arguments) -> 2.0);
                  // error: [AtledAbstractMethod] an active value is passed to Law.at, which has no implementation
                  //   among the classes of the project. Add one to the project, or call a method of a class.
                  return law.at(x[0]);
                }
                """);
    }

    @Test
    void fieldByReflection() throws IOException {
        Reports.model(folder, """
                static final class State { double v; }
                @Differentiable
                static double f(double[] x) throws Exception {
                  State state = new State();
                  state.v = x[0] * x[0];
                  // error: [AtledReflection] Field.getDouble finds what it runs or reads at run time, so that no
                  //   derivative follows an active value there. Name the method or the field in the source.
                  return State.class.getDeclaredField("v").getDouble(state);
                }
                """);
    }

    @Test
    void varHandle() throws IOException {
        Reports.model(folder, """
                static final class State { double v; }
                @Differentiable
                static double f(double[] x) throws Exception {
                  State state = new State();
                  var handle = java.lang.invoke.MethodHandles.lookup().findVarHandle(State.class, "v", double.class);
                  // error: [AtledReflection] VarHandle.set finds what it runs or reads at run time, so that no
                  //   derivative follows an active value there. Name the method or the field in the source.
                  handle.set(state, x[0]);
                  return state.v;
                }
                """);
    }

    @Test
    void arrayByReflection() throws IOException {
        Reports.model(folder, """
                @Differentiable
                // error: [AtledReflection] Array.getDouble finds what it runs or reads at run time, so that no
                //   derivative follows an active value there. Name the method or the field in the source.
                static double f(double[] x) { return java.lang.reflect.Array.getDouble(x, 0); }
                """);
    }

    @Test
    void writtenToAStream() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) throws java.io.IOException {
                  var bytes = new java.io.ByteArrayOutputStream();
                  // error: [AtledOutput] DataOutputStream.writeDouble writes an active value where no derivative
                  //   follows it. Keep it in an array or an object; printing it as text is fine.
                  new java.io.DataOutputStream(bytes).writeDouble(x[0]);
                  return new java.io.DataInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())).readDouble();
                }
                """);
    }

    @Test
    void serialized() throws IOException {
        Reports.model(folder, """
                record State(double v) implements java.io.Serializable {}
                @Differentiable
                static double f(double[] x) throws java.io.IOException {
                  var bytes = new java.io.ByteArrayOutputStream();
                  // error: [AtledOutput] ObjectOutputStream.writeObject writes an active value where no
                  //   derivative follows it. Keep it in an array or an object; printing it as text is fine.
                  new java.io.ObjectOutputStream(bytes).writeObject(new State(x[0]));
                  return bytes.size() * x[0];
                }
                """);
    }

    @Test
    void byteBuffer() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  var buffer = java.nio.ByteBuffer.allocate(8);
                  // error: [AtledOutput] ByteBuffer.putDouble writes an active value where no derivative follows
                  //   it. Keep it in an array or an object; printing it as text is fine.
                  buffer.putDouble(0, x[0]);
                  return buffer.getDouble(0);
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
    void staticCache() throws IOException {
        Reports.model(folder, """
                static double cached;
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledField] an active value is stored in static field Model.cached, where its
                  //   derivative would be lost. Keep it in a local variable, an array or a field of an object of
                  //   your own.
                  cached = x[0] * x[0];
                  return cached;
                }
                """);
    }

    @Test
    void staticMap() throws IOException {
        Reports.model(folder, """
                static final Map<Integer, Double> CACHE = new HashMap<>();
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be field
                  //   Model.CACHE, and its derivative would be lost there. Store into an array that the method
                  //   makes itself.
                  CACHE.put(1, x[0] * x[0]);
                  return CACHE.get(1);
                }
                """);
    }

    @Test
    void scratchDeclaredConstant() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[] scratch) {
                  // error: [AtledConstantWritten] an active value is stored in an array that may be the constant
                  //   parameter scratch, and its derivative would be lost there. Drop @NoDerivative or name it in
                  //   wrt, or store into an array that the method makes itself.
                  scratch[0] = x[0] * x[0];
                  return scratch[0];
                }
                """);
    }

    @Test
    void fieldDeclaredConstant() throws IOException {
        Reports.model(folder, """
                static final class Body { @NoDerivative double force; }
                @Differentiable
                static double f(double[] x) {
                  Body body = new Body();
                  // error: [AtledConstantWritten] an active value is stored in the @NoDerivative field
                  //   Body.force, and its derivative would be lost there. Drop @NoDerivative.
                  body.force = x[0] * x[0];
                  return body.force;
                }
                """);
    }

    @Test
    void castToInt() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // note: [AtledIntegerCast] an active value is converted to an integer and used nowhere else:
                  //   the derivative is 0 from here on. Leave it if a step function is meant, else compute with
                  //   the number itself.
                  int cell = (int) (x[0] * 10);
                  return cell * x[1];
                }
                """);
    }

    @Test
    void synchronizedMethod() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) { return total(x); }
                // error: [AtledSynchronized] Model.total is synchronized, but its derivative would run without
                //   the lock. Lock around the call of the derivative instead.
                //   through demo.Model.f: static double f(double[] x) { return total(x); }
                static synchronized double total(double[] x) { return x[0] + x[1]; }
                """);
    }

    @Test
    void synchronizedBlock() throws IOException {
        Reports.model(folder, """
                static final Object LOCK = new Object();
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledSynchronized] synchronized blocks are not differentiated. Lock around the call
                  //   of the derivative instead.
                  synchronized (LOCK) {
                    return x[0] * x[1];
                  }
                }
                """);
    }

    @Test
    void newThread() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) throws InterruptedException {
                  double[] y = new double[1];
                  // error: [AtledThread] new Thread hands active values to another thread, and a derivative is
                  //   computed on one. Run this work where it is started, and call derivatives from several
                  //   threads instead.
                  Thread thread = new Thread(() -> y[0] = x[0] * x[0]);
                  thread.start();
                  thread.join();
                  return y[0];
                }
                """);
    }

    @Test
    void executor() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) throws Exception {
                  var executor = java.util.concurrent.Executors.newSingleThreadExecutor();
                  // error: [AtledThread] ExecutorService.submit hands active values to another thread, and a
                  //   derivative is computed on one. Run this work where it is started, and call derivatives from
                  //   several threads instead.
                  return executor.submit(() -> x[0] * x[0]).get();
                }
                """);
    }

    @Test
    void completableFuture() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledThread] CompletableFuture.supplyAsync hands active values to another thread, and
                  //   a derivative is computed on one. Run this work where it is started, and call derivatives
                  //   from several threads instead.
                  return java.util.concurrent.CompletableFuture.supplyAsync(() -> x[0] * x[0]).join();
                }
                """);
    }

    @Test
    void leakingThis() throws IOException {
        Reports.model(folder, """
                static final List<Object> ALL = new ArrayList<>();
                static final class Body {
                  final double mass;
                  Body(double mass) {
                    this.mass = mass;
                    // error: [AtledConstantWritten] an active value is stored in an array that may be field
                    //   Model.ALL, and its derivative would be lost there. Store into an array that the method
                    //   makes itself.
                    //   through demo.Model.f: static double f(double[] x) { return new Body(x[0]).mass; }
                    ALL.add(this);
                  }
                }
                @Differentiable
                static double f(double[] x) { return new Body(x[0]).mass; }
                """);
    }

    @Test
    void extendedContainer() throws IOException {
        Reports.model(folder, """
                static final class Doubled extends ArrayList<Double> {
                  @Override public boolean add(Double value) { return super.add(2 * value); }
                }
                @Differentiable
                static double f(double[] x) {
                  Doubled list = new Doubled();
                  list.add(x[0]);
                  // error: [AtledJdkMethod] an active value is passed to ArrayList.get of the JDK, which has no
                  //   derivative rule and whose code cannot be differentiated. Write the computation as a method
                  //   of your own.
                  return list.get(0);
                }
                """);
    }

    @Test
    void setOfNumbers() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Set<Double> set = new TreeSet<>();
                  // error: [AtledContainer] Set.add has no derivative rule, and active values take part in it.
                  //   Keep them in an ArrayList, an ArrayDeque or a HashMap, and write a loop that gets, sets,
                  //   adds or removes one at a time.
                  set.add(x[0]);
                  return set.iterator().next();
                }
                """);
    }

    @Test
    void activeKey() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  Map<Double, Double> table = new TreeMap<>();
                  // error: [AtledNotFollowed] an object that holds active values is passed to Map.put as a key,
                  //   and no derivative is followed through keys. Use a number, a text or an enum for a key, and
                  //   keep the object among the values.
                  table.put(x[0], x[1]);
                  return table.get(x[0]);
                }
                """);
    }

    @Test
    void roundedAsText() throws IOException {
        Reports.model(folder, """
                @Differentiable
                // error: [AtledText] a text made from an active value is passed to Double.parseDouble, which
                //   gives a number, and the derivative would be lost. Pass the number itself on.
                static double f(double[] x) { return Double.parseDouble(String.format(Locale.ROOT, "%.3f", x[0])); }
                """);
    }

    @Test
    void numberInAnException() throws IOException {
        Reports.model(folder, """
                static final class Found extends RuntimeException {
                  final double value;
                  Found(double value) { this.value = value; }
                }
                @Differentiable
                static double f(double[] x) {
                  try {
                    // error: [AtledBoxing] an exception that holds an active value is used other than for printing,
                    //   and the derivative would be lost. Keep the value in a double or float.
                    throw new Found(x[0] * x[0]);
                  } catch (Found found) {
                    // error: [AtledBoxing] an exception that holds an active value is used other than for printing,
                    //   and the derivative would be lost. Keep the value in a double or float.
                    return found.value;
                  }
                }
                """);
    }

    @Test
    void bigDecimal() throws IOException {
        Reports.model(folder, """
                @Differentiable
                // error: [AtledJdkMethod] an active value is passed to the constructor of BigDecimal, which
                //   belongs to the JDK, has no derivative rule and cannot be differentiated. Write the
                //   computation as a method of your own.
                static double f(double[] x) { return new java.math.BigDecimal(x[0]).doubleValue(); }
                """);
    }

    @Test
    void threadLocal() throws IOException {
        Reports.model(folder, """
                static final ThreadLocal<Double> LAST = new ThreadLocal<>();
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledJdkMethod] an active value is passed to ThreadLocal.set, which belongs to the
                  //   JDK, has no derivative rule and cannot be differentiated. Write the computation as a method
                  //   of your own.
                  LAST.set(x[0] * x[0]);
                  return LAST.get();
                }
                """);
    }

    @Test
    void atomicReference() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledJdkMethod] an active value is passed to the constructor of AtomicReference,
                  //   which belongs to the JDK, has no derivative rule and cannot be differentiated. Write the
                  //   computation as a method of your own.
                  var best = new java.util.concurrent.atomic.AtomicReference<Double>(x[0]);
                  return best.get();
                }
                """);
    }

    @Test
    void functionFromAField() throws IOException {
        Reports.model(folder, """
                static final DoubleUnaryOperator[] FUNCTIONS = {DoubleUnaryOperator.identity()};
                @Differentiable
                // error: [AtledAbstractMethod] an active value is passed to DoubleUnaryOperator.applyAsDouble,
                //   which has no implementation among the classes of the project. Add one to the project, or
                //   call a method of a class.
                static double f(double[] x) { return FUNCTIONS[0].applyAsDouble(x[0]); }
                """);
    }

    @Test
    void copiedByClone() throws IOException {
        Reports.model(folder, """
                static final class State implements Cloneable {
                  double v;
                  // error: [AtledNativeMethod] an active value is passed to Object.clone, which is native and has
                  //   no code to differentiate. Call a method written in Java instead.
                  //   through demo.Model.f: return state.copy().v;
                  State copy() throws CloneNotSupportedException { return (State) super.clone(); }
                }
                @Differentiable
                static double f(double[] x) throws CloneNotSupportedException {
                  State state = new State();
                  state.v = x[0];
                  return state.copy().v;
                }
                """);
    }

    @Test
    void noArgumentMatters() throws IOException {
        Reports.model(folder, """
                @Differentiable
                // note: [AtledZeroDerivative] f returns a value that does not depend on x, so its derivative is
                //   0. Check that the computation uses the parameter as a number, or annotate the parameter
                //   @NoDerivative.
                static double f(double[] x) { return x.length; }
                """);
    }
}
