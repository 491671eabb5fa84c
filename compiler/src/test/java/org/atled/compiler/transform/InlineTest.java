package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Parser;
import org.atled.compiler.ir.Type;
import org.junit.jupiter.api.Test;

class InlineTest {
    private static final Inline.Limits LIMITS = new Inline.Limits(50, 500);
    private static final MethodReference CALLEE = new MethodReference("demo/Random", "callee", "(IIII)I");

    /** Checks what becomes of the first function of a text when the others are inlined. */
    private static void rewrites(String functions, String after) {
        List<Function> all = Parser.parseAll(functions);
        PassCheck.rewrites("f(II)I", function -> Inline.apply(all.get(0), find(all), LIMITS), after, after);
    }

    private static Inline.Callees find(List<Function> functions) {
        Map<MethodReference, Function> byName = new HashMap<>();
        functions.forEach(function -> byName.put(function.name(), function));
        return (call, receiver) -> Optional.ofNullable(byName.get(call.method()));
    }

    @Test
    void callsOfCallsBecomeOneBlock() {
        rewrites("""
                function demo.Test.f(II)I static
                b0(%0: int, %1: int):
                  %2: int = invokestatic demo.Test.g(I)I %0 ; 1
                  %3: int = invokestatic demo.Other.h(II)I %2, %1 ; 2
                  return %3                      ; 3

                function demo.Test.g(I)I static
                b0(%0: int):
                  %1: int = invokestatic demo.Other.h(II)I %0, %0 ; 11
                  return %1                      ; 12

                function demo.Other.h(II)I static
                b0(%0: int, %1: int):
                  %2: int = imul %0, %1          ; 21
                  return %2                      ; 22
                """, """
                b0(%0: int, %1: int):
                  %5: int = imul %0, %0          ; 11
                  %8: int = imul %5, %1          ; 2
                  return %8                      ; 3
                """);
    }

    @Test
    void theHandlersOfTheCallCatchWhatTheBodyThrows() {
        rewrites("""
                function demo.Test.f(II)I static
                b0(%0: int, %1: int):
                  jump b1
                b1:
                  handler java.lang.ArithmeticException b2(%0)
                  %2: int = invokestatic demo.Test.g(I)I %1 ; 1
                  return %2
                b2(%3: java.lang.ArithmeticException, %4: int):
                  return %4

                function demo.Test.g(I)I static
                b0(%0: int):
                  ifeq %0 b1 else b2             ; 11
                b1:
                  %1: int = idiv %0, %0          ; 12
                  return %1                      ; 12
                b2:
                  return %0                      ; 13
                """, """
                b0(%0: int, %1: int):
                  ifeq %1 b5 else b6             ; 11
                b2(%3: java.lang.ArithmeticException):
                  return %0
                b3(%2: int):
                  handler java.lang.ArithmeticException b2
                  return %2
                b5:
                  handler java.lang.ArithmeticException b2
                  %6: int = idiv %1, %1          ; 12
                  jump b3(%6)                    ; 12
                b6:
                  handler java.lang.ArithmeticException b2
                  jump b3(%1)                    ; 13
                """);
    }

    @Test
    void recursionStays() {
        String recursive = """
                function demo.Test.f(II)I static
                b0(%0: int, %1: int):
                  %2: int = invokestatic demo.Test.g(II)I %1, %0
                  return %2

                function demo.Test.g(II)I static
                b0(%0: int, %1: int):
                  %2: int = invokestatic demo.Test.f(II)I %0, %1
                  return %2
                """;
        rewrites(recursive, """
                b0(%0: int, %1: int):
                  %5: int = invokestatic demo.Test.f(II)I %1, %0
                  return %5
                """);
    }

    @Test
    void whatIsTooLargeStaysACall() {
        Function function = PassCheck.parse("f(I)I", """
                b0(%0: int):
                  %1: int = invokestatic demo.Test.g(I)I %0
                  return %1
                """);
        Function callee = Parser.parse("""
                function demo.Test.g(I)I static
                b0(%0: int):
                  %1: int = iadd %0, %0
                  return %1
                """);
        Inline.Callees callees = (call, receiver) -> Optional.of(callee);
        assertThat(Inline.apply(function, callees, new Inline.Limits(1, 100))).isEqualTo(function);
        assertThat(Inline.apply(function, callees, new Inline.Limits(2, 3))).isEqualTo(function);
        assertThat(Inline.apply(function, callees, new Inline.Limits(2, 4))).isNotEqualTo(function);
        assertThatThrownBy(() -> new Inline.Limits(-1, 3)).hasMessageContaining("must not be negative");
    }

    /** What becomes of a call of a method of an object, with this code around it. */
    private static String inlined(String code, String body) {
        Function function = Parser.parse(code);
        Function callee = Parser.parse(body);
        Inline.Callees callees = (call, receiver) ->
                receiver == null || receiver.equals(Type.object("demo/Test")) ? Optional.of(callee) : Optional.empty();
        return Inline.apply(function, callees, LIMITS).toString();
    }

