package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The shape of lifted methods: the methods of {@link Lifted}, each named for what it shows. */
class LiftTest {
    private static Function lift(String name) {
        ClassNode owner = LoadedClasses.FILES
                .node(Lifted.class.getName().replace('.', '/'))
                .orElseThrow();
        MethodNode method = owner.methods.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow();
        Function function = Lift.apply(owner, method, LoadedClasses.FILES.hierarchy());
        Verifier.verify(function);
        return function;
    }

    /** The printed blocks, without lines. */
    private static String blocks(String name) {
        String text = lift(name).toString().replaceAll(" *; \\d+\n", "\n");
        return text.substring(text.indexOf('\n') + 1);
    }

    private static List<List<Type>> parameters(String name) {
        return lift(name).blocks().stream()
                .map(block -> block.parameters().stream().map(Value::type).toList())
                .filter(types -> !types.isEmpty())
                .toList();
    }

    private static List<Instruction> instructions(Function function, Class<? extends Op> kind) {
        return function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .filter(instruction -> kind.isInstance(instruction.op()))
                .toList();
    }

    @Test
    void headerOfACountedLoopTakesTheCounterAndTheSum() {
        assertThat(blocks("countedLoop")).isEqualTo("""
                b0(%0: double[]):
                  %1: double = literal 0.0d
                  %2: int = literal 0
                  jump b1(%1, %2)
                b1(%3: double, %4: int):
                  %5: int = arraylength %0
                  if_icmpge %4, %5 b3 else b2
                b2:
                  %6: double = arrayload double %0, %4
                  %7: double = dadd %3, %6
                  %8: int = literal 1
                  %9: int = iadd %4, %8
                  jump b1(%7, %9)
                b3:
                  return %3
                """);
    }

    @Test
    void nestedLoopsPassOnlyWhatChanges() {
        assertThat(parameters("nestedLoops"))
                .containsExactly(
                        List.of(new Type("[[D")), List.of(Type.DOUBLE, Type.INT), List.of(Type.DOUBLE, Type.INT));
    }

    @Test
    void diamondTakesTheVariableAssignedInOneArm() {
        assertThat(parameters("diamond")).containsExactly(List.of(Type.DOUBLE, Type.DOUBLE), List.of(Type.DOUBLE));
    }

    @Test
    void loopThatStartsTheMethodGetsAnEmptyEntryBeforeIt() {
        Function function = lift("loopAtOnce");
        assertThat(function.entry().instructions()).isEmpty();
        assertThat(function.entry().terminator()).isInstanceOf(Terminator.Jump.class);
        assertThat(function.blocks().get(1).parameters()).hasSize(1);
    }

    @Test
    void swapInALoopKeepsBothValues() {
        Function function = lift("swap");
        Terminator back = function.blocks().get(2).terminator();
        List<Value> header = function.blocks().get(1).parameters();
        assertThat(back.targets().get(0).arguments().get(0)).isEqualTo(header.get(1));
    }

    @Test
    void keysOfASwitchAscendAndItsHolesAreLeftToTheDefault() {
        Terminator.Switch table = (Terminator.Switch) lift("table").entry().terminator();
        assertThat(table.keys()).containsExactly(1, 2, 4);
        assertThat(table.targets()).hasSize(4);
        Terminator.Switch lookup = (Terminator.Switch) lift("lookup").entry().terminator();
        assertThat(lookup.keys()).containsExactly(-1000, 7, 100000);
    }

    @Test
    void stringSwitchComparesStringsBeforeItSwitches() {
        Function function = lift("stringSwitch");
        assertThat(function.blocks().stream().filter(block -> block.terminator() instanceof Terminator.Switch))
                .hasSize(2);
        assertThat(instructions(function, Op.Invoke.class)).hasSize(3);
    }

