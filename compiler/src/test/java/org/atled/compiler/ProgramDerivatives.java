package org.atled.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.Suitability;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.CodeSize;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.bytecode.DeclaredFields;
import org.atled.compiler.bytecode.EmittedLambdas;
import org.atled.compiler.bytecode.LoweredClass;
import org.atled.compiler.bytecode.MethodSize;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.ir.interpreter.Interpreter;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.transform.Signatures;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Both derivatives of one test program, as functions and as a class that the JVM runs. */
public final class ProgramDerivatives {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Method primal;
    private final List<Boolean> active;
    private final List<Function> functions;
    private final Function prepared;
    private final List<Problem> problems = new ArrayList<>();
    private final Class<?> compiled;
    private final int longestMethod;
    private final boolean isCheckpointed;
    private final int directions;

    public ProgramDerivatives(Method primal, List<Boolean> active, Dumps dumps, Setting setting) {
        this(primal, active, dumps, setting, ProgramDerivatives::resource, lookup(primal));
    }

    /**
     * Of a program that is no class of the class path.
     *
     * @param lookup the program's own
     */
    public ProgramDerivatives(
            Method primal, List<Boolean> active, Setting setting, ClassSource classes, Lookup lookup) {
        this(primal, active, Dumps.NONE, setting, withResources(classes), lookup);
    }

    private ProgramDerivatives(
            Method primal, List<Boolean> active, Dumps dumps, Setting setting, ClassSource source, Lookup lookup) {
        this.primal = primal;
        this.active = active;
        this.isCheckpointed = setting.budget().isPresent();
        String owner = Type.getInternalName(primal.getDeclaringClass());
        String name = owner + "Derivatives" + COUNT.incrementAndGet();
        ClassFiles classes = ClassFiles.withLambdaClasses(source, name);
        Pipeline pipeline =
                new Pipeline(dumps, new DeclaredFields(classes), setting.optimizations, setting.longestMethod);
        Preparation primals = Preparation.plain(classes, Rules.builtIn(), pipeline);
        Specialization root = new Specialization(
                new MethodReference(owner, primal.getName(), Type.getMethodDescriptor(primal)), true, active);
        prepared = primals.find(root.method()).orElseThrow();
        Refusals refusals = new Refusals();
        Closure closure = refusals.suitable(
                primals, root, (whole, member) -> Suitability.of(whole.activity(member), primals), refusal -> {});
        closure.differentiated().forEach(member -> problems.addAll(Suitability.of(closure.activity(member), primals)));
        DerivativeCode code = new DerivativeCode(name, classes, Rules.builtIn(), refusals, pipeline, Set.of());
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new IllegalArgumentException(problems.toString());
        }
        code.addForward(new MethodReference(name, "forward", Signatures.forward(root, 1)), root, 1);
        // What is not split must not be long.
        int width = setting.splits() ? 2 << Math.floorMod((primal + setting.toString()).hashCode(), 3) : 2;
        directions = addChunk(code, name, root, width);
        code.addReverse(new MethodReference(name, "reverse", Signatures.joint(root)), root, setting.budget());
        String nestHost = Type.getInternalName(primal.getDeclaringClass().getNestHost());
        functions = code.methods(new MethodSize(name, nestHost, classes)::of);
        functions.forEach(Verifier::verify);
        defineLambdas(lookup, classes);
        byte[] bytes = LoweredClass.inNest(nestHost, name, functions, classes);
        longestMethod = Collections.max(CodeSize.perMethod(bytes).values());
        compiled = define(lookup, bytes);
    }

    /** Adds forward mode along several directions at a time; gives how many, or 1 if they are too many. */
    private static int addChunk(DerivativeCode code, String name, Specialization root, int directions) {
        code.add(new CompanionClass.CoreMethod(
                new MethodReference(name, "chunk", Signatures.forward(root, directions)),
                root.method(),
                CompanionClass.Mode.FORWARD,
                root.active(),
                directions,
                0,
                false));
        return code.narrowed().isEmpty() ? directions : 1;
    }

    /** How many tangents the derivative {@code chunk} computes at a time; 1 if there is none. */
    public int directions() {
        return directions;
    }

    /** The classes of lambdas, which all programs of one class share, whether they are run or interpreted. */
    private void defineLambdas(Lookup lookup, ClassFiles classes) {
        List<Function> code = new ArrayList<>(functions);
        code.add(prepared);
        Map<String, byte[]> lambdas =
                EmittedLambdas.of(code, classes, Opcodes.V17).classes();
        synchronized (ProgramDerivatives.class) {
            for (Map.Entry<String, byte[]> lambda : lambdas.entrySet()) {
                try {
                    lookup.findClass(lambda.getKey().replace('/', '.'));
                } catch (ClassNotFoundException first) {
                    defineLambda(lookup, lambda.getValue());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static Lookup lookup(Method primal) {
        try {
            return MethodHandles.privateLookupIn(primal.getDeclaringClass(), MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void defineLambda(Lookup lookup, byte[] bytes) {
        try {
            lookup.defineClass(bytes);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> define(Lookup lookup, byte[] bytes) {
        try {
            return lookup.defineHiddenClass(bytes, true, ClassOption.NESTMATE).lookupClass();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Boolean> active() {
        return active;
    }

    /** Bytes of code of the longest of their methods. */
    public int longestMethod() {
        return longestMethod;
    }

    /** Notes, with the site of each. */
    public List<Problem> notes() {
        return List.copyOf(problems);
    }

    /** The compiled derivative {@code forward}, {@code chunk} or {@code reverse}. */
    public Method compiled(String name) {
        for (Method method : compiled.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Whether the interpreter knows all that a derivative does: it has no handles of methods that it interprets. */
    public boolean isInterpretable(String name) {
        return !(isCheckpointed && name.equals("reverse"));
    }

    /** Interprets the derivative {@code forward}, {@code chunk} or {@code reverse}, with all derivatives it calls. */
    public Object interpret(String name, Object... arguments) throws Throwable {
        Function start = functions.stream()
                .filter(function -> function.name().name().equals(name))
                .findFirst()
                .orElseThrow();
        return interpreter().call(asNestMate(start), arguments);
    }

    /** The function with the access of the primal's class, which the compiled class has as its nest mate. */
    private Function asNestMate(Function function) {
        MethodReference name = function.name();
        String owner = Type.getInternalName(primal.getDeclaringClass());
        return new Function(
                new MethodReference(owner, name.name(), name.descriptor()), function.isStatic(), function.blocks());
    }

    /** Interprets the primal as it was prepared for differentiation. */
    public Object interpretPrimal(Object... arguments) throws Throwable {
        return interpreter().call(prepared, arguments);
    }

    private Interpreter interpreter() {
        Map<MethodReference, Function> program = new HashMap<>();
        functions.forEach(function -> program.put(function.name(), asNestMate(function)));
        return new Interpreter(primal.getDeclaringClass().getClassLoader(), program::get, 100_000_000L);
    }

    private static ClassSource withResources(ClassSource classes) {
        return new ClassSource() {
            @Override
            public Optional<byte[]> find(String internalName) {
                return classes.find(internalName).or(() -> resource(internalName));
            }

            @Override
            public Set<String> project() {
                return classes.project();
            }
        };
    }

    private static Optional<byte[]> resource(String internalName) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
