package org.atled.compiler.ir.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.InvalidFunctionException;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterpreterTest {
    /** Stands for the internal and the printed name of the fixture's class in texts. */
    private static final String PACKAGE = "org/atled/compiler/ir/interpreter/";

    @Test
    void loopOverAnArray() throws Throwable {
        String text = """
                function Fixture.sum([D)D static
                b0(%0: double[]):
                  %1: int = literal 0
                  %2: double = literal 0.0d
                  jump b1(%1, %2)
                b1(%3: int, %4: double):
                  %5: int = arraylength %0
                  if_icmpge %3, %5 b2 else b3
                b3:
                  %6: double = arrayload double %0, %3
                  %7: double = dadd %4, %6
                  %8: int = literal 1
                  %9: int = iadd %3, %8
                  jump b1(%9, %7)
                b2:
                  return %4
                """;
        assertThat(run(text, new double[] {1, 2, 3.5})).isEqualTo(6.5);
        assertThat(run(text, new double[0])).isEqualTo(0.0);
        assertThatThrownBy(() -> run(text, (Object) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void parametersOfABlockAreAssignedAtOnce() throws Throwable {
        String text = """
                function Fixture.fibonacci(I)I static
                b0(%0: int):
                  %1: int = literal 0
                  %2: int = literal 1
                  %3: int = literal -1
                  jump b1(%0, %1, %2)
                b1(%4: int, %5: int, %6: int):
                  ifle %4 b2 else b3
                b3:
                  %7: int = iadd %4, %3
                  %8: int = iadd %5, %6
                  jump b1(%7, %6, %8)
                b2:
                  return %5
                """;
        assertThat(run(text, 10)).isEqualTo(55);
    }

    @Test
    void smallTypesAreBoxedAsDeclared() throws Throwable {
        String identity = "function Fixture.f(T)T static\nb0(%0: int):\n  return %0\n";
        assertThat(run(identity.replace("T", "Z"), true)).isEqualTo(true);
        assertThat(run(identity.replace("T", "B"), (byte) -3)).isEqualTo((byte) -3);
        assertThat(run(identity.replace("T", "C"), '\uffff')).isEqualTo('\uffff');
        assertThat(run(identity.replace("T", "S"), (short) -3)).isEqualTo((short) -3);
        String narrowed = "function Fixture.f()T static\nb0:\n  %0: int = literal 65537\n  return %0\n";
        assertThat(run(narrowed.replace("T", "S"))).isEqualTo((short) 1);
        assertThat(run(narrowed.replace("T", "Z"))).isEqualTo(true);
    }

    @Test
    void arraysOfEveryType() throws Throwable {
        assertThat(roundTrip("boolean", "literal 3", "int")).isEqualTo(1);
        assertThat(roundTrip("byte", "literal 255", "int")).isEqualTo(-1);
        assertThat(roundTrip("char", "literal -1", "int")).isEqualTo(65535);
        assertThat(roundTrip("short", "literal 32768", "int")).isEqualTo(-32768);
        assertThat(roundTrip("int", "literal 70000", "int")).isEqualTo(70000);
        assertThat(roundTrip("long", "literal 5L", "long")).isEqualTo(5L);
        assertThat(roundTrip("float", "literal -0.0f", "float")).isEqualTo(-0.0f);
        assertThat(roundTrip("double", "literal NaNd", "double")).isEqualTo(Double.NaN);
        assertThat(roundTrip("java.lang.String", "literal \"x\"", "java.lang.String"))
                .isEqualTo("x");
        assertThatThrownBy(() -> roundTrip("java.lang.String", "literal class int", "java.lang.Object"))
                .isInstanceOf(ArrayStoreException.class);
    }

    private static Object roundTrip(String element, String literal, String type) throws Throwable {
        String result =
                Map.of("int", "I", "long", "J", "float", "F", "double", "D").getOrDefault(type, "Ljava/lang/Object;");
        return run("""
                function Fixture.f()RESULT static
                b0:
                  %0: int = literal 2
                  %1: int = literal 1
                  %2: ELEMENT[] = newarray ELEMENT[] %0
                  %3: TYPE = LITERAL
                  arraystore ELEMENT %2, %1, %3
                  %4: TYPE = arrayload ELEMENT %2, %1
                  return %4
                """.replace("RESULT", result)
                .replace("ELEMENT", element)
                .replace("TYPE", type)
                .replace("LITERAL", literal));
    }

    @Test
    void arraysOfArrays() throws Throwable {
        String text = """
                function Fixture.f(II)Ljava/lang/Object; static
                b0(%0: int, %1: int):
                  %2: double[][][] = newarray double[][][] %0, %1
                  return %2
                """;
        assertThat((double[][][]) run(text, 2, 3)).isDeepEqualTo(new double[2][3][]);
        assertThatThrownBy(() -> run(text, 2, -3))
                .isInstanceOf(NegativeArraySizeException.class)
                .hasMessage("-3");
    }

    @Test
    void objectsAreConstructedByTheirConstructor() throws Throwable {
        String text = """
                function Fixture.f(D)D static
                b0(%0: double):
                  %1: Fixture = new Fixture
                  jump b1(%1)
                b1(%2: Fixture):
                  invokespecial Fixture.<init>(D)V %2, %0
                  %3: double = literal 3.0d
                  %4: int = literal 1
                  %5: double = invokespecial Fixture.scaled(DZ)D %1, %3, %4
                  if_acmpeq %1, %2 b2 else b3
                b2:
                  return %5
                b3:
                  return %0
                """;
        assertThat(run(text, 2.0)).isEqualTo(-6.0);
    }

    @Test
    void privateMembers() throws Throwable {
        String text = """
                function Fixture.f(LFixture;)I static
                b0(%0: Fixture):
                  %1: int = literal 1
                  putfield Fixture.flag: boolean %0, %1
                  %2: int = getfield Fixture.flag: boolean %0
                  %3: int = getfield Fixture.letter: char %0
                  %4: int = invokestatic Fixture.isLetter(C)Z %3
                  %5: double = getstatic Fixture.total: double
                  %6: double = dadd %5, %5
                  putstatic Fixture.total: double %6
                  putfield Fixture.small: short %0, %3
                  %7: int = getfield Fixture.small: short %0
                  %8: int = iadd %2, %4
                  %9: int = iadd %7, %8
                  %10: int = d2i %6
                  %11: int = iadd %9, %10
                  return %11
                """;
        assertThat(run(text, new Fixture(1))).isEqualTo('a' + 1 + 1 + 3);
        assertThatThrownBy(() -> run(text, (Object) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void privateMembersOfTheOwnerForDerivativeCodeThatIsNoClassYet() throws Throwable {
        String text = """
                function NoSuchDerivatives.f(D)D static
                b0(%0: double):
                  %1: double = invokestatic Fixture.twice(D)D %0
                  return %1
                """;
        assertThat(run(text, 2.0)).isEqualTo(4.0);
    }

    @Test
    void missingMembersFailAsOnTheJvm() {
        String call = "function Fixture.f()V static\nb0:\n  CALL\n  return\n";
        assertThatThrownBy(() -> run(call.replace("CALL", "invokestatic Fixture.none()V")))
                .isInstanceOf(NoSuchMethodError.class);
        assertThatThrownBy(() -> run(call.replace("CALL", "%0: int = getstatic Fixture.none: int")))
                .isInstanceOf(NoSuchFieldError.class);
        assertThatThrownBy(() -> run(call.replace("CALL", "invokestatic a.None.f()V")))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("a/None");
        assertThatThrownBy(() -> run(call.replace("CALL", "%0: int[] = getfield java.lang.String.value: byte[] %1")
                        .replace("b0:", "b0:\n  %1: java.lang.String = literal \"x\"")))
                .isInstanceOf(IllegalAccessError.class);
    }

    @Test
    void virtualCallsAreDispatched() throws Throwable {
        String text = """
                function Fixture.f(LFixture;)Ljava/lang/String; static
                b0(%0: Fixture):
                  %1: java.lang.String = invokevirtual Fixture.name()Ljava/lang/String; %0
                  return %1
                """;
        String named = """
                function Fixture$Square.name()Ljava/lang/String;
                b0(%0: Fixture$Square):
                  %1: java.lang.String = literal "interpreted square"
                  return %1
                """;
        String base = """
                function Fixture.name()Ljava/lang/String;
                b0(%0: Fixture):
                  %1: java.lang.String = literal "interpreted fixture"
                  return %1
                """;
        Object square = square(3);
        assertThat(run(text, square)).isEqualTo("square");
        assertThat(run(text + named, square)).isEqualTo("interpreted square");
        assertThat(run(text + base, square)).isEqualTo("square");
        assertThat(run(text + named + base, new Fixture(1))).isEqualTo("interpreted fixture");
    }

    private static Object square(double size) throws Throwable {
        return run("""
                function Fixture.square(D)LFixture; static
                b0(%0: double):
                  %1: Fixture$Square = new Fixture$Square
                  invokespecial Fixture$Square.<init>(D)V %1, %0
                  return %1
                """, size);
    }

    @Test
    void defaultMethodsAreInterpretedUnlessOverridden() throws Throwable {
        String text = """
                function Fixture.f(LFixture$Shape;)D static
                b0(%0: Fixture$Shape):
                  %1: double = invokeinterface Fixture$Shape.area()D %0
                  return %1
                function Fixture$Shape.area()D
                b0(%0: Fixture$Shape):
                  %1: double = literal 7.0d
                  return %1
                """;
        assertThat(run(text, new Fixture.Point())).isEqualTo(7.0);
        assertThat(run(text, square(3))).isEqualTo(9.0);
    }

    @Test
    void recursionOfInterpretedFunctions() throws Throwable {
        String text = """
                function Fixture.power(DI)D static
                b0(%0: double, %1: int):
                  ifeq %1 b1 else b2
                b1:
                  %2: double = literal 1.0d
                  return %2
                b2:
                  %3: int = literal -1
                  %4: int = iadd %1, %3
                  %5: double = invokestatic Fixture.power(DI)D %0, %4
                  %6: double = dmul %0, %5
                  return %6
                """;
        assertThat(run(text, 2.0, 10)).isEqualTo(1024.0);
    }

    @Test
    void exceptionsAreHandledOrLeaveAsThemselves() throws Throwable {
        String text = """
                function Fixture.f([DI)D static
                b0(%0: double[], %1: int):
                  %2: double = literal 1.0d
                  jump b1(%2)
                b1(%3: double):
                  handler java.lang.ArithmeticException b3(%3)
                  handler java.lang.IndexOutOfBoundsException b2(%3)
                  %4: double = arrayload double %0, %1
                  return %4
                b2(%5: java.lang.Throwable, %6: double):
                  return %6
                b3(%7: java.lang.Throwable, %8: double):
                  throw %7
                """;
        assertThat(run(text, new double[] {5}, 0)).isEqualTo(5.0);
        assertThat(run(text, new double[] {5}, 1)).isEqualTo(1.0);
        assertThatThrownBy(() -> run(text, null, 1)).isInstanceOf(NullPointerException.class);
        String failing = "function Fixture.f()V static\nb0:\n  %0: java.lang.String = literal \"why\"\n"
                + "  invokestatic Fixture.fail(Ljava/lang/String;)V %0\n  return\n";
        assertThatThrownBy(() -> run(failing))
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage("why");
        String throwsNull = "function Fixture.f()V static\nb0:\n  %0: null = literal null\n  throw %0\n";
        assertThatThrownBy(() -> run(throwsNull)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void switches() throws Throwable {
        String text = """
                function Fixture.f(I)I static
                b0(%0: int):
                  %1: int = literal 10
                  switch %0 case -1 b1(%1) case 2147483647 b1(%0) else b2
                b1(%2: int):
                  return %2
                b2:
                  return %0
                """;
        assertThat(run(text, -1)).isEqualTo(10);
        assertThat(run(text, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(run(text, 3)).isEqualTo(3);
    }

    @Test
    void castsAndTypeTests() throws Throwable {
        String text = """
                function Fixture.f(Ljava/lang/Object;)I static
                b0(%0: java.lang.Object):
                  %1: int = instanceof double[] %0
                  %2: double[] = checkcast double[] %0
                  return %1
                """;
        assertThat(run(text, new double[1])).isEqualTo(1);
        assertThat(run(text, (Object) null)).isEqualTo(0);
        assertThatThrownBy(() -> run(text, "text")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void constants() throws Throwable {
        assertThat(constant("java.lang.Class", "class boolean[][]")).isEqualTo(boolean[][].class);
        assertThat(constant("java.lang.Class", "class void")).isEqualTo(void.class);
        assertThat(constant("java.lang.String", "\"a\"")).isSameAs("a");
        assertThat(constant("java.lang.invoke.MethodType", "methodtype (D)[I").toString())
                .isEqualTo("(double)int[]");
        MethodHandle twice = (MethodHandle) constant("java.lang.Object", "handle invokestatic Fixture.twice(D)D");
        assertThat((double) twice.invokeExact(4.0)).isEqualTo(8.0);
        MethodHandle size = (MethodHandle) constant("java.lang.Object", "handle getfield Fixture.size: double");
        assertThat((double) size.invoke(new Fixture(3))).isEqualTo(3.0);
        MethodHandle make = (MethodHandle) constant("java.lang.Object", "handle newinvokespecial Fixture.<init>(D)V");
        assertThat(((Fixture) make.invoke(3.0)).size).isEqualTo(3.0);
        MethodHandle name =
                (MethodHandle) constant("java.lang.Object", "handle invokevirtual Fixture.name()Ljava/lang/String;");
        assertThat(name.invoke(square(1))).isEqualTo("square");
        assertThat(constant(
                        "java.lang.Object",
                        "dynamic SECONDS: java.util.concurrent.TimeUnit by handle invokestatic"
                                + " java.lang.invoke.ConstantBootstraps.enumConstant(Ljava/lang/invoke/MethodHandles$Lookup;"
                                + "Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Enum;()"))
                .isEqualTo(java.util.concurrent.TimeUnit.SECONDS);
    }

    private static Object constant(String type, String constant) throws Throwable {
        return run("function Fixture.f()Ljava/lang/Object; static\nb0:\n  %0: " + type + " = literal " + constant
                + "\n  return %0\n");
    }

    @Test
    void stringConcatenation() throws Throwable {
        String text = """
                function Fixture.f(ZCD)Ljava/lang/String; static
                b0(%0: int, %1: int, %2: double):
                  %3: java.lang.String = invokedynamic makeConcatWithConstants(ZCD)Ljava/lang/String; by handle invokestatic \
                java.lang.invoke.StringConcatFactory.makeConcatWithConstants(Ljava/lang/invoke/MethodHandles$Lookup;\
                Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)\
                Ljava/lang/invoke/CallSite;("<\\u0001,\\u0001,\\u0001>") %0, %1, %2
                  return %3
                """;
        assertThat(run(text, true, 'x', 1.5)).isEqualTo("<true,x,1.5>");
    }

    private static final String LAMBDA = """
            function Fixture.f(LFixture;D)D static
            b0(%0: Fixture, %1: double):
              %2: java.util.function.DoubleUnaryOperator = invokedynamic applyAsDouble(LFixture;)\
            Ljava/util/function/DoubleUnaryOperator; by handle invokestatic \
            java.lang.invoke.LambdaMetafactory.metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;\
            Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;\
            Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;\
            (methodtype (D)D, handle invokestatic Fixture.addTo(LFixture;D)D, methodtype (D)D) %0
              %3: double = invokestatic Fixture.apply(Ljava/util/function/DoubleUnaryOperator;D)D %2, %1
              return %3
            """;

    @Test
    void lambdas() throws Throwable {
        assertThat(run(LAMBDA, new Fixture(3), 4.0)).isEqualTo(7.0);
    }

    @Test
    void lambdasOfClassesThatAnotherLoaderDefines() throws Throwable {
        ClassLoader other = new CopyingLoader(Fixture.class);
        Class<?> fixture = other.loadClass(Fixture.class.getName());
        var constructor = fixture.getDeclaredConstructor(double.class);
        constructor.setAccessible(true);
        for (int again = 0; again < 2; again++) {
            Interpreter interpreter = new Interpreter(other);
            Object result = interpreter.call(parse(LAMBDA).get(0), constructor.newInstance(3.0), 4.0);
            assertThat(result).isEqualTo(7.0);
        }
    }

    @Test
    void varargsMethodsTakeTheirArray() throws Throwable {
        String text = """
                function Fixture.f([I)I static
                b0(%0: int[]):
                  %1: int = invokestatic Fixture.sum([I)I %0
                  return %1
                """;
        assertThat(run(text, new int[] {1, 2, 3})).isEqualTo(6);
    }

    @Test
    void cloneOfAnArray() throws Throwable {
        String text = """
                function Fixture.f([D)Ljava/lang/Object; static
                b0(%0: double[]):
                  %1: java.lang.Object = invokevirtual double[].clone()Ljava/lang/Object; %0
                  return %1
                """;
        double[] array = {1, 2};
        assertThat(run(text, array)).isEqualTo(array).isNotSameAs(array);
    }

    @Test
    void cloneOfAnArrayOfAClassThatIsNotPublic() throws Throwable {
        String text = """
                function Fixture.f([LFixture;)Ljava/lang/Object; static
                b0(%0: Fixture[]):
                  %1: java.lang.Object = invokevirtual Fixture[].clone()Ljava/lang/Object; %0
                  return %1
                """;
        Fixture[] array = {null};
        assertThat(run(text, (Object) array)).isEqualTo(array).isNotSameAs(array);
    }

    @Test
    void newInitializesTheClass() throws Throwable {
        String text =
                "function Fixture.f()V static\nb0:\n  %0: Fixture$WithInitializer = new Fixture$WithInitializer\n  return\n";
        int before = Fixture.initialized;
        run(text);
        run(text);
        assertThat(Fixture.initialized).isEqualTo(before + 1);
    }

    @Test
    void monitorsAreLocked() throws Throwable {
        String text = """
                function Fixture.f(Ljava/lang/Object;I)I static
                b0(%0: java.lang.Object, %1: int):
                  monitorenter %0
                  jump b1
                b1:
                  handler * b2
                  %2: int = invokestatic Fixture.holdsLock(Ljava/lang/Object;)Z %0
                  %3: int = idiv %2, %1
                  monitorexit %0
                  %4: int = invokestatic Fixture.holdsLock(Ljava/lang/Object;)Z %0
                  %5: int = literal 10
                  %6: int = imul %4, %5
                  %7: int = iadd %6, %3
                  return %7
                b2(%8: java.lang.Throwable):
                  monitorexit %0
                  throw %8
                """;
        Object lock = new Object();
        assertThat(run(text, lock, 1)).isEqualTo(1);
        assertThatThrownBy(() -> run(text, lock, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(Thread.holdsLock(lock)).isFalse();
        assertThatThrownBy(() -> run(text, null, 1)).isInstanceOf(NullPointerException.class);
        String unbalanced =
                "function Fixture.f()V static\nb0:\n  %0: java.lang.String = literal \"\"\n  MONITOR %0\n  return\n";
        assertThatThrownBy(() -> run(unbalanced.replace("MONITOR", "monitorenter")))
                .isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(() -> run(unbalanced.replace("MONITOR", "monitorexit")))
                .isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    @Timeout(20)
    void stepLimitEndsWhatDoesNotEnd() {
        String text = """
                function Fixture.f()V static
                b0:
                  jump b1
                b1:
                  handler * b2
                  jump b1
                b2(%0: java.lang.Throwable):
                  jump b1
                """;
        Interpreter interpreter = new Interpreter(getClass().getClassLoader(), method -> null, 1000);
        assertThatThrownBy(() -> interpreter.call(parse(text).get(0)))
                .isInstanceOf(StepLimitExceededException.class)
                .hasMessageStartingWith(
                        "More than 1000 steps, the last in org.atled.compiler.ir.interpreter.Fixture.f()V");
    }

    @Test
    void argumentsMustFit() {
        String text = "function Fixture.f(ID)V static\nb0(%0: int, %1: double):\n  return\n";
        assertThatThrownBy(() -> run(text, 1)).hasMessageEndingWith("takes 2 arguments, not 1");
        assertThatThrownBy(() -> run(text, 1, 2))
                .hasMessageMatching("Argument 1 .* must be a Double, not a java.lang.Integer");
        assertThatThrownBy(() -> run(text, null, 2.0)).hasMessageMatching("Argument 0 .* must be a Integer, not null");
        String constructor = "function Fixture.<init>()V\nb0(%0: Fixture):\n  return\n";
        assertThatThrownBy(() -> run(constructor, new Fixture(1))).hasMessageContaining("is a constructor");
        assertThatThrownBy(() -> new Interpreter(getClass().getClassLoader(), method -> null, 0))
                .hasMessage("stepLimit is 0; it must be positive");
    }

    @Test
    void onlyValidFunctionsRun() {
        String invalid = "function Fixture.g()I static\nb0:\n  return\n";
        String text = "function Fixture.f()I static\nb0:\n  jump b1\nb1:\n  handler * b2\n"
                + "  %0: int = invokestatic Fixture.g()I\n  return %0\nb2(%1: java.lang.Throwable):\n  throw %1\n";
        assertThatThrownBy(() -> run(text + invalid)).isInstanceOf(InvalidFunctionException.class);
    }

    /** Runs the first function of a text, which may call the others. */
    private static Object run(String text, Object... arguments) throws Throwable {
        List<Function> functions = parse(text);
        Map<MethodReference, Function> program = new HashMap<>();
        functions.forEach(function -> program.put(function.name(), function));
        return new Interpreter(InterpreterTest.class.getClassLoader(), program::get, 1_000_000)
                .call(functions.get(0), arguments);
    }

    private static List<Function> parse(String text) {
        return Parser.parseAll(text.replace("LFixture", "L" + PACKAGE + "Fixture")
                .replaceAll("(?<![/\\w])Fixture", PACKAGE.replace('/', '.') + "Fixture"));
    }
}
