package org.atled.compiler.ir.interpreter;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * What code of a class may access, with the full privilege that bootstrap methods such as the one for lambdas demand.
 * The JDK grants that only within a module, and each class loader has an unnamed module of its own: so a class that
 * hands out its own lookup is defined next to the class in question.
 */
final class CallerLookup {
    private static final String NAME = "AtledInterpreterLookup";

    private CallerLookup() {}

    /** The access of the class. Throws {@link IllegalAccessException} if its module is not open to this one. */
    static Lookup of(Class<?> caller) throws IllegalAccessException {
        Lookup lookup = MethodHandles.privateLookupIn(caller, MethodHandles.lookup());
        return lookup.hasFullPrivilegeAccess() || caller.getModule().isNamed()
                ? lookup
                : MethodHandles.privateLookupIn(caller, neighbour(lookup, caller));
    }

    /**
     * The access of a class in the same package, loader and module, which methods that ask who calls them accept: to
     * these the JDK lets only a class itself make handles.
     */
    static Lookup ofNeighbour(Class<?> caller) throws IllegalAccessException {
        return neighbour(MethodHandles.privateLookupIn(caller, MethodHandles.lookup()), caller);
    }

    private static Lookup neighbour(Lookup lookup, Class<?> caller) throws IllegalAccessException {
        Class<?> giver = define(lookup, caller);
        try {
            return (Lookup) MethodHandles.publicLookup()
                    .findStatic(giver, "lookup", MethodType.methodType(Lookup.class))
                    .invokeExact();
        } catch (IllegalAccessException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Class<?> define(Lookup lookup, Class<?> caller) throws IllegalAccessException {
        String packageName = caller.getPackageName();
        String name = packageName.isEmpty() ? NAME : packageName + "." + NAME;
        try {
            return Class.forName(name, true, caller.getClassLoader());
        } catch (ClassNotFoundException first) {
            return lookup.defineClass(classFile(name.replace('.', '/')));
        }
    }

    /** The bytes of {@code public class NAME { public static Lookup lookup() { return MethodHandles.lookup(); } }}. */
    private static byte[] classFile(String internalName) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(52);
            writeConstants(out, internalName);
            out.writeShort(0x1021); // public super synthetic
            out.writeShort(2);
            out.writeShort(4);
            out.writeShort(0);
            out.writeShort(0);
            out.writeShort(1);
            writeMethod(out);
            out.writeShort(0);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeConstants(DataOutputStream out, String internalName) throws IOException {
        out.writeShort(12);
        writeText(out, internalName); // 1
        writeReference(out, 7, 1); // 2
        writeText(out, "java/lang/Object"); // 3
        writeReference(out, 7, 3); // 4
        writeText(out, "java/lang/invoke/MethodHandles"); // 5
        writeReference(out, 7, 5); // 6
        writeText(out, "lookup"); // 7
        writeText(out, "()Ljava/lang/invoke/MethodHandles$Lookup;"); // 8
        writeReference(out, 12, 7, 8); // 9
        writeReference(out, 10, 6, 9); // 10
        writeText(out, "Code"); // 11
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void writeReference(DataOutputStream out, int tag, int... indices) throws IOException {
        out.writeByte(tag);
        for (int index : indices) {
            out.writeShort(index);
        }
    }

    private static void writeMethod(DataOutputStream out) throws IOException {
        out.writeShort(9); // public static
        out.writeShort(7);
        out.writeShort(8);
        out.writeShort(1);
        out.writeShort(11);
        out.writeInt(16);
        out.writeShort(1);
        out.writeShort(0);
        out.writeInt(4);
        out.writeByte(0xB8); // invokestatic
        out.writeShort(10);
        out.writeByte(0xB0); // areturn
        out.writeShort(0);
        out.writeShort(0);
    }
}
