package org.atled.processor;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Descriptors of methods, as class files have them (JVMS 4.3.3). */
final class Descriptors {
    private Descriptors() {}

    static String of(ExecutableElement method, Types types, Elements elements) {
        StringBuilder text = new StringBuilder("(");
        for (VariableElement parameter : method.getParameters()) {
            text.append(of(types.erasure(parameter.asType()), elements));
        }
        return text.append(')')
                .append(of(types.erasure(method.getReturnType()), elements))
                .toString();
    }

    static String of(TypeMirror erased, Elements elements) {
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case CHAR -> "C";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + of(((ArrayType) erased).getComponentType(), elements);
            default -> {
                TypeElement element = (TypeElement) ((DeclaredType) erased).asElement();
                yield "L" + elements.getBinaryName(element).toString().replace('.', '/') + ";";
            }
        };
    }
}
