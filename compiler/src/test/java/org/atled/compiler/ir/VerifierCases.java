package org.atled.compiler.ir;

import java.util.List;

/** Functions whose wrong lines say what is wrong with them; the last few are valid. */
final class VerifierCases {
    private VerifierCases() {}

    static final List<String> ALL =
            List.of("""
            function a.B.definedTwice(I)V static
            b0(%0: int):
              %1: int = literal 1
              %0: int = literal 2               ; error: %0 is defined already
              %1: int = literal 3               ; error: %1 is defined already
              return
            """, """
            function a.B.initializedWithAnotherType(La/P;I)V static
            b0(%0: a.P, %1: int):
              initialized a.P.x: double %0, %1  ; error: operand %1 is of type int, not double
              initialized a.P.q: a.P %0, %0
              initialized a.P.x: double %0      ; error: takes 2 operands, not 1
              return
            """, """
            function a.B.usedBeforeDefinition()V static
            b0:
              %1: int = ineg %2                 ; error: %2 is not defined on every path to here
              %2: int = ineg %2                 ; error: %2 is not defined on every path to here
              %3: int = ineg %2
              return
            """, """
            function a.B.definedOnOneArmOnly(I)I static
            b0(%0: int):
              ifeq %0 b1 else b2
            b1:
              %1: int = literal 1
              jump b3(%1)
            b2:
              jump b3(%1)                       ; error: %1 is not defined on every path to here
            b3(%2: int):
              %3: int = iadd %1, %2             ; error: %1 is not defined on every path to here
              return %3
            """, """
            function a.B.valueOfLoopBodyAfterLoop(I)I static
            b0(%0: int):
              jump b1(%0)
            b1(%1: int):
              ifle %1 b3 else b2
            b2:
              %2: int = literal -1
              %3: int = iadd %1, %2
              jump b1(%3)
            b3:
              return %3                         ; error: %3 is not defined on every path to here
            """, """
            function a.B.handlerUsesResultsOfItsBlock([D)D static
            b0(%0: double[]):
              jump b1(%0)
            b1(%1: double[]):
              handler * b2(%1)
              handler a.E b3(%2)                ; error: %2 is not defined on every path to here
              %2: int = literal 0
              %3: double = arrayload double %1, %2
              return %3
            b2(%4: java.lang.Throwable, %5: double[]):
              %6: int = ineg %2                 ; error: %2 is not defined on every path to here
              throw %4
            b3(%7: a.E, %8: int):
              throw %7
            """, """
            function a.B.handlerTargets()V static
            b0:
              jump b1
            b1:
              handler * b2                      ; error: block b2 does not begin with a parameter for the exception
              handler * b3                      ; error: block b3 does not begin with a parameter for the exception
              handler * b4                      ; error: takes 1 argument, not 0
              handler int b5                    ; error: catches int, which is no class
              handler * b1                      ; error: block b1 does not begin with a parameter for the exception
              return
            b2:
              return
            b3(%0: int):
              return
            b4(%1: a.E, %2: int):
              return
            b5(%3: a.E):
              return
            """, """
            function a.B.targets(IJ)V static
            b0(%0: int, %1: long):
              switch %0 case 1 b1 case 2 b1(%0) else b1(%0, %1) ; error: takes 1 argument, not 0 ; error: takes 1 argument, not 2
            b1(%2: int):
              return
            """, """
            function a.B.argumentOfAnotherType(IJ)V static
            b0(%0: int, %1: long):
              if_icmplt %0, %0 b1(%0) else b1(%1) ; error: argument %1 is of type long, not int
            b1(%2: int):
              jump b9                           ; error: there is no block b9
            """, """
            function a.B.edgeToEntry(I)V static
            b0(%0: int):
              ifeq %0 b0(%0) else b1            ; error: leads to the entry block
            b1:
              return
            """, """
            function a.B.unreachable()V static
            b0:
              return
            b1:                                 ; error: block b1 is not reachable
              jump b2
            b2:                                 ; error: block b2 is not reachable
              jump b1
            """, """
            function a.B.blockTwice()V static
            b0:
              jump b1
            b1:
              return
            b1:                                 ; error: block b1 exists already
              return
            """, """
            function a.B.parametersOfAnotherMethod(ZD)V
            b0(%0: a.B, %1: double, %2: double): ; error: parameter %1 is of type double, not int
              return
            """, """
            function a.B.receiverMissing(ZD)V
            b0(%0: int, %1: double):            ; error: takes 3 parameters, not 2
              return
            """, """
            function a.B.typesNoValueHas()V static
            b0:
              %0: int = literal 0
              jump b1(%0)                       ; error: argument %0 is of type int, not boolean
            b1(%1: boolean):                    ; error: %1 is of type boolean, which no value has
              return
            """, """
            function a.B.operands(IJFD[D)V static
            b0(%0: int, %1: long, %2: float, %3: double, %4: double[]):
              %5: double = dadd %3, %2          ; error: operand %2 is of type float, not double
              %6: double = dadd %3              ; error: takes 2 operands, not 1
              %7: double = iadd %0, %0          ; error: gives a result of type int, but defines %7 of type double
              dadd %3, %3                       ; error: gives a result of type double, but defines no value
              %8: long = lshl %1, %0
              %9: long = lshl %1, %1            ; error: operand %1 is of type long, not int
              %10: int = accumulate int %0, %0  ; error: accumulates int, which carries no derivative
              %11: int = arraylength %0         ; error: operand %0 is of type int, not a reference
              %12: double = arrayload double %4, %0
              %13: int = arrayload int %4, %0   ; error: accesses int elements of double[]
              arraystore float %4, %0, %2       ; error: accesses float elements of double[]
              %14: int = arraystore double %4, %0, %3 ; error: gives no result, but defines %14
              %15: int[][] = newarray int[][] %0, %0
              %16: int[][] = newarray int[][] %0, %0, %0 ; error: takes 2 operands, not 3
              %17: int[][] = newarray int[][]   ; error: takes 1 operand, not 0
              %18: a.B = newarray a.B %0        ; error: allocates an array of type a.B, which is no array
              %19: int[] = new int[]            ; error: allocates an object of type int[], which is no class
              %20: a.B = checkcast a.B %3       ; error: operand %3 is of type double, not a reference
              %21: int = instanceof double[] %4
              monitorenter %0                   ; error: operand %0 is of type int, not a reference
              return
            """, """
            function a.B.members(ID[D)V static
            b0(%0: int, %1: double, %2: double[]):
              %3: int = getfield a.B.small: byte %2
              %4: int = getfield a.B.small: byte ; error: takes 1 operand, not 0
              %5: double = getstatic a.B.big: double
              putstatic a.B.big: double %0      ; error: operand %0 is of type int, not double
              putfield a.B.big: double %2, %1
              %6: int = invokestatic a.B.f(ZD)Z %0, %1
              %7: int = invokestatic a.B.f(ZD)Z %1, %0 ; error: operand %1 is of type double, not int ; error: operand %0 is of type int, not double
              invokevirtual a.B.f()V            ; error: takes 1 operand, not 0
              %8: int = invokevirtual a.B.f()V %2 ; error: gives no result, but defines %8
              %9: java.lang.String = invokedynamic s(D)Ljava/lang/String; by handle invokestatic a.B.b()V() %1
              %10: int = literal "text"         ; error: gives a result of type java.lang.String, but defines %10 of type int
              %11: double = literal class a.B   ; error: gives a result of type java.lang.Class, but defines %11 of type double
              return
            """, """
            function a.B.terminators(IDLa/B;)D static
            b0(%0: int, %1: double, %2: a.B):
              ifeq %2 b1 else b2                ; error: operand %2 is of type a.B, not int
            b1:
              if_icmpeq %0 b3 else b4           ; error: takes 2 operands, not 1
            b2:
              ifnull %0 b5 else b6              ; error: operand %0 is of type int, not a reference
            b3:
              switch %1 else b7                 ; error: selector %1 is of type double, not int
            b4:
              switch %0 case 1 b7 case 1 b8 else b7 ; error: lists a case twice
            b5:
              return                            ; error: takes 1 result, not 0
            b6:
              return %0                         ; error: result %0 is of type int, not double
            b7:
              throw %1                          ; error: exception %1 is of type double, not a reference
            b8:
              return %1
            """, """
            function a.B.returnsNothing(I)V static
            b0(%0: int):
              return %0                         ; error: takes no results, not 1
            """, """
            function a.B.valid([DI)Z
            b9(%0: a.B, %1: double[], %2: int):
              handler a.E b1(%1)
              %3: null = literal null
              ifgt %2 b4(%3, %2) else b3
            b1(%4: a.E, %5: double[]):
              jump b3
            b3:
              jump b4(%1, %2)
            b4(%6: java.lang.Object, %7: int):
              handler * b5
              %8: int = ineg %7
              ifne %8 b4(%6, %8) else b6
            b5(%9: java.lang.Throwable):
              return %7
            b6:
              return %8
            """);
}
