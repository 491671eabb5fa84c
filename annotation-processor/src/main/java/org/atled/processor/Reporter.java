package org.atled.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Says what is wrong, on the element where it is, with a tag to look it up by. Errors do not stop anything. */
final class Reporter {
    private final Messager messager;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    /**
     * Reports an error.
     *
     * @param tag name of the rule, {@code AtledWrt}
     * @param message one or two sentences; the last says what to do
     */
    void error(Element element, String tag, String message, Object... arguments) {
        print(Diagnostic.Kind.ERROR, element, tag, message, arguments);
    }

    void note(Element element, String tag, String message, Object... arguments) {
        print(Diagnostic.Kind.NOTE, element, tag, message, arguments);
    }

    private void print(Diagnostic.Kind kind, Element element, String tag, String message, Object... arguments) {
        messager.printMessage(kind, "[" + tag + "] " + String.format(message, arguments), element);
    }
}
