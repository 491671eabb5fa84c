package org.atled.compiler.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.Rules;

/** Where analyses and transforms get the functions that primal methods were lifted to. */
public interface Primals {
    /** What is known about the derivatives of methods without looking into them. */
    Rules rules();

    /**
     * The method's function, prepared for differentiation: always the same one for the same method.
     *
     * @return empty if the method has no code to differentiate; {@link #absence} says why
     */
    Optional<Function> find(MethodReference method);

    /** Why there is no code of a method that {@link #find} does not find. */
    Absence absence(MethodReference method);

    /** The name of a parameter, the receiver first, as the class file gives it, or {@code "number 2"}. */
    String parameterName(MethodReference method, int index);

    /** Whether the method is declared {@code synchronized}, which its code does not show. */
    boolean isSynchronized(MethodReference method);

    /** The line of the first statement of a method, 0 if unknown. */
    int line(MethodReference method);

    /**
     * The place of an instance field in shadows; empty if it is a field of the JDK or unknown, or of an enum: its constants
     * are shared by all, as what is in static fields is.
     */
    Optional<Slot> slot(FieldReference field);

    /** The size of the shadows of objects of this class. */
    ObjectLayout layout(String internalName);

    /** The method a call of this method reaches on an object of exactly this class; empty if it has none with code. */
    Optional<MethodReference> select(String internalName, MethodReference method);

    /** Whether no class can override the method: it is private, final, or in a final class. */
    boolean isFixed(MethodReference method);

    /** Whether the method is one of an interface. */
    boolean isOfInterface(MethodReference method);

    /** The concrete classes of the project, and the type itself if it is one, that are subtypes of a type. */
    List<String> implementations(Type type);

    /** The classes of the project's lambdas that are subtypes of a type. */
    List<String> projectLambdas(Type type);

    /** Whether there can be any: the project is being built, its classes are not in use yet. */
    boolean knowsProjectLambdas();

    /**
     * The types of the objects that the arguments of a method may lead to, by declarations; {@code java/lang/Object} stands
     * for all types.
     */
    Set<String> heldByArguments(MethodReference method);

    /** The same of what is in a field. */
    Set<String> heldBy(FieldReference field);

    /** The same of an object of a class. */
    Set<String> heldBy(String internalName);

    /** Whether one class is, or inherits from, a type. */
    boolean isSubtype(String internalName, Type type);

    /**
     * The static method that makes an object as a constructor does, in a form that can be differentiated.
     *
     * @return empty if there is none; {@link #absence} of the constructor says why
     */
    Optional<MethodReference> factory(MethodReference constructor);

    /** Whether this is what {@link #factory} gives. */
    boolean isFactory(MethodReference method);

    /**
     * The static method that calls a method by the class of the receiver.
     *
     * @param receiver static type of the receiver
     * @param classes the classes the receiver is expected to be of
     * @param others classes it may be of, whose implementation cannot be differentiated
     */
    MethodReference dispatcher(Type receiver, Op.Invoke call, List<String> classes, List<String> others);

    /** The static method that throws in the place of a method, whose derivative is not known. */
    MethodReference refusal(MethodReference method, boolean isStatic);

    /** Whether a class was made of a lambda or method reference, or stands in for one of the JDK, as of a stream. */
    boolean isLambda(String internalName);

    /** Whether a class is one of the project's own, no library's. */
    boolean isOfProject(String internalName);

    /** Whether a class is an exception or error. */
    boolean isThrowable(String internalName);
}
