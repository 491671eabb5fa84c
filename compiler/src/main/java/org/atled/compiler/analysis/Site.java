package org.atled.compiler.analysis;

import org.atled.compiler.ir.MethodReference;

/**
 * A place in a program.
 *
 * @param line source line, 0 if unknown
 */
public record Site(MethodReference method, int line) {
    public Site {
        method = Caught.original(method);
    }
}
