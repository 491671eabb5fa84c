package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a build needs to know of a class file to find companions and the classes that should have one.
 *
 * @param name internal name
 * @param sourcePath source file below its source root, {@code demo/Decay.java}; the binary name if the class file names
 *     no source
 * @param companionOf internal name of the class this one is the companion of
 * @param differentiable the methods annotated {@code @Differentiable}
 * @param nestMembers internal names of the nest members the class admits
 * @param lambdaOf where this class was made of a lambda, internal name of the class whose code creates objects of it: a
 *     companion or the class that has the lambda
 * @param isRuleClass whether it is annotated {@code @DerivativeOf}
 */
public record ClassFacts(
        String name,
        String sourcePath,
        Optional<String> companionOf,
        List<DifferentiableMethod> differentiable,
        List<String> nestMembers,
        Optional<String> lambdaOf,
        boolean isRuleClass) {

    private static final String COMPANION = "Lorg/atled/runtime/Companion;";
    private static final String DIFFERENTIABLE = "Lorg/atled/Differentiable;";
    private static final String DERIVATIVE_OF = "Lorg/atled/DerivativeOf;";
    private static final String DERIVATIVES = "Derivatives";
    private static final String LAMBDA = "$Lambda$";
    /** Stands in the names of classes made of the project's own lambdas, after that of the class that has the lambda. */
    public static final String PROJECT_LAMBDA = "$AtledLambda$";

    private static final byte[] MAGIC = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};

    public ClassFacts {
        differentiable = List.copyOf(differentiable);
        nestMembers = List.copyOf(nestMembers);
    }

    /** An annotated method: its name and the first line of its body, 0 if unknown. */
    public record DifferentiableMethod(String name, int line) {}

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException if this is no class file or one of a later Java than is supported; the message
     *     says which
     */
    public static ClassFacts of(byte[] classFile) {
        if (classFile.length < 10 || !startsWithMagic(classFile)) {
            throw new IllegalArgumentException("it does not start as a class file does");
        }
        try {
            Collector collector = new Collector();
            new ClassReader(classFile).accept(collector, ClassReader.SKIP_FRAMES);
            return collector.facts();
        } catch (IndexOutOfBoundsException truncated) {
            throw new IllegalArgumentException("it is cut short or damaged", truncated);
        }
    }

    /** Internal name the companion of this class has by convention, {@code demo/Outer_InnerDerivatives}. */
    public String companionName() {
        int simple = name.lastIndexOf('/') + 1;
        return name.substring(0, simple) + name.substring(simple).replace('$', '_') + DERIVATIVES;
    }

    /** What the names of the classes begin with that are made of lambdas for this companion. */
    public static String lambdaPrefix(String companion) {
        return companion + LAMBDA;
    }

    private static boolean startsWithMagic(byte[] classFile) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (classFile[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Collector extends ClassVisitor {
        private final List<DifferentiableMethod> differentiable = new ArrayList<>();
        private final List<String> nestMembers = new ArrayList<>();
        private String name;
        private String source;
        private String companionOf;
        private boolean isRuleClass;
        private boolean isSynthetic;

        Collector() {
            super(Opcodes.ASM9);
        }

        ClassFacts facts() {
            String path =
                    source == null ? name.replace('/', '.') : name.substring(0, name.lastIndexOf('/') + 1) + source;
            return new ClassFacts(
                    name, path, Optional.ofNullable(companionOf), differentiable, nestMembers, lambdaOf(), isRuleClass);
        }

        /** Other tools' classes of lambdas are called {@code Foo$$Lambda$1}. */
        private Optional<String> lambdaOf() {
            int project = name.indexOf(PROJECT_LAMBDA);
            if (isSynthetic && project > 0) {
                return Optional.of(name.substring(0, project));
            }
            String companion = name.substring(0, Math.max(0, name.indexOf(LAMBDA)));
            return isSynthetic && companion.endsWith(DERIVATIVES) ? Optional.of(companion) : Optional.empty();
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
            isSynthetic = (access & Opcodes.ACC_SYNTHETIC) != 0;
        }

        @Override
        public void visitSource(String file, String debug) {
            source = file;
        }

        @Override
        public void visitNestMember(String member) {
            nestMembers.add(member);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            isRuleClass |= descriptor.equals(DERIVATIVE_OF);
            return !descriptor.equals(COMPANION)
                    ? null
                    : new AnnotationVisitor(api) {
                        @Override
                        public void visit(String element, Object value) {
                            if (element.equals("of")) {
                                companionOf = ((String) value).replace('.', '/');
                            }
                        }
                    };
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            return new MethodVisitor(api) {
                private boolean annotated;
                private int firstLine;

                @Override
                public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    annotated |= descriptor.equals(DIFFERENTIABLE);
                    return null;
                }

                @Override
                public void visitLineNumber(int line, Label start) {
                    firstLine = firstLine == 0 ? line : firstLine;
                }

                @Override
                public void visitEnd() {
                    if (annotated) {
                        differentiable.add(new DifferentiableMethod(method, firstLine));
                    }
                }
            };
        }
    }
}