    @Test
    void handlerGetsWhatAVariableHeldWhereTheExceptionCameFrom() {
        Function function = lift("caught");
        Block handler = function.blocks().stream()
                .filter(block -> block.parameters().size() == 2 && block != function.entry())
                .findFirst()
                .orElseThrow();
        assertThat(handler.parameters())
                .extracting(Value::type)
                .containsExactly(Type.object("java/lang/ArithmeticException"), Type.INT);
        List<Value> stages = function.blocks().stream()
                .flatMap(block -> block.handlers().stream())
                .map(Handler::target)
                .filter(target -> target.block() == handler.id())
                .map(target -> target.arguments().get(0))
                .toList();
        assertThat(stages).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void finallyRunsOnBothWaysOut() {
        Function function = lift("finallyBlock");
        assertThat(instructions(function, Op.PutField.class)).hasSize(2);
        assertThat(function.blocks()).anyMatch(block -> block.terminator() instanceof Terminator.Throw);
        assertThat(function.blocks())
                .flatExtracting(Block::handlers)
                .extracting(Handler::catchType)
                .containsOnlyNulls();
    }

    @Test
    void handlerOfSeveralTypesTakesTheirCommonSuperclass() {
        assertThat(parameters("multiCatch")).contains(List.of(Type.object("java/lang/RuntimeException")));
    }

    @Test
    void constructorArgumentMayBranchBetweenNewAndInit() {
        Function function = lift("newWithTernary");
        Value created = instructions(function, Op.New.class).get(0).result();
        Instruction constructor = instructions(function, Op.Invoke.class).get(0);
        assertThat(constructor.operand(0)).isEqualTo(created);
        assertThat(parameters("newWithTernary")).contains(List.of(Type.STRING));
    }

    @Test
    void constructorPassesItsOwnReceiverOn() {
        Function function = lift("<init>");
        assertThat(function.isStatic()).isFalse();
        assertThat(instructions(function, Op.Invoke.class).get(0).operand(0))
                .isEqualTo(function.parameters().get(0));
    }

    @Test
    void typesMergeToTheCommonSuperclassAndNullToTheOther() {
        assertThat(parameters("mergedTypes")).contains(List.of(Type.object("java/lang/Number")));
        assertThat(parameters("mergedWithNull")).contains(List.of(Type.object("java/lang/Integer")));
    }

    @Test
    void elementOfAnArrayOfArraysIsTypedByTheArray() {
        Function function = lift("nestedLoops");
        assertThat(instructions(function, Op.ArrayLoad.class))
                .extracting(instruction -> instruction.result().type())
                .contains(new Type("[D"), Type.DOUBLE);
    }

    @Test
    void booleanArraysAreToldFromByteArrays() {
        assertThat(instructions(lift("booleans"), Op.ArrayStore.class))
                .extracting(Instruction::op)
                .containsExactly(new Op.ArrayStore(Type.BOOLEAN), new Op.ArrayStore(Type.BYTE));
    }

    @Test
    void wideValuesMoveThroughStackAndLocals() {
        assertThat(blocks("wide")).isEqualTo("""
                b0(%0: long[], %1: int, %2: double, %3: long):
                  %4: long = arrayload long %0, %1
                  %5: long = ladd %4, %3
                  arraystore long %0, %1, %5
                  %6: double = l2d %5
                  %7: double = dadd %6, %2
                  return %7
                """);
    }

    @Test
    void monitorIsLeftOnBothWaysOut() {
        assertThat(instructions(lift("locked"), Op.Monitor.class)).hasSize(3);
    }

    @Test
    void linesAreThoseOfTheSource() {
        Function function = lift("threeLines");
        List<Integer> lines =
                function.entry().instructions().stream().map(Instruction::line).toList();
        int first = lines.get(0);
        assertThat(lines).containsExactly(first, first + 1);
        assertThat(function.entry().terminator().line()).isEqualTo(first + 2);
    }

    @Test
    void abstractMethodHasNothingToLift() {
        assertThatThrownBy(() -> lift("withoutCode"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Lifted.withoutCode()V is abstract or native");
    }
}
