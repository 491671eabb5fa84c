package org.atled.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Printer} and {@link Parser} undo each other. */
class PrintedFormTest {
    private static final String LOSS = """
            function demo.Decay.loss([D)D static
            b0(%0: double[]):
              %1: int = arraylength %0                      ; 12
              %2: double = literal 0.0d
              jump b1(%2, %1)                               ; 13
            b1(%3: double, %4: int):
              handler java.lang.RuntimeException b3(%0)
              handler * b3(%0)
              ifle %4 b2 else b4                            ; 13
            b4:
              %5: int = literal -1
              %6: int = iadd %4, %5
              %7: double = arrayload double %0, %6          ; 14
              %8: double = accumulate double %3, %7
              jump b1(%8, %6)
            b2:
              return %3
            b3(%9: java.lang.Throwable, %10: double[]):
              throw %9
            """;

    private static final String EVERYTHING = """
            function demo.All.<init>(ILdemo/All;[[J)V
            b7(%0: demo.All, %1: int, %2: demo.All, %3: long[][]):
              %4: null = literal null
              %5: java.lang.Class = literal class boolean[][]
              %6: java.lang.Class = literal class void
              %7: java.lang.invoke.MethodType = literal methodtype (DLdemo/All;)[I
              %8: java.lang.invoke.MethodHandle = literal handle getstatic demo.All.X: double[]
              %9: java.lang.invoke.MethodHandle = literal handle invokestatic interface demo.I.f(D)D
              %10: java.lang.String = literal dynamic k: java.lang.String by handle invokestatic demo.All.k()V(1, "x")
              %11: long = literal -9223372036854775808L
              %12: float = literal -0.0f
              %13: float = literal NaN(7fc00001)f
              %14: double = literal NaNd
              %15: double = literal -Infinityd
              %16: double = literal 4.9E-324d
              %17: java.lang.String = literal "a;\\u0022\\u005c\\u000aé %3"
              arraystore long %3, %1, %11
              %18: int[][] = newarray int[][] %1, %1
              %19: demo.All = new demo.All
              invokespecial demo.All.<init>()V %19
              %20: double[] = getfield demo.All.x: double[] %0
              %21: double[] = getstatic demo.All.X: double[]
              putfield demo.All.x: double[] %0, %21
              putstatic demo.All.b: boolean %1
              initialized demo.All.x: double[] %0, %21
              %22: java.lang.Object = invokevirtual double[].clone()Ljava/lang/Object; %20
              %23: int = invokeinterface java.util.List.size()I %22
              invokestatic interface demo.I.run()V
              %24: java.lang.String = invokedynamic concat(I)Ljava/lang/String; by handle invokestatic demo.B.b()V() %1
              %25: demo.All = checkcast demo.All %22
              %28: demo.All = exactcast demo.All %22
              %29: demo.All = create demo.All.<init>(I)V %1
              %26: int = instanceof double[] %22
              monitorenter %22
              monitorexit %22
              switch %1 case -5 b8 case 2147483647 b9(%1) else b8 ; 70000
            b8:
              return
            b9(%27: int):
              if_acmpeq %0, %22 b8 else b10
            b10:
              ifnonnull %0 b8 else b9(%1)
            """;

    @ParameterizedTest
    @ValueSource(strings = {LOSS, EVERYTHING})
    void printingUndoesParsing(String text) {
        Function function = Parser.parse(text);
        assertThat(withoutPadding(function.toString())).isEqualTo(withoutPadding(text));
        assertThat(Parser.parse(function.toString())).isEqualTo(function);
    }

