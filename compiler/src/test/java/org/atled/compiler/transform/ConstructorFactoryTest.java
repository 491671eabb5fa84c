package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.ExactReceivers;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.transform.ConstructorFactory.Made;
import org.atled.compiler.transform.ConstructorFactory.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the replay says of the fields is what the real constructor has left in them. */
class ConstructorFactoryTest {
    private static final ClassFiles FILES = new ClassFiles(ConstructorFactoryTest::bytes);

    private static final ConstructorFactory.Callees CALLEES = new ConstructorFactory.Callees() {
        private final ExactReceivers receivers = new ExactReceivers(FILES);

        @Override
        public Optional<Function> find(Op.Invoke call, String receiver) {
            return receivers.find(call, receiver);
        }

        @Override
        public FieldReference declared(FieldReference named) {
            return receivers.declared(named);
        }
    };

    private static Optional<byte[]> bytes(String internalName) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ConstructorFactory.Result factory(Constructor<?> constructor) {
        MethodReference name = new MethodReference(
                constructor.getDeclaringClass().getName().replace('.', '/'),
                "<init>",
                Type.methodDescriptor(
                        Stream.of(constructor.getParameterTypes())
                                .map(type -> new Type(type.descriptorString()))
                                .toList(),
                        Type.VOID));
        return ConstructorFactory.of(FILES.lift(name).orElseThrow(), CALLEES);
    }

    private static Made made(Constructor<?> constructor) {
        ConstructorFactory.Result result = factory(constructor);
        assertThat(result).isInstanceOf(Made.class);
        Verifier.verify(((Made) result).function());
        return (Made) result;
    }

    static Stream<Class<?>> cases() {
        return Stream.of(ConstructorCases.class.getDeclaredClasses())
                .filter(type -> Stream.of(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("samples")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReplayGivesWhatTheFieldsHold(Class<?> type) throws Throwable {
        Method samples = type.getDeclaredMethod("samples");
        samples.setAccessible(true);
        for (Object[] arguments : (Object[][]) samples.invoke(null)) {
            Constructor<?> constructor = Stream.of(type.getDeclaredConstructors())
                    .filter(each -> accepts(each, arguments))
                    .findFirst()
                    .orElseThrow();
            Made made = made(constructor);
            InitializedFields.check(made.function(), arguments);
        }
    }

    private static boolean accepts(Constructor<?> constructor, Object[] arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = types[i].isPrimitive() || types[i].isInstance(arguments[i]);
        }
        return fits;
    }

    @Test
    void thereAreCasesEnough() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(refusals()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void capturesOfAnonymousAndLocalClasses() throws Throwable {
        Class<?> anonymous = ConstructorCases.anonymous(1, new double[2]).getClass();
        Made made = made(anonymous.getDeclaredConstructors()[0]);
        assertThat(made.repeated()).isEmpty();
        InitializedFields.check(made.function(), 3.0, new double[] {4, 5});
        Class<?> local = ConstructorCases.local(1).getClass();
        InitializedFields.check(made(local.getDeclaredConstructors()[0]).function(), 3.0, 4.0);
    }

    @Test
    void callsThatRunTwiceAreReported() throws Exception {
        Map<Class<?>, List<String>> expected = Map.of(
                ConstructorCases.Nested.class,
                List.of("<init>[true, false, false, false]", "<init>[true, false, false]", "<init>[true, true]"),
                ConstructorCases.Matrix.class,
                List.of("check[false]"),
                ConstructorCases.Changed.class,
                List.of("<init>[true]"));
        for (Class<?> type : cases().toList()) {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                assertThat(made(constructor).repeated().stream()
                                .map(call ->
                                        ((Op.Invoke) call.call().op()).method().name() + call.madeHere()))
                        .as("%s", constructor)
                        .isEqualTo(expected.getOrDefault(type, List.of()));
            }
        }
    }

    static Stream<Class<?>> refusals() {
        return Stream.of(ConstructorRefusals.class.getDeclaredClasses())
                .filter(type -> Stream.of(type.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals("REASON")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotRunTwiceIsRefused(Class<?> type) throws Exception {
        var reason = type.getDeclaredField("REASON");
        reason.setAccessible(true);
        ConstructorFactory.Result result = factory(type.getDeclaredConstructors()[0]);
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).reason()).isEqualTo(reason.get(null));
        assertThat(((Refused) result).line()).isPositive();
    }

    @Test
    void theFactoryOfAPoint() {
        Constructor<?> constructor =
                ConstructorCases.Secondary.class.getDeclaredConstructors()[0].getParameterCount() == 1
                        ? ConstructorCases.Secondary.class.getDeclaredConstructors()[0]
                        : ConstructorCases.Secondary.class.getDeclaredConstructors()[1];
        String text = made(constructor).function().toString();
        String type = "org.atled.compiler.transform.ConstructorCases$Secondary";
        assertThat(text.replaceAll(" +; [0-9]+", "").replace(type, "S").replace(type.replace('.', '/'), "S"))
                .isEqualTo("""
                        function S.$new(D)LS; static
                        b0(%0: double):
                          %4: S = new S
                          invokespecial S.<init>(D)V %4, %0
                          %5: double = dmul %0, %0
                          initialized S.a: double %4, %0
                          initialized S.b: double %4, %5
                          return %4
                        """);
    }

    @Test
    void namesGoBothWays() {
        MethodReference constructor = new MethodReference("demo/P", "<init>", "(D[I)V");
        MethodReference factory = ConstructorFactory.name(constructor);
        assertThat(factory).isEqualTo(new MethodReference("demo/P", "$new", "(D[I)Ldemo/P;"));
        assertThat(ConstructorFactory.constructor(factory)).isEqualTo(constructor);
    }

    @Test
    void onlyConstructorsHaveFactories() {
        Function other = PassCheck.parse("f()V", "b0:\n  return\n");
        assertThatThrownBy(() -> ConstructorFactory.of(other, CALLEES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demo.Test.f()V is no constructor");
    }
}
