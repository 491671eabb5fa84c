package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.atled.NoDerivative;
import org.atled.Tangent;
import org.junit.jupiter.api.Test;

/** Shadows of objects: where their numbers stand, what they mirror, and how they are shown. */
final class ObjectShadowsTest {
    private static class Base {
        private final double z = 3;
        private float b;
        private int count;
        private static double shared = 7;
        private final String name = "base";
        protected double[] x = {1, 2};
    }

    private static final class Derived extends Base {
        private final double a = 1;
        private Derived next;

        @NoDerivative
        private final double[] data = {9};

        private Object[] parts;
    }

    record Inner(double k, int n) {}

    record Params(
            double alpha,
            double[] beta,
            Inner inner,
            String label,
            @NoDerivative double tolerance) {}

    record Chain(double value, Chain next) {}

    record Positive(double value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("value must be positive");
            }
        }
    }

    enum Kind {
        A
    }

    private static Shadow zeros(Object object) {
        return (Shadow) Cotangents.zerosLike(object);
    }

    @Test
    void fieldsOfASuperclassComeFirstEachSortedByName() {
        Layout layout = Layout.of(Derived.class);
        String base = Base.class.getName();
        String derived = Derived.class.getName();
        assertThat(layout.number(base, "b")).isEqualTo(0);
        assertThat(layout.number(base, "z")).isEqualTo(1);
        assertThat(layout.number(derived, "a")).isEqualTo(2);
        assertThat(layout.reference(base, "name")).isEqualTo(0);
        assertThat(layout.reference(base, "x")).isEqualTo(1);
        assertThat(layout.reference(derived, "data")).isEqualTo(2);
        assertThat(layout.reference(derived, "next")).isEqualTo(3);
        assertThat(layout.reference(derived, "parts")).isEqualTo(4);
        assertThatIllegalStateException()
                .isThrownBy(() -> layout.number(base, "count"))
                .withMessageContaining("compile the project anew");
    }

    @Test
    void fieldsAreMirroredButConstantsAreNot() {
        Derived object = new Derived();
        object.parts = new Object[] {object.x, object, "text", new int[2], 1.5, Kind.A};
        Shadow shadow = zeros(object);
        assertThat(shadow.numbers).containsExactly(0, 0, 0);
        assertThat(shadow.references[0]).isNull();
        assertThat((double[]) shadow.references[1]).containsExactly(0, 0);
        assertThat(shadow.references[2]).isNull();
        assertThat(shadow.references[3]).isNull();
        Object[] parts = (Object[]) shadow.references[4];
        assertThat(parts[0]).isSameAs(shadow.references[1]);
        assertThat(parts[1]).isSameAs(shadow);
        assertThat(parts).containsSequence(null, null, new double[1]).endsWith((Object) null);
    }

    @Test
    void cyclesEndAndIdentityIsKept() {
        Derived one = new Derived();
        Derived two = new Derived();
        one.next = two;
        two.next = one;
        two.x = one.x;
        Shadow shadow = zeros(one);
        Shadow other = (Shadow) shadow.references[3];
        assertThat(other).isNotSameAs(shadow);
        assertThat(other.references[3]).isSameAs(shadow);
        assertThat(other.references[1]).isSameAs(shadow.references[1]);
        one.next = one;
        Shadow self = zeros(one);
        assertThat(self.references[3]).isSameAs(self);
    }

    @Test
    void containersAreMirroredInOrder() {
        double[] row = {1};
        assertThat((List<?>) Cotangents.zerosLike(Arrays.asList(row, null, row)))
                .hasSize(3)
                .satisfies(list -> assertThat(list.get(0)).isSameAs(list.get(2)).isEqualTo(new double[1]))
                .element(1)
                .isNull();
        assertThat((Collection<?>) Cotangents.zerosLike(new ArrayDeque<>(List.of(1.0, 2.0))))
                .hasSize(2);
        Map<?, ?> map = (Map<?, ?>) Cotangents.zerosLike(new TreeMap<>(Map.of("a", row, "b", 1.0)));
        assertThat(map.get("a")).isEqualTo(new double[1]);
        assertThat(map.get("b")).isEqualTo(new double[1]);
        assertThat(Cotangents.zerosLike(new Random())).isNull();
        assertThat(Cotangents.zerosLike(Kind.A)).isNull();
        assertThat(Cotangents.zerosLike((DoubleUnaryOperator) y -> y * row[0])).isNull();
    }

    /** A boxed number is no place in memory: each of its places has a derivative of its own. */
    @Test
    void oneBoxInTwoPlacesHasTwoShadows() {
        Double box = 2.0;
        Object[] shadows = (Object[]) Cotangents.zerosLike(new Double[] {box, box});
        assertThat(shadows[0]).isNotSameAs(shadows[1]);
    }

    @Test
    void depthDoesNotMatter() {
        Derived first = new Derived();
        Chain chain = null;
        Derived last = first;
        for (int i = 0; i < 100_000; i++) {
            last.next = new Derived();
            last = last.next;
            chain = new Chain(i, chain);
        }
        Shadow shadow = zeros(first);
        shadow.numbers[2] = 5;
        ((Shadow) shadow.references[3]).numbers[0] = 6;
        Shadow twice = (Shadow) Shadows.seeded().mirrorObject("first", first, "tangent", tangent(shadow));
        assertThat(twice).isSameAs(shadow);
        Cotangents.seed(shadow, shadow);
        assertThat(shadow.numbers[2]).isEqualTo(10);
        Cotangents.clear(shadow, false);
        assertThat(shadow.numbers[2]).isZero();
        assertThat(((Shadow) shadow.references[3]).numbers[0]).isZero();
        Chain gradient = Gradients.record(chain, zeros(chain));
        assertThat(gradient.value).isZero();
        assertThat(gradient.next.value).isZero();
    }

    @Test
    void arraysOfArraysOfObjectsAreMirrored() {
        Inner inner = new Inner(1, 2);
        Inner[][] rows = {{inner, null}, {}, null, {inner}};
        Object[] shadow = (Object[]) Cotangents.zerosLike(rows);
        assertThat(shadow).hasSize(4);
        assertThat(((Object[]) shadow[0])[0])
                .isSameAs(((Object[]) shadow[3])[0])
                .isInstanceOf(Shadow.class);
        assertThat(((Object[]) shadow[0])[1]).isNull();
        assertThat((Object[]) shadow[1]).isEmpty();
        assertThat(shadow[2]).isNull();
    }

    @Test
    void clearAndSeedGoThroughCyclesOnce() {
        Derived object = new Derived();
        object.next = object;
        Shadow shadow = zeros(object);
        Shadow seed = zeros(object);
        seed.numbers[1] = 2;
        ((double[]) seed.references[1])[1] = 3;
        Cotangents.seed(shadow, seed);
        assertThat(shadow.numbers).containsExactly(0, 2, 0);
        assertThat((double[]) shadow.references[1]).containsExactly(0, 3);
        Cotangents.clear(shadow, true);
        assertThat(shadow.numbers).containsExactly(0, 2, 0);
        Cotangents.clear(shadow, false);
        assertThat(shadow.numbers).containsExactly(0, 0, 0);
        assertThat((double[]) shadow.references[1]).containsExactly(0, 0);
    }

    @Test
    void recordsAreMadeOfTheirShadows() {
        double[] beta = {1, 2};
        Params params = new Params(1, beta, new Inner(4, 5), "label", 1e-3);
        Shadow shadow = zeros(params);
        shadow.numbers[0] = 10;
        shadow.numbers[1] = 99;
        ((double[]) shadow.references[0])[1] = 20;
        ((Shadow) shadow.references[1]).numbers[0] = 30;
        Params gradient = Gradients.record(params, shadow);
        assertThat(gradient.alpha).isEqualTo(10);
        assertThat(gradient.beta).containsExactly(0, 20).isNotSameAs(beta);
        assertThat(gradient.inner).isEqualTo(new Inner(30, 5));
        assertThat(gradient.label).isEqualTo("label");
        assertThat(gradient.tolerance).isEqualTo(1e-3);
    }

    @Test
    void aConstructorThatRefusesIsNamed() {
        Positive positive = new Positive(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> Gradients.record(positive, zeros(positive)))
                .withMessage("the gradient cannot be a " + Positive.class.getName() + ", as its constructor refuses"
                        + " derivatives: java.lang.IllegalArgumentException: value must be positive. Let it accept any"
                        + " number, or make it a class, whose gradient is a tangent.");
    }

    @Test
    void containersAreShownAsTheyStoodOnEntry() {
        Object[] shadow = {new double[] {1}, new double[] {2}};
        Object[] entry = Gradients.onEntry(shadow);
        Object moved = shadow[0];
        shadow[0] = shadow[1];
        shadow[1] = moved;
        Double[] shown = Gradients.array(Double[].class, null, entry, (p, s) -> Gradients.number(s));
        assertThat(shown).containsExactly(1.0, 2.0);
        Map<String, double[]> map = new LinkedHashMap<>(Map.of("a", new double[] {3}));
        assertThat(Gradients.<String, Double>map(null, Gradients.onEntry(map), (p, s) -> Gradients.number(s)))
                .isEqualTo(Map.of("a", 3.0));
    }

    private static Tangent tangent(Shadow shadow) {
        return () -> shadow;
    }

    @Test
    void recordsGivenAsTangentsBecomeShadows() {
        double[] beta = {1, 2};
        double[] seed = {7, 8};
        Params params = new Params(1, beta, new Inner(4, 5), "label", 1e-3);
        Params direction = new Params(10, seed, new Inner(40, 0), "", 0);
        Shadows shadows = Shadows.seeded();
        Shadow shadow = (Shadow) shadows.mirrorObject("p", params, "pTangent", direction);
        assertThat(shadow.numbers).containsExactly(10, 0);
        assertThat(shadow.references[0]).isSameAs(seed);
        assertThat(((Shadow) shadow.references[1]).numbers).containsExactly(40);
        assertThat(shadows.mirror("b", beta, "bTangent", seed)).isSameAs(seed);
        refuses(
                () -> shadows.mirror("b", beta, "bTangent", new double[2]),
                "p.beta and b are the same array, but pTangent.beta and bTangent are not: pass the same array for"
                        + " both.");
        refuses(
                () -> Shadows.seeded().mirrorObject("p", params, "pTangent", new Inner(1, 1)),
                "pTangent is of " + Inner.class.getTypeName() + ", which is no tangent of p, of "
                        + Params.class.getTypeName() + ": pass one made for it.");
        refuses(
                () -> Shadows.seeded()
                        .mirrorObject("p", params, "pTangent", new Params(1, new double[1], null, null, 0)),
                "pTangent.beta has length 1, but p.beta has length 2: pass an array of length 2.");
    }

    @Test
    void oneObjectTakesOneTangent() {
        Derived object = new Derived();
        Shadow shadow = zeros(object);
        Shadows shadows = Shadows.seeded();
        assertThat(shadows.mirrorObject("a", object, "aTangent", tangent(shadow)))
                .isSameAs(shadow);
        assertThat(shadows.mirrorObject("b", object, "bTangent", tangent(shadow)))
                .isSameAs(shadow);
        refuses(
                () -> shadows.mirrorObject("c", object, "cTangent", tangent(zeros(object))),
                "a and c are the same object, but aTangent and cTangent are not: pass the same for both.");
        refuses(
                () -> shadows.mirrorObject("d", new Derived(), "dTangent", tangent(shadow)),
                "dTangent and aTangent are the same tangent, but d and a are not the same object: pass two.");
        refuses(
                () -> shadows.mirrorObject("e", null, "eTangent", tangent(shadow)),
                "eTangent is not null, but e is null: pass null, or a tangent made for the object as it is now.");
    }

    @Test
    void aTangentIsCompletedWhereTheObjectHasChanged() {
        Derived object = new Derived();
        Shadow shadow = zeros(object);
        object.next = new Derived();
        Shadows.seeded().mirrorObject("a", object, "aTangent", tangent(shadow));
        assertThat(shadow.references[3]).isInstanceOf(Shadow.class);
        object.next = null;
        Shadows.seeded().mirrorObject("a", object, "aTangent", tangent(shadow));
        assertThat(shadow.references[3]).isNull();
    }

    @Test
    void noTangentMeansZeros() {
        Derived object = new Derived();
        Shadows shadows = Shadows.seeded();
        Shadow shadow = (Shadow) shadows.mirrorObject("a", object, "aTangent", null);
        assertThat(shadow.numbers).containsExactly(0, 0, 0);
        shadows.mirror("x", object.x, "xTangent", new double[2]);
        refuses(
                shadows::requireApart,
                "x has a tangent of its own, but is also part of an object that was given none: pass a tangent for"
                        + " that, too.");
    }

    @Test
    void containersOfTangentsBecomeContainersOfShadows() {
        Object shadow = Shadows.seeded().mirrorObject("l", List.of(1.0, 2.0, 3.0), "lTangent", List.of(4.0, 5.0, 6.0));
        assertThat(Gradients.list(null, shadow, (p, s) -> Gradients.number(s))).containsExactly(4.0, 5.0, 6.0);
        Object map = Shadows.seeded().mirrorObject("m", Map.of("k", 1.0), "mTangent", Map.of("k", 4.0));
        assertThat(Gradients.map(null, map, (p, s) -> Gradients.number(s))).isEqualTo(Map.of("k", 4.0));
        refuses(
                () -> Shadows.seeded().mirrorObject("l", List.of(1.0), "lTangent", List.of()),
                "lTangent has length 0, but l has length 1: pass an array of length 1.");
    }

    @Test
    void constantsAreNoPartOfVariables() {
        Derived object = new Derived();
        Zeros zeros = new Zeros();
        zeros.of(object);
        zeros.requireConstant("t", new double[] {1, 2});
        refuses(
                () -> zeros.requireConstant("t", object.x),
                "part of a variable and t are the same array, but t has no derivative, so that part of the derivative"
                        + " would be lost: pass a copy, t.clone().");
    }

    @Test
    void tangentsReadFieldsByName() {
        Derived object = new Derived();
        object.next = object;
        Shadow shadow = zeros(object);
        shadow.numbers[1] = 4;
        Tangent tangent = tangent(shadow);
        assertThat(tangent.number(Base.class, "z")).isEqualTo(4);
        assertThat(((Tangent) tangent.reference(Derived.class, "next")).shadow())
                .isSameAs(shadow);
        refuses(
                () -> tangent.number(Base.class, "name"),
                Base.class.getName() + " declares no field name of double or float: name a field, and the class that"
                        + " declares it.");
        refuses(
                () -> tangent(new Shadow(0, 0)).number(Base.class, "z"),
                "this is not the tangent of a " + Base.class.getName()
                        + ": view it as the class of the object, or one above it.");
    }

    private static void refuses(Runnable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check::run).withMessage(message);
    }
}
