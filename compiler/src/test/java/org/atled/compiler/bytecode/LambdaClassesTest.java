package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.atled.compiler.ClassSource;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Programs whose lambdas are classes do what they do with the JDK's. */
class LambdaClassesTest {
    private static final String PROGRAMS = "org/atled/compiler/bytecode/LambdaPrograms";
    private static Map<String, byte[]> rewritten;
    private static Class<?> programs;

    @BeforeAll
    static void rewrite() throws ClassNotFoundException {
        rewritten = new TreeMap<>();
        for (String nested : nest(PROGRAMS)) {
            rewritten.putAll(rewrite(nested, new LoadedClasses()));
        }
        Map<String, byte[]> binary = new TreeMap<>();
        rewritten.forEach((name, bytes) -> binary.put(name.replace('/', '.'), bytes));
        programs = RoundTrip.loader(binary).loadClass(PROGRAMS.replace('/', '.'));
    }

    private static List<String> nest(String host) {
        List<String> nest = new ArrayList<>(List.of(host));
        nest.addAll(LoadedClasses.FILES.node(host).orElseThrow().nestMembers);
        return nest;
    }

    /** A class with every lambda in it made a class, and those classes. */
    static Map<String, byte[]> rewrite(String name, ClassSource source) {
        ClassFiles files = ClassFiles.withLambdaClasses(source, name + "Derivatives");
        ClassNode node = new ClassNode();
        new ClassReader(source.find(name).orElseThrow()).accept(node, ClassReader.SKIP_FRAMES);
        List<Function> functions = new ArrayList<>();
        for (MethodNode method : node.methods) {
            files.lift(new MethodReference(name, method.name, method.desc)).ifPresent(function -> {
                Verifier.verify(function);
                method.instructions.clear();
                method.tryCatchBlocks.clear();
                method.localVariables = null;
                Lower.apply(function, method);
                functions.add(function);
            });
        }
        EmittedLambdas lambdas = EmittedLambdas.of(functions, files, Opcodes.V17);
        assertThat(lambdas.findings()).isEmpty();
        FrameWriter writer = new FrameWriter(files.hierarchy());
        node.accept(writer);
        Map<String, byte[]> classes = new TreeMap<>(lambdas.classes());
        classes.put(name, writer.toByteArray());
        return classes;
    }

    static Stream<String> programs() {
        return Arrays.stream(LambdaPrograms.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == Object.class)
                .filter(method -> java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                .filter(method -> !java.lang.reflect.Modifier.isPrivate(method.getModifiers()))
                .map(Method::getName)
                .sorted(Comparator.naturalOrder());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void resultIsThatOfTheJdksLambdas(String program) throws Exception {
        Object expected = run(LambdaPrograms.class, program);
        Object actual = run(programs, program);
        assertThat(String.valueOf(actual)).isEqualTo(String.valueOf(expected));
    }

    private static Object run(Class<?> type, String program) throws Exception {
        Method method = type.getDeclaredMethod(program);
        method.setAccessible(true);
        return method.invoke(null);
    }

    @Test
    void nothingIsLeftToTheMetafactoryAndNothingElseIsTaken() {
        List<String> left = new ArrayList<>();
        for (byte[] bytes : rewritten.values()) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, 0);
            for (MethodNode method : node.methods) {
                for (var instruction : method.instructions) {
                    if (instruction instanceof InvokeDynamicInsnNode call) {
                        left.add(call.bsm.getOwner());
                    }
                }
            }
        }
        assertThat(left)
                .doesNotContain("java/lang/invoke/LambdaMetafactory")
                .contains("java/lang/runtime/ObjectMethods", "java/lang/invoke/StringConcatFactory");
        assertThat(rewritten.keySet().stream().filter(name -> name.contains("$Lambda$")))
                .hasSizeGreaterThan(70);
    }

    @Test
    void patternSwitchIsNoLambda() {
        Constant.Handle bootstrap = new Constant.Handle(
                6, "java/lang/runtime/SwitchBootstraps", "typeSwitch", "()Ljava/lang/invoke/CallSite;", false);
        Constant label = new Constant.OfClass(Type.STRING);
        assertThat(LambdaSite.of(new Op.InvokeDynamic(
                        "typeSwitch", "(Ljava/lang/Object;I)I", bootstrap, List.of(label, label, label))))
                .isEmpty();
    }
}
