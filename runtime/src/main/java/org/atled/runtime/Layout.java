package org.atled.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.NoDerivative;

/**
 * Where the fields of a class stand in the {@link Shadow} of its objects. Found by reflection, once for each class. Not
 * for use by hand; thread-safe.
 */
public final class Layout {
    private static final ClassValue<Layout> LAYOUTS = new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
            return new Layout(type);
        }
    };

    private final Class<?> type;
    private final Map<String, Integer> numberSlots = new HashMap<>();
    private final Map<String, Integer> referenceSlots = new HashMap<>();
    private final List<FieldSlot> numbers = new ArrayList<>();
    private final List<FieldSlot> references = new ArrayList<>();

    private Layout(Class<?> type) {
        this.type = type;
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> c = type; c != null && !c.getName().startsWith("java."); c = c.getSuperclass()) {
            classes.add(0, c);
        }
        classes.forEach(this::add);
    }

    private void add(Class<?> declaring) {
        Field[] fields = declaring.getDeclaredFields();
        Arrays.sort(fields, Comparator.comparing(Field::getName));
        for (Field field : fields) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            if (field.getType() == double.class || field.getType() == float.class) {
                add(field, numberSlots, numbers);
            } else if (!field.getType().isPrimitive()) {
                add(field, referenceSlots, references);
            }
        }
    }

    private static void add(Field field, Map<String, Integer> slots, List<FieldSlot> mirrored) {
        int slot = slots.size();
        slots.put(key(field.getDeclaringClass().getName(), field.getName()), slot);
        if (!field.isAnnotationPresent(NoDerivative.class) && !isPlatform(field.getDeclaringClass())) {
            mirrored.add(new FieldSlot(field, slot));
        }
    }

    private static String key(String owner, String field) {
        return owner + "." + field;
    }

    /** The layout of a class. */
    public static Layout of(Class<?> type) {
        return LAYOUTS.get(type);
    }

    /**
     * The layout of a class that generated code may not be able to name.
     *
     * @param companion lookup of the class that asks
     * @param name binary name
     */
    public static Layout of(MethodHandles.Lookup companion, String name) {
        try {
            return of(Class.forName(name, false, companion.lookupClass().getClassLoader()));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    companion.lookupClass().getName() + " was written for a class " + name
                            + " that is no longer there: compile the project anew.",
                    missing);
        }
    }

    /** The place of a field among the numbers of a shadow. */
    public int number(String owner, String field) {
        return require(numberSlots.get(key(owner, field)), owner, field);
    }

    /** The place of a field among the references of a shadow. */
    public int reference(String owner, String field) {
        return require(referenceSlots.get(key(owner, field)), owner, field);
    }

    private static int require(Integer slot, String owner, String field) {
        if (slot == null) {
            throw new IllegalStateException("the companion was written for a class " + owner + " with a field " + field
                    + " of the same type, which is no longer there: compile the project anew.");
        }
        return slot;
    }

    /** The number that a shadow has for a field declared in this class. */
    public double number(Shadow shadow, String field) {
        return requireFit(shadow).numbers[declared(numberSlots, field, "double or float")];
    }

    /** What a shadow has for a field declared in this class. */
    public Object reference(Shadow shadow, String field) {
        return requireFit(shadow).references[declared(referenceSlots, field, "class or array type")];
    }

    private int declared(Map<String, Integer> slots, String field, String kind) {
        Integer slot = slots.get(key(type.getName(), field));
        if (slot == null) {
            throw new IllegalArgumentException(type.getName() + " declares no field " + field + " of " + kind
                    + ": name a field, and the class that declares it.");
        }
        return slot;
    }

    /**
     * The same shadow, if it can be that of an object of this class.
     *
     * @throws IllegalArgumentException if it has too few places
     */
    public Shadow requireFit(Shadow shadow) {
        if (shadow.numbers.length < numberSlots.size() || shadow.references.length < referenceSlots.size()) {
            throw new IllegalArgumentException("this is not the tangent of a " + type.getName()
                    + ": view it as the class of the object, or one above it.");
        }
        return shadow;
    }

    /** A shadow that is zero and refers to nothing. */
    Shadow empty() {
        return new Shadow(numberSlots.size(), referenceSlots.size());
    }

    /** Whether a shadow has exactly the places of this class. */
    boolean isOf(Shadow shadow) {
        return shadow.numbers.length == numberSlots.size() && shadow.references.length == referenceSlots.size();
    }

    /** The fields of type {@code double} and {@code float} that have a derivative. */
    List<FieldSlot> numbers() {
        return numbers;
    }

    /** The fields of other types that may have a derivative. */
    List<FieldSlot> references() {
        return references;
    }

    /** Whether an object's fields are mirrored: not those of the platform, of enums, and of functions made on the fly. */
    static boolean isMirrored(Object object) {
        Class<?> type = object.getClass();
        return !(object instanceof Enum) && !type.isHidden() && !Proxy.isProxyClass(type) && !isPlatform(type);
    }

    /** Whether a class is part of the JDK. */
    static boolean isPlatform(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || type.getName().startsWith("java.");
    }
}
