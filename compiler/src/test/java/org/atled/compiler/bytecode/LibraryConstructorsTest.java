package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.transform.ConstructorFactory;
import org.atled.compiler.transform.SinkAllocations;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Constructors of whole libraries: most have a factory, which is valid; the others are refused for a reason. */
class LibraryConstructorsTest {
    private static final ConstructorFactory.Callees CALLEES = new ConstructorFactory.Callees() {
        private final ExactReceivers receivers = new ExactReceivers(LoadedClasses.FILES);

        @Override
        public Optional<Function> find(Op.Invoke call, String receiver) {
            return receivers.find(call, receiver);
        }

        @Override
        public FieldReference declared(FieldReference named) {
            return receivers.declared(named);
        }
    };

    private final Map<String, Integer> reasons = new TreeMap<>();
    private int made;
    private int refused;

    @ParameterizedTest
    @ValueSource(classes = {DMatrixRMaj.class, FastMath.class})
    void mostHaveAValidFactory(Class<?> member) throws IOException, URISyntaxException {
        Path jar = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .forEach(name -> LoadedClasses.FILES.node(name).ifPresent(this::visit));
        }
        assertThat(made).as("%s refused: %s", refused, reasons).isGreaterThan(4 * refused);
    }

    private void visit(ClassNode node) {
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0) {
                Function lifted = Lift.apply(node, method, LoadedClasses.FILES.hierarchy());
                checkSunk(SinkAllocations.apply(lifted));
                if (method.name.equals("<init>")) {
                    visit(ConstructorFactory.of(lifted, CALLEES));
                }
            }
        }
    }

    private void visit(ConstructorFactory.Result result) {
        if (result instanceof ConstructorFactory.Made factory) {
            Verifier.verify(factory.function());
            made++;
        } else if (result instanceof ConstructorFactory.Refused refusal) {
            refused++;
            reasons.merge(refusal.reason(), 1, Integer::sum);
            assertThat(refusal.line()).isPositive();
        }
    }

    /** What a compiler for Java writes constructs each object once. */
    private static void checkSunk(Function function) {
        Verifier.verify(function);
        function.blocks().forEach(block -> {
            List<Instruction> instructions = block.instructions();
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i).op() instanceof Op.New) {
                    Value object = instructions.get(i).result();
                    Instruction next = instructions.get(i + 1);
                    assertThat(next.op()).as("%s", function).isInstanceOf(Op.Invoke.class);
                    MethodReference method = ((Op.Invoke) next.op()).method();
                    assertThat(method.name()).isEqualTo("<init>");
                    assertThat(next.operand(0)).isEqualTo(object);
                }
            }
        });
    }
}
