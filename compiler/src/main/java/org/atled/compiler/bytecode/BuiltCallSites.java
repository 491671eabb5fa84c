package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Op;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Lambdas of the project whose objects derivative code may meet. Their call sites are linked by {@code
 * org.atled.runtime.FunctionObjects}, told of the class that the build has made for each, instead of by {@code
 * LambdaMetafactory}; nothing else changes, so that such a site tells as much as it did before.
 */
public final class BuiltCallSites {
    private static final String FACTORY = "org/atled/runtime/FunctionObjects";
    private static final String COMPILED_FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String START =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;";
    private static final String ALL = "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";
    private static final String EACH = "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
            + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";

    private final ClassNode owner;
    private final LambdaClasses lambdas;
    private final Set<String> wanted;
    private boolean isEdited;

    private BuiltCallSites(ClassNode owner, LambdaClasses lambdas, Set<String> wanted) {
        this.owner = owner;
        this.lambdas = lambdas;
        this.wanted = wanted;
    }

    /** Internal name of the class that a build has made for a call site; empty if none has. */
    static Optional<String> nameOf(Op.InvokeDynamic call) {
        return isBuilt(call.bootstrap().owner())
                ? Optional.of(
                        ((Constant.OfString) call.arguments().get(0)).value().replace('.', '/'))
                : Optional.empty();
    }

    static boolean isBuilt(String factory) {
        return factory.equals(FACTORY);
    }

    /** The call site as it was compiled. */
    static Op.InvokeDynamic asCompiled(Op.InvokeDynamic call) {
        List<Constant> arguments = call.arguments();
        return isBuilt(call.bootstrap().owner())
                ? linked(call, COMPILED_FACTORY, START, arguments.subList(1, arguments.size()))
                : call;
    }

    private static Op.InvokeDynamic asBuilt(Op.InvokeDynamic call, String internalName) {
        List<Constant> arguments = new ArrayList<>(List.of(new Constant.OfString(internalName.replace('/', '.'))));
        arguments.addAll(asCompiled(call).arguments());
        return linked(call, FACTORY, START + "Ljava/lang/String;", arguments);
    }

    private static Op.InvokeDynamic linked(
            Op.InvokeDynamic call, String factory, String start, List<Constant> arguments) {
        String name = call.bootstrap().name();
        String descriptor = name.equals("metafactory") ? start + EACH : START + ALL;
        Constant.Handle bootstrap = new Constant.Handle(Opcodes.H_INVOKESTATIC, factory, name, descriptor, false);
        return new Op.InvokeDynamic(call.name(), call.descriptor(), bootstrap, arguments);
    }

    /** Internal names of the classes that the call sites of a class name. */
    public static Set<String> namedBy(byte[] classFile) {
        Set<String> names = new TreeSet<>();
        ClassVisitor collector = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                return new MethodVisitor(api) {
                    @Override
                    public void visitInvokeDynamicInsn(String method, String call, Handle factory, Object... given) {
                        if (isBuilt(factory.getOwner())) {
                            names.add(((String) given[0]).replace('.', '/'));
                        }
                    }
                };
            }
        };
        new ClassReader(classFile).accept(collector, ClassReader.SKIP_FRAMES);
        return names;
    }

    /**
     * A class with these of its lambdas linked to the classes made for them.
     *
     * @param node what it is parsed to
     * @param wanted internal names of the classes of lambdas
     * @return empty if they are already
     */
    static Optional<byte[]> edit(ClassNode node, byte[] classFile, LambdaClasses lambdas, Set<String> wanted) {
        BuiltCallSites sites = new BuiltCallSites(node, lambdas, wanted);
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(sites.new Edit(writer), 0);
        return sites.isEdited ? Optional.of(writer.toByteArray()) : Optional.empty();
    }

    private final class Edit extends ClassVisitor {
        Edit(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            MethodVisitor out = super.visitMethod(access, method, type, signature, thrown);
            return new MethodVisitor(api, out) {
                private int line;

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                    super.visitLineNumber(number, start);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String call, Handle factory, Object... given) {
                    Op.InvokeDynamic before =
                            new Op.InvokeDynamic(name, call, Constants.handle(factory), Constants.of(given));
                    Op.InvokeDynamic after = lambdas.nameOf(owner, method + type, before, line)
                            .filter(made ->
                                    wanted.contains(made) && nameOf(before).isEmpty())
                            .map(made -> asBuilt(before, made))
                            .orElse(before);
                    isEdited |= after != before;
                    super.visitInvokeDynamicInsn(
                            name, call, Literals.handle(after.bootstrap()), Literals.poolEntries(after.arguments()));
                }
            };
        }
    }
}
