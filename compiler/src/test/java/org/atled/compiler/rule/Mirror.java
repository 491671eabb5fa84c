package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.ir.MethodReference;

/**
 * Runs primals together with their rules, as derivative code does, and knows the shadow of every object: elements get
 * theirs here, everything else by the rules.
 */
final class Mirror {
    private final Map<MethodReference, StructuralRule> rules;
    private final Map<Object, Object> shadows = new IdentityHashMap<>();

    Mirror(List<Class<?>> ruleClasses) {
        rules = Rules.readAll(ruleClasses, StructuralRuleReader::read);
    }

    /** A new element with a shadow of its own. */
    Object element() {
        Object element = new Object() {
            @Override
            public String toString() {
                return "element" + Integer.toHexString(hashCode());
            }
        };
        shadows.put(element, new double[1]);
        return element;
    }

    void know(Object primal, Object shadow) {
        shadows.put(primal, shadow);
    }

    Object shadow(Object primal) {
        return shadows.get(primal);
    }

    Object construct(Class<?> owner, String parameters, Object... operands) {
        return call(owner, "<init>", "(" + parameters + ")V", operands);
    }

    /** Calls a method, then its rule. The result is what the method returns, and its shadow is known from now on. */
    Object call(Class<?> owner, String name, String descriptor, Object... operands) {
        MethodReference method = new MethodReference(owner.getName().replace('.', '/'), name, descriptor);
        StructuralRule rule =
                Optional.ofNullable(rules.get(method)).orElseThrow(() -> new AssertionError("no rule for " + method));
        Object result = primal(owner, name, descriptor, operands);
        Object[] operandShadows = Arrays.stream(operands).map(shadows::get).toArray();
        if (rule.shadow().isPresent()) {
            Object shadow = new StructuralRuleProbe(rule).shadow(operands, operandShadows, result);
            Object known = shadows.get(result);
            if (known instanceof double[]) {
                assertThat(shadow).as(method + " on " + operands[0]).isSameAs(known);
            } else if (result != null && shadow != null) {
                shadows.put(result, shadow);
            }
        }
        return result;
    }

    private static Object primal(Class<?> owner, String name, String descriptor, Object... operands) {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodType type = MethodType.fromMethodDescriptorString(descriptor, Mirror.class.getClassLoader());
        try {
            MethodHandle handle;
            if (name.equals("<init>")) {
                handle = lookup.findConstructor(owner, type);
            } else if (type.parameterCount() == operands.length) {
                handle = lookup.findStatic(owner, name, type);
            } else {
                handle = lookup.findVirtual(owner, name, type);
            }
            return handle.asFixedArity().invokeWithArguments(operands);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Checks that a container's shadow has the shadows of its elements, in the order in which it iterates. */
    void check(Object container) {
        if (container instanceof Map<?, ?> map) {
            Map<?, ?> mapShadow = (Map<?, ?>) shadows.get(map);
            assertThat(mapShadow).hasSameSizeAs(map);
            map.forEach((key, value) -> assertThat(mapShadow.get(key)).isSameAs(shadows.get(value)));
        } else {
            Collection<?> elements = (Collection<?>) container;
            List<Object> expected = new ArrayList<>();
            elements.forEach(element -> expected.add(shadows.get(element)));
            Iterator<?> actual = ((Collection<?>) shadows.get(container)).iterator();
            for (Object shadow : expected) {
                assertThat(actual.next()).isSameAs(shadow);
            }
            assertThat(actual.hasNext()).isFalse();
        }
    }
}