    @Test
    void everyFormIsParsed() {
        Function function = Parser.parse(EVERYTHING);
        Set<String> parsed = new TreeSet<>(Set.of("Arithmetic", "Accumulate", "ArrayLength", "ArrayLoad"));
        function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .forEach(instruction -> parsed.add(instruction.op().getClass().getSimpleName()));
        assertThat(parsed)
                .isEqualTo(Arrays.stream(Op.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyOperatorConditionAndKindIsParsed() {
        for (Operator operator : Operator.values()) {
            assertThat(OpParser.parse(operator.mnemonic(), new Cursor("", 1))).isEqualTo(new Op.Arithmetic(operator));
        }
        for (Terminator.Condition condition : Terminator.Condition.values()) {
            String text = "function A.f()V\nb0(%0: int):\n  " + Printer.mnemonic(condition) + " %0 b1 else b2\n";
            assertThat(withoutPadding(Parser.parse(text).toString())).isEqualTo(text);
        }
        for (int kind = 1; kind <= 9; kind++) {
            Constant.Handle handle = new Constant.Handle(kind, "a/B", "c", kind <= 4 ? "[J" : "([J)LD;", kind == 9);
            assertThat(ConstantParser.constant(new Cursor(Spelling.constant(handle), 1)))
                    .isEqualTo(handle);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int",
                "null",
                "a/int",
                "interface",
                "x y",
                "x(y)",
                "a\nb",
                "a;b",
                "\u2028",
                "Ünï/cödé",
                "\ud835\udc65",
                "Outer$1"
            })
    void namesThatOnlyClassFilesKnowSurvive(String name) {
        if (!name.contains(";")) {
            Value value = new Value(3, Type.object(name).array());
            MethodReference method = new MethodReference(name, name.replace('/', '_'), "(L" + name + ";)V");
            Instruction call =
                    new Instruction(null, new Op.Invoke(Op.InvokeKind.STATIC, method, false), List.of(value), 0);
            Block block = new Block(0, List.of(value), List.of(call), new Terminator.Return(null, 7));
            Function function = new Function(method, true, List.of(block));
            assertThat(Parser.parse(function.toString())).isEqualTo(function);
        }
        Constant text = new Constant.OfString(name);
        assertThat(ConstantParser.constant(new Cursor(Spelling.constant(text), 1)))
                .isEqualTo(text);
    }

    @Test
    void signalingNanKeepsItsBits() {
        Constant.OfDouble nan = new Constant.OfDouble(Double.longBitsToDouble(0xfff8_0000_0000_beefL));
        Constant.OfDouble read = (Constant.OfDouble) ConstantParser.constant(new Cursor(Spelling.constant(nan), 1));
        assertThat(Double.doubleToRawLongBits(read.value())).isEqualTo(0xfff8_0000_0000_beefL);
    }

    @Test
    void severalFunctionsInOneText() {
        String two = LOSS + "\n; a comment\n" + EVERYTHING;
        assertThat(Parser.parseAll(two)).containsExactly(Parser.parse(LOSS), Parser.parse(EVERYTHING));
        assertThatThrownBy(() -> Parser.parse(two)).hasMessage("Line 1: expected one function but found 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jump b1 extra            | expected the end of the line but found 'extra'",
                "jump                     | expected a block but found the end of the line",
                "jump bx                  | expected the number of a block but found 'x'",
                "ifzero %0 b1 else b2     | expected a condition but found 'ifzero'",
                "ifeq %0 b1 b2            | expected 'else' but found 'b2'",
                "switch %0 case x b1      | expected the key of a case but found 'x b1'",
                "return %5                | value %5 is defined nowhere",
                "%1: int = idd %0, %0     | expected an operation or a terminator but found 'idd'",
                "%1 = iadd %0, %0         | expected ':' but found '= iadd %0, %0'",
                "%1: int iadd %0, %0      | expected '=' but found 'iadd %0, %0'",
                "%1: int = literal 1.5    | expected a number with the suffix d, f or L, or an int, but found '1.5'",
                "%1: int = literal 2147483648 | expected a number with the suffix d, f or L, or an int, but found '2147483648'",
                "%1: int = literal x      | expected a constant but found 'x'",
                "%1: int = literal handle get A.x: int | expected one of [getfield, getstatic, putfield, putstatic, invokevirtual, invokestatic, invokespecial, newinvokespecial, invokeinterface] after 'handle'",
                "invokestatic f()V        | expected '.' and the name of a member but found '()V'",
                "invokestatic A.f(Q)V     | expected a method descriptor but found '(Q)V'",
                "%1: int = iadd %0,       | expected a value but found the end of the line",
            })
    void errorsNameTheLineAndWhatWasExpected(String line, String message) {
        String text = "function A.f(I)V static\nb0(%0: int):\n\n  " + line + "\n";
        assertThatThrownBy(() -> Parser.parse(text))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("Line 4: " + message)
                .extracting(error -> ((SyntaxException) error).line())
                .isEqualTo(4);
    }

    @Test
    void blockWithoutTerminator() {
        assertThatThrownBy(() -> Parser.parse("function A.f()V\nb0:\n  monitorenter %0\n"))
                .hasMessage("Line 2: block b0 has no terminator");
        assertThatThrownBy(() -> Parser.parse("hello\n")).hasMessage("Line 1: expected 'function' but found 'hello'");
        assertThatThrownBy(() -> Parser.parse("")).hasMessage("Line 1: expected one function but found 0");
    }

    private static String withoutPadding(String text) {
        return text.replaceAll(" +;", " ;");
    }
}
