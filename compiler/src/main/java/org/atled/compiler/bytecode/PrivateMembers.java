package org.atled.compiler.bytecode;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/** The dynamic constants that {@code org.atled.runtime.PrivateMembers} resolves: members and classes that are out of reach. */
final class PrivateMembers {
    static final Type HANDLE = Type.object("java/lang/invoke/MethodHandle");

    private static final String OWNER = "org/atled/runtime/PrivateMembers";
    private static final String START = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;";
    private static final String OF_MEMBER =
            START + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/invoke/MethodType;)" + HANDLE.descriptor();
    private static final String OF_SUPER = OF_MEMBER.replace(")", "Ljava/lang/String;)");
    private static final String OF_CLASS = START + "Ljava/lang/String;)" + Type.CLASS.descriptor();

    private PrivateMembers() {}

    /**
     * A handle of a member.
     *
     * @param kind the bootstrap method: what is done with the member
     * @param declared descriptor of the member
     * @param called descriptor of the handle, of types that can be named
     */
    static Constant handle(String kind, String owner, String name, String declared, String called) {
        return new Constant.Dynamic(
                name,
                HANDLE.descriptor(),
                new Constant.Handle(6, OWNER, kind, OF_MEMBER, false),
                List.of(
                        new Constant.OfString(owner.replace('/', '.')),
                        new Constant.OfString(declared),
                        new Constant.OfMethodType(called)));
    }

    /** A handle of a method as a class calls it by {@code super}. */
    static Constant superMethod(String caller, MethodReference method, String called) {
        return new Constant.Dynamic(
                method.name(),
                HANDLE.descriptor(),
                new Constant.Handle(6, OWNER, "superMethod", OF_SUPER, false),
                List.of(
                        new Constant.OfString(caller.replace('/', '.')),
                        new Constant.OfString(method.descriptor()),
                        new Constant.OfMethodType(called),
                        new Constant.OfString(method.owner().replace('/', '.'))));
    }

    /** The class object of a class or array type. */
    static Constant type(Type type) {
        return new Constant.Dynamic(
                "type",
                Type.CLASS.descriptor(),
                new Constant.Handle(6, OWNER, "type", OF_CLASS, false),
                List.of(new Constant.OfString(type.internalName().replace('/', '.'))));
    }
}
