package org.atled.compiler.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes the ordinary class that does what the hidden one does which {@code LambdaMetafactory} spins at run time: a
 * field for each captured value, a constructor that takes them, and the interface's method, which passes them and its
 * arguments on.
 *
 * <p>It is public, and so are its fields and its constructor: the derivative code that uses them may be in a companion of
 * another package.
 */
final class LambdaClass {
    private static final String OBJECT = "java/lang/Object";
    private static final String SERIALIZED = "java/lang/invoke/SerializedLambda";

    private final String name;
    private final LambdaSite site;
    private final String enclosing;
    private final int line;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private LambdaClass(String name, LambdaSite site, String enclosing, int line) {
        this.name = name;
        this.site = site;
        this.enclosing = enclosing;
        this.line = line;
    }

    /**
     * The class file.
     *
     * @param enclosing internal name of the class that has the lambda
     * @param sourceFile its source file; may be {@code null}
     */
    static byte[] of(String name, LambdaSite site, String enclosing, String sourceFile, int line) {
        return new LambdaClass(name, site, enclosing, line).write(sourceFile);
    }

    /** Descriptor of the constructor. */
    static String constructorOf(LambdaSite site) {
        return Type.methodDescriptor(site.captures(), Type.VOID);
    }

    private static String field(int capture) {
        return "arg" + capture;
    }

    private byte[] write(String sourceFile) {
        int access = ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC;
        out.visit(V17, access, name, null, OBJECT, site.interfaces().toArray(String[]::new));
        out.visitSource(sourceFile, null);
        for (int i = 0; i < site.captures().size(); i++) {
            FieldVisitor field = out.visitField(
                    ACC_PUBLIC | ACC_FINAL, field(i), site.captures().get(i).descriptor(), null, null);
            field.visitEnd();
        }
        writeConstructor();
        site.descriptors().forEach(this::writeMethod);
        if (site.isSerializable()) {
            writeReplacement();
        }
        out.visitEnd();
        return out.toByteArray();
    }

    private MethodVisitor start(int access, String method, String descriptor) {
        MethodVisitor code = out.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        if (line != 0) {
            Label start = new Label();
            code.visitLabel(start);
            code.visitLineNumber(line, start);
        }
        return code;
    }

    private static void end(MethodVisitor code, int opcode) {
        code.visitInsn(opcode);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeConstructor() {
        MethodVisitor code = start(ACC_PUBLIC, "<init>", constructorOf(site));
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        int slot = 1;
        for (int i = 0; i < site.captures().size(); i++) {
            Type type = site.captures().get(i);
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(Encoding.opcode(type, ILOAD), slot);
            code.visitFieldInsn(PUTFIELD, name, field(i), type.descriptor());
            slot += type.slots();
        }
        end(code, RETURN);
    }

    private void writeMethod(String descriptor) {
        MethodVisitor code = start(ACC_PUBLIC, site.method(), descriptor);
        Adaptation adaptation = new Adaptation(code);
        if (site.isConstructor()) {
            code.visitTypeInsn(NEW, site.implementation().owner());
            code.visitInsn(DUP);
        }
        pushCaptures(code);
        List<Type> taken = site.taken();
        List<Type> known = Type.parametersOf(site.instantiated());
        int slot = 1;
        int next = 0;
        for (Type type : Type.parametersOf(descriptor)) {
            code.visitVarInsn(Encoding.opcode(type, ILOAD), slot);
            slot += type.slots();
            adaptation.convert(type, taken.get(site.captures().size() + next), known.get(next));
            next++;
        }
        writeCall(code);
        Type result = Type.resultOf(descriptor);
        adaptation.convert(site.given(), result, result);
        end(code, result.equals(Type.VOID) ? RETURN : Encoding.opcode(result, IRETURN));
    }

    private void pushCaptures(MethodVisitor code) {
        for (int i = 0; i < site.captures().size(); i++) {
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, field(i), site.captures().get(i).descriptor());
        }
    }

    private void writeCall(MethodVisitor code) {
        boolean isInterface = site.implementation().ownerIsInterface();
        int opcode;
        if (site.isStatic()) {
            opcode = INVOKESTATIC;
        } else if (site.isConstructor()) {
            opcode = INVOKESPECIAL;
        } else {
            opcode = isInterface ? INVOKEINTERFACE : INVOKEVIRTUAL;
        }
        code.visitMethodInsn(
                opcode,
                site.implementation().owner(),
                site.implementation().name(),
                site.implementation().descriptor(),
                isInterface);
    }

    /** The serial form of the lambda itself, so that either is read back as what the enclosing class makes. */
    private void writeReplacement() {
        MethodVisitor code = start(ACC_PRIVATE | ACC_FINAL, "writeReplace", "()Ljava/lang/Object;");
        code.visitTypeInsn(NEW, SERIALIZED);
        code.visitInsn(DUP);
        code.visitLdcInsn(org.objectweb.asm.Type.getObjectType(enclosing));
        code.visitLdcInsn(site.interfaces().get(0));
        code.visitLdcInsn(site.method());
        code.visitLdcInsn(site.descriptors().get(0));
        code.visitIntInsn(BIPUSH, site.implementation().kind());
        code.visitLdcInsn(site.implementation().owner());
        code.visitLdcInsn(site.implementation().name());
        code.visitLdcInsn(site.implementation().descriptor());
        code.visitLdcInsn(site.instantiated());
        code.visitIntInsn(SIPUSH, site.captures().size());
        code.visitTypeInsn(ANEWARRAY, OBJECT);
        for (int i = 0; i < site.captures().size(); i++) {
            Type type = site.captures().get(i);
            code.visitInsn(DUP);
            code.visitIntInsn(SIPUSH, i);
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, field(i), type.descriptor());
            new Adaptation(code).convert(type, Type.OBJECT, Type.OBJECT);
            code.visitInsn(AASTORE);
        }
        String strings = "Ljava/lang/String;";
        code.visitMethodInsn(
                INVOKESPECIAL,
                SERIALIZED,
                "<init>",
                "(Ljava/lang/Class;" + strings.repeat(3) + "I" + strings.repeat(4) + "[Ljava/lang/Object;)V",
                false);
        end(code, ARETURN);
    }
}
