package org.atled.compiler.bytecode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Parser;
import org.atled.compiler.ir.Verifier;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/** A static function as the one method of a class that the JVM has accepted. */
final class Lowered {
    private final Function function;
    private final Method method;

    private Lowered(Function function) {
        this.function = function;
        this.method = define(function);
    }

    static Lowered of(String text) {
        Function function = Parser.parse(text);
        Verifier.verify(function);
        return new Lowered(function);
    }

    static Lowered of(Function function) {
        return new Lowered(function);
    }

    Object call(Object... arguments) throws Throwable {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Mnemonics and operands, one instruction per line, without labels, targets, lines and what follows the code. */
    String code() {
        Textifier text = new Textifier();
        Lower.apply(function, new TraceMethodVisitor(text));
        StringBuilder code = new StringBuilder();
        text.getText().stream()
                .map(item -> item.toString().strip())
                .filter(item -> !item.matches("(L\\d+|LINENUMBER .*|MAX.*|TRYCATCHBLOCK.*|)"))
                .map(item -> item.replaceAll(" L\\d+$", ""))
                .forEach(item -> code.append(item).append('\n'));
        return code.toString();
    }

    /** Entries of the exception table. */
    int ranges() {
        MethodNode node = new MethodNode();
        node.tryCatchBlocks = new ArrayList<>();
        Lower.apply(function, node);
        return node.tryCatchBlocks.size();
    }

    /** Bytes of the code. */
    int size() {
        return CodeSize.perMethod(classFile(function)).values().iterator().next();
    }

    static byte[] classFile(Function function) {
        MethodReference name = function.name();
        FrameWriter writer = new FrameWriter(LoadedClasses.FILES.hierarchy());
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.owner(), null, "java/lang/Object", null);
        MethodVisitor out =
                writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name.name(), name.descriptor(), null, null);
        Lower.apply(function, out);
        out.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static Method define(Function function) {
        String owner = function.name().owner().replace('/', '.');
        ClassLoader loader = RoundTrip.loader(Map.of(owner, classFile(function)));
        try {
            return Arrays.stream(Class.forName(owner, true, loader).getDeclaredMethods())
                    .filter(each -> each.getName().equals(function.name().name()))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
