package org.atled.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.DeclaredFields;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.Rules;
import org.junit.jupiter.api.Test;

/** Which fields are taken for inputs' dependents, and which for constants. */
class VariedFieldsTest {
    static final class Point {
        final double weight;
        double x;
        double y;
        double fromElsewhere;

        Point(double weight, double x) {
            this.weight = weight;
            this.x = x;
        }

        void moveTo(double place) {
            fromElsewhere = place;
        }
    }

    static double made(double p) {
        Point point = new Point(2, p);
        point.y = 3;
        point.moveTo(4);
        return point.weight * point.x * point.y * point.fromElsewhere;
    }

    static double moved(double p) {
        Point point = new Point(2, 3);
        double before = point.fromElsewhere;
        point.moveTo(p);
        return before + point.fromElsewhere * point.x;
    }

    static double given(Point point) {
        return point.x;
    }

    static double givenMany(Point[] points) {
        return points[0].x;
    }

    static double givenNumbers(double[][] numbers) {
        Point point = new Point(2, 3);
        point.y = numbers[0][0];
        return point.y * point.x;
    }

    private static Optional<byte[]> bytes(String internalName) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Boolean> varied(String method, String descriptor) {
        ClassFiles classes = new ClassFiles(VariedFieldsTest::bytes);
        Pipeline pipeline = new Pipeline(Dumps.NONE, new DeclaredFields(classes), Set.of());
        Preparation primals = Preparation.plain(classes, Rules.builtIn(), pipeline);
        String owner = VariedFieldsTest.class.getName().replace('.', '/');
        Specialization root = new Specialization(new MethodReference(owner, method, descriptor), true, List.of(true));
        Closure closure = Closure.of(primals, root, Set.of());
        Activity activity = closure.activity(root);
        Map<String, Boolean> varied = new TreeMap<>();
        for (String name : List.of("weight", "x", "y", "fromElsewhere")) {
            FieldReference field = new FieldReference(owner + "$Point", name, Type.DOUBLE);
            varied.put(name, activity.isVaried(primals.slot(field).orElseThrow()));
        }
        return varied;
    }

    private static void onlyVaried(String method, String descriptor, String... fields) {
        assertThat(varied(method, descriptor))
                .allSatisfy((field, isVaried) ->
                        assertThat(isVaried).as(field).isEqualTo(List.of(fields).contains(field)));
    }

    @Test
    void whatNoActiveNumberIsStoredIntoIsConstant() {
        onlyVaried("made", "(D)D", "x");
        onlyVaried("givenNumbers", "([[D)D", "y");
    }

    @Test
    void aStoreInAMethodThatIsCalledCountsEverywhere() {
        onlyVaried("moved", "(D)D", "fromElsewhere");
    }

    @Test
    void allFieldsOfObjectsThatAreGivenAreInputs() {
        String point = VariedFieldsTest.class.getName().replace('.', '/') + "$Point;";
        onlyVaried("given", "(L" + point + ")D", "weight", "x", "y", "fromElsewhere");
        onlyVaried("givenMany", "([L" + point + ")D", "weight", "x", "y", "fromElsewhere");
    }
}
