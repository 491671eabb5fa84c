package org.atled.compiler;

import java.util.List;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.bytecode.ClassFiles;

/** Turns problems of the analyses into diagnostics with source files. */
final class Diagnostics {
    private final ClassFiles files;

    Diagnostics(ClassFiles files) {
        this.files = files;
    }

    Diagnostic of(Problem problem, List<Site> chain) {
        return new Diagnostic(
                problem.isError() ? Diagnostic.Severity.ERROR : Diagnostic.Severity.NOTE,
                problem.tag(),
                file(problem.site()),
                problem.site().line(),
                problem.message(),
                chain.stream().map(this::describe).toList());
    }

    private String describe(Site call) {
        String owner = call.method().owner().replace('/', '.');
        return owner + "." + call.method().name() + " (" + file(call) + ":" + call.line() + ")";
    }

    /** The source file below its source root, {@code demo/Decay.java}. */
    private String file(Site site) {
        String owner = site.method().owner();
        String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
        return files.sourceFile(owner).map(name -> folder + name).orElse(owner.replace('/', '.'));
    }
}
