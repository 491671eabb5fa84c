package org.atled.rules;

import org.atled.runtime.NestedZeros;
import org.atled.runtime.Zeros;

/** Shadows that a derivative makes for objects, where it is called inside of differentiated code: their shadows begin with zeros, too. */
@RulesFor({Zeros.class, NestedZeros.class})
public abstract class ZerosRules {
    private ZerosRules() {}

    @Constructor
    abstract Object make();

    @Loads(from = "receiver")
    abstract Object like(Object receiver, String name, Object array);

    @Loads(from = "receiver")
    abstract Object of(Object receiver, Object primal);

    public static Object make_shadow() {
        return new NestedZeros();
    }

    public static Object like_shadow(Object receiverShadow, Object result) {
        return ((NestedZeros) receiverShadow).of(result);
    }

    public static Object of_shadow(Object receiverShadow, Object result) {
        return ((NestedZeros) receiverShadow).of(result);
    }
}
