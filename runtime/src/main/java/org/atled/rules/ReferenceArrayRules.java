package org.atled.rules;

/**
 * Derivative of {@code clone} on arrays of arrays: the copy refers to the same rows, so its shadow to the same shadows.
 */
@RulesFor(Object[].class)
public abstract class ReferenceArrayRules {
    private ReferenceArrayRules() {}

    @SharesElements({"receiver", "result"})
    abstract Object clone(Object[] receiver);

    public static Object[] clone_pushforward(Object[] receiver, Object[] receiverTangent) {
        return receiverTangent == null ? ShadowFill.emptied(receiver) : receiverTangent.clone();
    }

    public static Object[] clone_shadow(Object[] receiver, Object[] receiverShadow) {
        return clone_pushforward(receiver, receiverShadow);
    }
}
