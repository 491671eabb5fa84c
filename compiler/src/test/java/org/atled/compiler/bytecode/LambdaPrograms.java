package org.atled.compiler.bytecode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Every kind of lambda and method reference: each static method without parameters is a program with one result. */
@SuppressWarnings({"unused", "Convert2MethodRef"})
public final class LambdaPrograms extends AbstractList<String> {
    private static final List<String> LOG = new ArrayList<>();
    private static final Supplier<String> IN_INITIALIZER = () -> "from <clinit>";

    private final Supplier<String> inField = () -> "from " + this.items;
    private final String name;
    private final Supplier<String> inConstructor;
    private final List<String> items = new ArrayList<>(List.of("a", "b", "c", "d"));

    LambdaPrograms(String name) {
        this.name = name;
        int length = name.length();
        inConstructor = () -> name + length + this.items.size();
    }

    private static LambdaPrograms object() {
        return new LambdaPrograms("object");
    }

    static Object capturesOfEveryPrimitiveType() {
        boolean z = true;
        byte b = -5;
        short s = 1234;
        char c = 'x';
        int i = 1 << 30;
        long j = 1L << 40;
        float f = 1.5f;
        double d = Math.PI;
        String text = "text";
        double[] array = {1, 2};
        Supplier<String> all = () -> "" + z + b + s + c + i + j + f + d + text + array.length;
        return all.get();
    }

    static Object capturesBeforeArgumentsOfTwoSlots() {
        long j = 3;
        double d = 4;
        BiFunction<Double, Long, String> two = (x, y) -> j + "," + d + "," + x + "," + y;
        return two.apply(1.0, 2L);
    }

    static Object nothingIsCaptured() {
        IntSupplier one = () -> 1;
        return one.getAsInt();
    }

    static Object inInitializerFieldAndConstructor() {
        LambdaPrograms object = object();
        return IN_INITIALIZER.get() + object.inField.get() + object.inConstructor.get();
    }

    private String greet(String greeting) {
        return greeting + " " + name;
    }

    static Object boundToAPrivateMethod() {
        return object().bound();
    }

    private Object bound() {
        UnaryOperator<String> greet = this::greet;
        return greet.apply("hello") + ((Supplier<String>) () -> greet("ciao")).get();
    }

    static Object unboundPrivateMethod() {
        BiFunction<LambdaPrograms, String, String> greet = LambdaPrograms::greet;
        return greet.apply(object(), "hello");
    }

    static Object privateStaticMethod() {
        Supplier<LambdaPrograms> make = LambdaPrograms::object;
        return make.get().name;
    }

    static Object superMethods() {
        LambdaPrograms object = object();
        return "" + object.sup().get() + object.supWithArgument().apply("a");
    }

    @Override
    public String toString() {
        return "overridden";
    }

    private Supplier<Object> sup() {
        Supplier<Integer> size = super::hashCode;
        return () -> size.get() + super.toString() + ((Supplier<String>) super::toString).get();
    }

    private Function<Object, Boolean> supWithArgument() {
        return super::contains;
    }

    static Object protectedMethodOfAnotherPackage() {
        LambdaPrograms object = object();
        object.ranges().accept(object, 3);
        return object.items.toString();
    }

    private ObjIntConsumer<Object> ranges() {
        BiFunction<Integer, Integer, Object> remove = (from, to) -> {
            BiConsumerOfInts each = this::removeRange;
            each.accept(from, to);
            return null;
        };
        return (ignored, to) -> remove.apply(1, to);
    }

    private interface BiConsumerOfInts {
        void accept(int from, int to);
    }

    @Override
    public String get(int index) {
        return items.get(index);
    }

