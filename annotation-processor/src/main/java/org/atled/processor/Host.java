package org.atled.processor;

import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A class with methods to differentiate, and the name of its companion.
 *
 * @param packageName empty for the unnamed package
 * @param binaryName {@code demo.Outer$Inner}
 * @param companion simple name of the companion, {@code Outer_InnerDerivatives}
 * @param isPublic whether the class can be used in every package
 * @param solutions what is differentiated in place of searches for solutions
 * @param tangents the tangent classes that the signatures of derivatives name
 */
record Host(
        TypeElement element,
        String packageName,
        String binaryName,
        String companion,
        boolean isPublic,
        List<Primal> primals,
        List<BodyDeclaration<?>> solutions,
        List<BodyDeclaration<?>> tangents) {

    String qualifiedCompanion() {
        return packageName.isEmpty() ? companion : packageName + "." + companion;
    }
}
