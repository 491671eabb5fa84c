package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.junit.jupiter.api.Test;

class ClassFilesTest {
    private static final String LIFTED = "org/atled/compiler/bytecode/Lifted";

    private static byte[] bytes() {
        return new LoadedClasses().find(LIFTED).orElseThrow();
    }

    private static ClassFiles holding(byte[] bytes) {
        return new ClassFiles(name -> Optional.of(bytes));
    }

    @Test
    void aClassIsParsedOnce() {
        ClassFiles files = new ClassFiles(new LoadedClasses());
        assertThat(files.node(LIFTED).orElseThrow()).isSameAs(files.node(LIFTED).orElseThrow());
        assertThat(files.sourceFile(LIFTED)).contains("Lifted.java");
        assertThat(files.sourceFile("no/Such")).isEmpty();
    }

    @Test
    void methodsAreFoundWhereTheyAreDeclared() {
        assertThat(owner("java/util/ArrayList", "containsAll", "(Ljava/util/Collection;)Z"))
                .isEqualTo("java/util/AbstractCollection");
        assertThat(owner("java/util/ArrayList", "stream", "()Ljava/util/stream/Stream;"))
                .isEqualTo("java/util/Collection");
        assertThat(owner("java/util/SortedSet", "spliterator", "()Ljava/util/Spliterator;"))
                .isEqualTo("java/util/SortedSet");
        assertThat(owner("java/util/TreeSet", "removeIf", "(Ljava/util/function/Predicate;)Z"))
                .isEqualTo("java/util/Collection");
        assertThat(owner("[D", "clone", "()Ljava/lang/Object;")).isEqualTo("java/lang/Object");
        assertThat(owner("java/util/List", "hashCode", "()I")).isEqualTo("java/util/List");
        assertThat(owner("java/util/function/Function", "hashCode", "()I")).isEqualTo("java/lang/Object");
    }

    private static String owner(String owner, String name, String descriptor) {
        return LoadedClasses.FILES
                .find(new MethodReference(owner, name, descriptor))
                .orElseThrow()
                .owner()
                .name;
    }

    @Test
    void onlyMethodsWithCodeAreLifted() {
        ClassFiles files = LoadedClasses.FILES;
        assertThat(files.lift(new MethodReference("java/lang/Math", "toRadians", "(D)D")))
                .hasValueSatisfying(function ->
                        assertThat(function.parameters().get(0).type()).isEqualTo(Type.DOUBLE));
        assertThat(files.lift(new MethodReference(LIFTED, "withoutCode", "()V")))
                .isEmpty();
        assertThat(files.lift(new MethodReference(LIFTED, "noSuch", "()V"))).isEmpty();
        assertThat(files.lift(new MethodReference("no/Such", "f", "()V"))).isEmpty();
    }

    @Test
    void aNewerClassFileIsRefusedByNameAndVersion() {
        byte[] newer = bytes();
        newer[6] = 0;
        newer[7] = 99;
        assertThatThrownBy(() -> holding(newer).node(LIFTED))
                .isInstanceOf(UnreadableClassException.class)
                .hasMessageContaining(Lifted.class.getName())
                .hasMessageContaining("version 99 (Java 55)")
                .hasMessageContaining("compile it with a lower --release");
    }

    @Test
    void aClassFileOfJava25IsRead() {
        byte[] recent = bytes();
        recent[6] = 0;
        recent[7] = 69;
        assertThat(holding(recent).node(LIFTED)).isPresent();
    }

    @Test
    void damagedClassFilesAreRefused() {
        byte[] half = java.util.Arrays.copyOf(bytes(), 200);
        byte[] text = "not a class file".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (byte[] damaged : new byte[][] {{}, text, half}) {
            assertThatThrownBy(() -> holding(damaged).node(LIFTED))
                    .isInstanceOf(UnreadableClassException.class)
                    .hasMessageContaining("The class file of " + Lifted.class.getName() + " is damaged");
        }
    }

    @Test
    void aClassFileUnderAnotherNameIsRefused() {
        byte[] lifted = bytes();
        assertThatThrownBy(() -> holding(lifted).node("demo/Other"))
                .isInstanceOf(UnreadableClassException.class)
                .hasMessageContaining("demo/Other holds " + LIFTED);
    }
}
