package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.ir.interpreter.Interpreter;

/** Runs a factory with its {@link Op.Initialized} as calls, and compares what they are given with the real object. */
public final class InitializedFields {
    private static final Map<String, Object> SEEN = new HashMap<>();
    private static Object object;

    private InitializedFields() {}

    static synchronized void check(Function factory, Object... arguments) throws Throwable {
        SEEN.clear();
        object = null;
        Interpreter interpreter = new Interpreter(InitializedFields.class.getClassLoader(), method -> null, 1_000_000);
        Object made = interpreter.call(recording(factory), arguments);
        assertThat(made.getClass().getName()).isEqualTo(factory.name().owner().replace('/', '.'));
        assertThat(object == null || object == made).isTrue();
        new Comparison().compareFields(made);
    }

    private static Function recording(Function factory) {
        FreshIds fresh = FreshIds.of(factory);
        List<Block> blocks = factory.blocks().stream()
                .map(block -> new Block(
                        block.id(),
                        block.parameters(),
                        block.instructions().stream()
                                .flatMap(each -> recording(each, fresh).stream())
                                .toList(),
                        block.terminator(),
                        block.handlers()))
                .toList();
        return new Function(factory.name(), true, blocks);
    }

    private static List<Instruction> recording(Instruction instruction, FreshIds fresh) {
        if (!(instruction.op() instanceof Op.Initialized initialized)) {
            return List.of(instruction);
        }
        Type type = initialized.field().type().isReference()
                ? Type.OBJECT
                : initialized.field().type();
        Value name = fresh.value(Type.STRING);
        Op literal = new Op.Literal(new Constant.OfString(initialized.field().toString()));
        MethodReference record = new MethodReference(
                InitializedFields.class.getName().replace('.', '/'),
                "record",
                Type.methodDescriptor(List.of(Type.OBJECT, type, Type.STRING), Type.VOID));
        List<Value> operands = new ArrayList<>(instruction.operands());
        operands.add(name);
        return List.of(
                new Instruction(name, literal, List.of(), 0),
                new Instruction(null, new Op.Invoke(Op.InvokeKind.STATIC, record, false), operands, 0));
    }

    /** Called by factories. */
    public static void record(Object of, double value, String field) {
        record(of, (Object) value, field);
    }

    /** Called by factories. */
    public static void record(Object of, float value, String field) {
        record(of, (Object) value, field);
    }

    /** Called by factories. */
    public static void record(Object of, Object value, String field) {
        assertThat(SEEN).doesNotContainKey(field);
        object = of;
        SEEN.put(field, value);
    }

    /** Two graphs of objects are the same in form and numbers; what was met before is met again. */
    private static final class Comparison {
        private final IdentityHashMap<Object, Object> counterparts = new IdentityHashMap<>();
        private final IdentityHashMap<Object, Object> originals = new IdentityHashMap<>();

        void compareFields(Object made) throws IllegalAccessException {
            int compared = 0;
            for (Class<?> at = made.getClass(); !at.getName().startsWith("java."); at = at.getSuperclass()) {
                for (Field field : at.getDeclaredFields()) {
                    Class<?> type = field.getType();
                    boolean hasValue = !type.isPrimitive() || type == double.class || type == float.class;
                    String name = at.getName() + "." + field.getName();
                    if (!Modifier.isStatic(field.getModifiers()) && hasValue) {
                        field.setAccessible(true);
                        Object zero = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
                        compare(name, field.get(made), SEEN.containsKey(name) ? SEEN.get(name) : zero);
                        compared += SEEN.containsKey(name) ? 1 : 0;
                    }
                }
            }
            assertThat(compared).isEqualTo(SEEN.size());
        }

        private void compare(String where, Object real, Object replayed) throws IllegalAccessException {
            if (real == null || replayed == null || isNumber(real)) {
                assertThat(replayed).as(where).isEqualTo(real);
                return;
            }
            // A call site makes lambdas of one class, but the interpreter's is another one.
            if (real.getClass().isHidden()) {
                assertThat(replayed.getClass().getInterfaces())
                        .as(where)
                        .isEqualTo(real.getClass().getInterfaces());
                return;
            }
            assertThat(replayed.getClass()).as(where).isEqualTo(real.getClass());
            Object known = counterparts.put(real, replayed);
            assertThat(known == null || known == replayed).as(where).isTrue();
            Object original = originals.put(replayed, real);
            assertThat(original == null || original == real).as(where).isTrue();
            if (known == null && real != replayed) {
                compareContents(where, real, replayed);
            }
        }

        private static boolean isNumber(Object value) {
            return value instanceof Number || value instanceof String || value instanceof Boolean;
        }

        private void compareContents(String where, Object real, Object replayed) throws IllegalAccessException {
            if (real instanceof List<?> list) {
                compare(where, list.toArray(), ((List<?>) replayed).toArray());
            } else if (real.getClass().isArray()) {
                assertThat(Array.getLength(replayed)).as(where).isEqualTo(Array.getLength(real));
                for (int i = 0; i < Array.getLength(real); i++) {
                    compare(where + "[" + i + "]", Array.get(real, i), Array.get(replayed, i));
                }
            } else {
                for (Field field : real.getClass().getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        compare(where + "." + field.getName(), field.get(real), field.get(replayed));
                    }
                }
            }
        }
    }
}
