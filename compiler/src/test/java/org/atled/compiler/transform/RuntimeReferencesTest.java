package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.atled.compiler.Differentiator;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** What the compiler names of the runtime, by strings since it emits calls of it, is there under that name and type. */
class RuntimeReferencesTest {
    private static final ClassLoader LOADER = RuntimeReferencesTest.class.getClassLoader();

    @ParameterizedTest
    @ValueSource(strings = {"D", "F", "I", "J", "Ljava/lang/Object;", "[D", "[[F"})
    void whatIsDoneWithATapeExists(String descriptor) throws ReflectiveOperationException {
        Type type = new Type(descriptor);
        FunctionBuilder builder = new FunctionBuilder(new MethodReference("demo/F", "f", "()V"), true);
        BlockBuilder block = builder.block();
        Value tape = block.parameter(Signatures.TAPE);
        Value value = block.parameter(type);
        Value index = block.parameter(Type.INT);
        Value cache = TapeCode.take(block, tape, TapeCode.cacheType(type), 0);
        TapeCode.push(block, tape, value, 0);
        TapeCode.pop(block, tape, type, 0);
        TapeCode.ensure(block, cache, index, 0);
        TapeCode.reserve(block, cache, index, index, 0);
        TapeCode.next(block, index, 0);
        TapeCode.give(block, tape, cache, index, 0);
        if (type.isFloating() || type.isReference()) {
            for (int direction = 0; direction < 8; direction++) {
                TapeCode.leave(block, tape, type, direction, value, 0);
                TapeCode.fetch(block, tape, type, direction, 0);
            }
        }
        block.end(new Terminator.Return(null, 0));
        Function function = builder.build();
        for (Instruction instruction : function.entry().instructions()) {
            resolve(instruction.op());
        }
    }

    private static void resolve(Op op) throws ReflectiveOperationException {
        if (op instanceof Op.Invoke invoke) {
            resolve(invoke.method(), invoke.kind() == Op.InvokeKind.STATIC);
        } else if (op instanceof Op.GetField get) {
            resolve(get.field());
        } else if (op instanceof Op.PutField put) {
            resolve(put.field());
        }
    }

    /** A public lookup: derivative code is in the user's packages. */
    private static void resolve(MethodReference method, boolean isStatic) throws ReflectiveOperationException {
        Class<?> owner = LOADER.loadClass(method.owner().replace('/', '.'));
        MethodType type = MethodType.fromMethodDescriptorString(method.descriptor(), LOADER);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        if (method.name().equals("<init>")) {
            lookup.findConstructor(owner, type);
        } else if (isStatic) {
            lookup.findStatic(owner, method.name(), type);
        } else {
            lookup.findVirtual(owner, method.name(), type);
        }
    }

    private static void resolve(FieldReference field) throws ReflectiveOperationException {
        Class<?> owner = LOADER.loadClass(field.owner().replace('/', '.'));
        Class<?> type = MethodType.fromMethodDescriptorString(
                        "()" + field.type().descriptor(), LOADER)
                .returnType();
        MethodHandles.publicLookup().findGetter(owner, field.name(), type);
    }

    @Test
    void methodsNamedByConstantsExist() throws ReflectiveOperationException, IOException, URISyntaxException {
        int found = 0;
        for (ClassNode node : compiler()) {
            for (Field field : LOADER.loadClass(node.name.replace('/', '.')).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == MethodReference.class) {
                    field.setAccessible(true);
                    MethodReference method = (MethodReference) field.get(null);
                    if (method.owner().startsWith("org/atled/")) {
                        resolve(method, true);
                        found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
    }

    @Test
    void classesNamedByStringsExist() throws IOException, URISyntaxException, ClassNotFoundException {
        Set<String> named = new TreeSet<>();
        for (ClassNode node : compiler()) {
            node.fields.stream().map(field -> field.value).forEach(value -> addName(value, named));
            node.methods.forEach(method -> method.instructions.forEach(instruction -> {
                if (instruction instanceof LdcInsnNode load) {
                    addName(load.cst, named);
                }
            }));
        }
        assertThat(named).contains("org.atled.runtime.Tape", "org.atled.runtime.Core", "org.atled.rules.StrongZero");
        for (String name : named) {
            LOADER.loadClass(name);
        }
    }

    private static void addName(Object constant, Set<String> names) {
        if (constant instanceof String text && text.matches("L?org/atled/[\\w/]*\\w;?")) {
            names.add(text.replaceAll("^L|;$", "").replace('/', '.'));
        }
    }

    private static List<ClassNode> compiler() throws IOException, URISyntaxException {
        Path root = Path.of(Differentiator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(RuntimeReferencesTest::read)
                    .toList();
        }
    }

    private static ClassNode read(Path file) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            return node;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
