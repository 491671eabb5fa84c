package org.atled.compiler.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.Diagnostic;

/** Where a project keeps its sources, so that diagnostics name files that an IDE or a terminal can open. */
public final class SourceRoots {
    private final List<Path> roots;

    /** Sources below these directories; those that do not exist are ignored. */
    public SourceRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * A diagnostic as javac under Maven prints one: {@code /project/src/main/java/demo/Decay.java:[42,1] [AtledTag]
     * message}, with the calls that led there on lines of their own. The file is as the class file names it if it is
     * below no root; the position is left out if it is not known.
     */
    public String format(Diagnostic diagnostic) {
        StringBuilder text =
                new StringBuilder(find(diagnostic.file()).map(Path::toString).orElse(diagnostic.file()));
        if (diagnostic.line() > 0) {
            text.append(":[").append(diagnostic.line()).append(",1]");
        } else {
            text.append(':');
        }
        text.append(" [").append(diagnostic.tag()).append("] ").append(diagnostic.message());
        diagnostic.chain().forEach(call -> text.append("\n    through ").append(call));
        return text.toString();
    }

    private Optional<Path> find(String file) {
        return roots.stream()
                .map(root -> root.resolve(file).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
