package org.atled.compiler.ir;

final class Printer {
    private Printer() {}

    static String print(Function function) {
        return function.name().toString();
    }
}
