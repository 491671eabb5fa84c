package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;

/** Constants as ASM represents them, as constants of the IR. */
final class Constants {
    private Constants() {}

    /** The constant that an {@code ldc} operand or a static bootstrap argument stands for. */
    static Constant of(Object constant) {
        if (constant instanceof Integer value) {
            return new Constant.OfInt(value);
        }
        if (constant instanceof Long value) {
            return new Constant.OfLong(value);
        }
        if (constant instanceof Float value) {
            return new Constant.OfFloat(value);
        }
        if (constant instanceof Double value) {
            return new Constant.OfDouble(value);
        }
        if (constant instanceof String value) {
            return new Constant.OfString(value);
        }
        return symbolic(constant);
    }

    private static Constant symbolic(Object constant) {
        if (constant instanceof org.objectweb.asm.Type type) {
            return type.getSort() == org.objectweb.asm.Type.METHOD
                    ? new Constant.OfMethodType(type.getDescriptor())
                    : new Constant.OfClass(new Type(type.getDescriptor()));
        }
        if (constant instanceof Handle handle) {
            return handle(handle);
        }
        if (constant instanceof ConstantDynamic dynamic) {
            List<Constant> arguments = new ArrayList<>();
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                arguments.add(of(dynamic.getBootstrapMethodArgument(i)));
            }
            return new Constant.Dynamic(
                    dynamic.getName(), dynamic.getDescriptor(), handle(dynamic.getBootstrapMethod()), arguments);
        }
        throw new IllegalArgumentException("Constant of " + constant.getClass() + " is none of JVMS 4.4");
    }

    static List<Constant> of(Object[] constants) {
        List<Constant> result = new ArrayList<>();
        for (Object constant : constants) {
            result.add(of(constant));
        }
        return result;
    }

    static Constant.Handle handle(Handle handle) {
        return new Constant.Handle(
                handle.getTag(), handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }
}