    @Override
    public String remove(int index) {
        return items.remove(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    static Object methodsOfTheJdk() {
        DoubleUnaryOperator sin = Math::sin;
        ToIntFunction<String> length = String::length;
        BinaryOperator<String> concat = String::concat;
        Function<Double, Double> root = Math::sqrt;
        Supplier<String> trimmed = "  x "::trim;
        return List.of(
                sin.applyAsDouble(1),
                length.applyAsInt("four"),
                concat.apply("a", "b"),
                root.apply(2.0),
                trimmed.get());
    }

    static Object widenedBoxedAndUnboxed() {
        ToDoubleFunction<String> parsed = Integer::parseInt;
        ToLongFunction<Character> digit = Character::getNumericValue;
        Function<Integer, Object> square = (Integer x) -> x * x;
        Function<Integer, Long> wide = LambdaPrograms::twice;
        ToDoubleFunction<Byte> plain = LambdaPrograms::twice;
        return List.of(
                parsed.applyAsDouble("12"),
                digit.applyAsLong('7'),
                square.apply(3),
                wide.apply(4),
                plain.applyAsDouble((byte) -3));
    }

    private static long twice(long x) {
        return 2 * x;
    }

    static Object resultsThatAreDropped() {
        List<String> list = new ArrayList<>();
        Consumer<String> add = list::add;
        add.accept("x");
        Consumer<Integer> wide = LambdaPrograms::twice;
        wide.accept(1);
        Consumer<String> created = StringBuilder::new;
        created.accept("y");
        Runnable clear = list::size;
        clear.run();
        return list;
    }

    static Object constructors() {
        Supplier<List<String>> empty = ArrayList::new;
        IntFunction<List<String>> sized = ArrayList::new;
        Function<List<String>, List<String>> copy = ArrayList::new;
        Function<String, Hidden> hidden = Hidden::new;
        BiFunction<Integer, Double, Varied> varied = Varied::new;
        return empty.get().toString()
                + sized.apply(3)
                + copy.apply(List.of("a"))
                + hidden.apply("h").value
                + varied.apply(1, 2.0).count;
    }

    private static final class Hidden {
        private final String value;

        private Hidden(String value) {
            this.value = value;
        }
    }

    private static final class Varied {
        private final int count;

        private Varied(Number... numbers) {
            count = numbers.length;
        }
    }

    private final class Inner {
        private final int number;

        private Inner(int number) {
            this.number = number + name.length();
        }
    }

    static Object constructorOfAnInnerClass() {
        return object().inner().apply(5).number;
    }

    private IntFunction<Inner> inner() {
        return Inner::new;
    }

    static Object constructorsOfArrays() {
        IntFunction<int[]> ints = int[]::new;
        Function<Integer, double[][]> rows = double[][]::new;
        Function<double[], Object> clone = double[]::clone;
        return ints.apply(3).length
                + rows.apply(4).length
                + Arrays.toString((double[]) clone.apply(new double[] {1, 2}));
    }

    static Object variableNumbersOfArguments() {
        BiFunction<String, Object, String> format = String::format;
        Function<Integer, List<Integer>> one = Arrays::asList;
        return format.apply("%s!", "a") + one.apply(1);
    }

    private interface Narrow extends Function<String, Integer> {
        @Override
        Integer apply(String text);
    }

    private interface NarrowInt<T extends Number> extends Callable<T> {
        @Override
        T call();
    }

    static Object bridges() throws Exception {
        Narrow narrow = String::length;
        Function<String, Integer> wide = narrow;
        NarrowInt<Integer> number = () -> 7;
        Callable<?> any = number;
        return wide.apply("three") + narrow.apply("six") + (Integer) any.call();
    }

    private interface Marker {}

    static Object markers() {
        Runnable run = (Runnable & Marker & Cloneable) () -> LOG.add("ran");
        run.run();
        return run instanceof Marker && run instanceof Cloneable && !(run instanceof Serializable);
    }

    private interface Shape {
        double area();

        private double twice() {
            return 2 * area();
        }

        private static double half(Shape shape) {
            return shape.area() / 2;
        }

        default DoubleUnaryOperator scaled() {
            Supplier<Double> twice = this::twice;
            ToDoubleFunction<Shape> half = Shape::half;
            return x -> x * twice.get() + half.applyAsDouble(this) + twice();
        }
    }

    static Object privateMethodsOfInterfaces() {
        Shape square = () -> 9;
        ToDoubleFunction<Shape> area = Shape::area;
        return square.scaled().applyAsDouble(10) + area.applyAsDouble(square);
    }

    static Object nested() {
        int a = 1;
        Function<Integer, Function<Integer, Supplier<Integer>>> curried = b -> c -> () -> a + b * c;
        return curried.apply(2).apply(3).get();
    }

    static Object genericInterface() {
        return fold(List.of(1.0, 2.5), 0.5, Double::sum) + fold(List.of(1, 2), 0, (x, y) -> x - y);
    }

    private static <T> T fold(List<T> list, T start, BinaryOperator<T> f) {
        T result = start;
        for (T each : list) {
            result = f.apply(result, each);
        }
        return result;
    }

    static Object eitherOfTwo() {
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int n = i;
            DoubleUnaryOperator f = i % 2 == 0 ? x -> x + n : Math::abs;
            results.add(f.applyAsDouble(-1));
        }
        return results;
    }

    static Object inFinally() {
        List<Object> results = new ArrayList<>();
        for (String each : List.of("1", "x")) {
            try {
                Function<String, Integer> parse = Integer::valueOf;
                results.add(parse.apply(each));
            } catch (NumberFormatException malformed) {
                Supplier<String> message = malformed::getMessage;
                results.add(message.get());
            } finally {
                Consumer<Object> add = results::add;
                add.accept(each);
            }
        }
        return results;
    }

    static Object receiverThatIsNull() {
        String none = LOG.size() < 1000 ? null : "";
        try {
            IntSupplier length = none::length;
            return length.getAsInt();
        } catch (NullPointerException expected) {
            return "null receiver";
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object argumentOfAWrongType() {
        Function length = (Function<String, Integer>) String::length;
        Function one = (Function<String, Integer>) text -> 1;
        BooleanSupplier ofNumber = () -> ((Function<Integer, Boolean>) x -> x > 1).apply(2);
        List<Object> results = new ArrayList<>(List.of(ofNumber.getAsBoolean()));
        for (Function each : List.of(length, one)) {
            try {
                results.add(each.apply(1));
            } catch (ClassCastException expected) {
                results.add(expected.getClass());
            }
        }
        return results;
    }

    static Object checkedExceptionPasses() {
        Callable<Object> failing = () -> {
            throw new IOException("as it is");
        };
        try {
            return failing.call();
        } catch (Exception passed) {
            return passed.toString();
        }
    }

    private interface Saved extends Supplier<String>, Serializable {}

    static Object serialized() throws Exception {
        int number = 5;
        double real = 0.25;
        Saved saved = () -> "saved " + number + real;
        Supplier<String> reference = (Supplier<String> & Serializable) "abc"::toUpperCase;
        return copy(saved).get() + copy(reference).get() + (reference instanceof Serializable);
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        ClassLoader loader = LambdaPrograms.class.getClassLoader();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(java.io.ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, loader);
            }
        }) {
            return (T) in.readObject();
        }
    }

    private record Pair(String first, int second) {}

    private enum Level {
        LOW,
        HIGH
    }

    static Object otherDynamicCallsStay() {
        Pair pair = new Pair("a", 1);
        String text = "high".toUpperCase();
        int chosen = switch (text) {
            case "LOW" -> 1;
            case "HIGH" -> 2;
            default -> 3;
        };
        Function<String, Level> level = Level::valueOf;
        return pair + " " + pair.equals(new Pair("a", 1)) + pair.hashCode() + chosen + level.apply(text);
    }

    static Object streams() {
        int offset = 2;
        Map<Boolean, List<Integer>> groups = IntStream.range(0, 6)
                .map(x -> x * x + offset)
                .boxed()
                .collect(java.util.stream.Collectors.partitioningBy(x -> x % 2 == 0));
        return groups.toString();
    }
}
