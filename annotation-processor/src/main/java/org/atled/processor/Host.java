package org.atled.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A class with methods to differentiate, and the name of its companion.
 *
 * @param packageName empty for the unnamed package
 * @param binaryName {@code demo.Outer$Inner}
 * @param companion simple name of the companion, {@code Outer_InnerDerivatives}
 * @param isPublic whether the class can be used in every package
 */
record Host(
        TypeElement element,
        String packageName,
        String binaryName,
        String companion,
        boolean isPublic,
        List<Primal> primals) {

    String qualifiedCompanion() {
        return packageName.isEmpty() ? companion : packageName + "." + companion;
    }
}
