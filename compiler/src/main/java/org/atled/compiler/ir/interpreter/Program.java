package org.atled.compiler.ir.interpreter;

import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;

/**
 * The methods that are interpreted; all others run as compiled code, and so do those of classes in modules that are not
 * open to the interpreter, like the JDK's.
 */
@FunctionalInterface
public interface Program {
    /** The body of a method, or {@code null} if it runs as compiled code. Constructors are never asked for. */
    Function body(MethodReference method);
}