    private static final String LOOKS_INTO_ITS_OBJECT = """
            function demo.Test.g(D)V
            b0(%0: demo.Test, %1: double):
              %2: double = dmul %1, %1
              putfield demo.Test.x: double %0, %2
              return
            """;

    private static final String ASKS_SOMEBODY_FIRST = """
            function demo.Test.g()D
            b0(%0: demo.Test):
              %1: double = invokestatic demo.Other.h()D
              return %1
            """;

    @Test
    void aBodyThatLooksIntoItsObjectFailsWithoutOneAsTheCallDoes() {
        assertThat(inlined("""
                function demo.Test.f(Ldemo/Test;D)V static
                b0(%0: demo.Test, %1: double):
                  invokevirtual demo.Test.g(D)V %0, %1
                  return
                """, LOOKS_INTO_ITS_OBJECT))
                .contains("dmul %1, %1", "putfield demo.Test.x: double %0,")
                .doesNotContain("requireNonNull", "invoke");
    }

    @Test
    void anObjectThatMayBeMissingIsAskedForBeforeItsBodyDoesAnything() {
        assertThat(inlined("""
                function demo.Test.f(Ldemo/Test;)D static
                b0(%0: demo.Test):
                  %1: double = invokevirtual demo.Test.g()D %0
                  return %1
                """, ASKS_SOMEBODY_FIRST))
                .containsSubsequence("Objects.requireNonNull", "demo.Other.h()D")
                .doesNotContain("invokevirtual");
    }

    @Test
    void thisAndObjectsThatWereUsedOrMadeAreThere() {
        assertThat(inlined("""
                function demo.Test.f(Ldemo/Test;)D
                b0(%0: demo.Test, %1: demo.Test):
                  %2: double = invokevirtual demo.Test.g()D %0
                  %3: double = getfield demo.Test.x: double %1
                  %4: double = invokevirtual demo.Test.g()D %1
                  %5: demo.Test = create demo.Test.<init>()V
                  %6: double = invokevirtual demo.Test.g()D %5
                  return %6
                """, ASKS_SOMEBODY_FIRST)).doesNotContain("requireNonNull", "invokevirtual");
    }

    @Test
    void whatIsKnownToBeOfAClassTakesItsType() {
        assertThat(inlined("""
                function demo.Test.f(Ljava/lang/Object;I)D static
                b0(%0: java.lang.Object, %1: int):
                  %2: demo.Test = exactcast demo.Test %0
                  %3: demo.Test = create demo.Test.<init>()V
                  ifeq %1 b1(%2) else b1(%3)
                b1(%4: demo.Face):
                  %5: double = invokeinterface demo.Face.g()D %4
                  return %5
                """, ASKS_SOMEBODY_FIRST))
                .contains("exactcast demo.Test %4")
                .doesNotContain("requireNonNull", "invokeinterface");
    }

    @Test
    void callsThatLeadToThemselvesByOtherNamesStay() {
        Function self = Parser.parse("""
                function demo.Base.f()D
                b0(%0: demo.Base):
                  %1: double = invokevirtual demo.Derived.f()D %0
                  return %1
                """);
        assertThat(Inline.apply(self, (call, receiver) -> Optional.of(self), LIMITS))
                .isEqualTo(self);
    }

    @Test
    void randomFunctionsKeepTheirBehaviour() {
        int inlined = 0;
        for (int seed = 0; seed < 500; seed++) {
            Function caller = SimplifyParameters.apply(calling(RandomFunction.of(seed, 4 + seed % 7)));
            Function body = SimplifyParameters.apply(RandomFunction.of(seed + 10_000, 3 + seed % 5));
            Function callee = new Function(CALLEE, true, body.blocks());
            Function result = Inline.apply(caller, find(List.of(callee)), LIMITS);
            inlined += result.equals(caller) ? 0 : 1;
            PassCheck.behavesLike(caller, result, Map.of(CALLEE, callee));
            PassCheck.behavesLike(caller, SimplifyParameters.apply(result), Map.of(CALLEE, callee));
        }
        assertThat(inlined).isGreaterThan(100);
    }

    /** Makes every multiplication a call. */
    private static Function calling(Function function) {
        List<Block> blocks = function.blocks().stream()
                .map(block -> new Block(
                        block.id(),
                        block.parameters(),
                        block.instructions().stream().map(InlineTest::calling).toList(),
                        block.terminator(),
                        block.handlers()))
                .toList();
        return new Function(function.name(), true, blocks);
    }

    private static Instruction calling(Instruction instruction) {
        if (!instruction.op().equals(new Op.Arithmetic(Operator.IMUL))) {
            return instruction;
        }
        Op call = new Op.Invoke(Op.InvokeKind.STATIC, CALLEE, false);
        var a = instruction.operand(0);
        var b = instruction.operand(1);
        return new Instruction(instruction.result(), call, List.of(a, b, b, a), instruction.line());
    }
}
