package org.atled.compiler.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atled.compiler.Diagnostic;

/** Where a project keeps its sources, so that diagnostics name files that an IDE or a terminal can open. */
public final class SourceRoots {
    /** The end of a call in a diagnostic's chain. */
    private static final Pattern CALL = Pattern.compile("\\((.+):(\\d+)\\)$");

    private final List<Path> roots;

    /** Sources below these directories; those that do not exist are ignored. */
    public SourceRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * A diagnostic as javac under Maven prints one: {@code /project/src/main/java/demo/Decay.java:[42,1] [AtledTag]
     * message}, with the calls that led there on lines of their own. What went wrong in a library is placed at the
     * project's own call that led there. The file is as the class file names it if none is below a root; the position
     * is left out if it is not known.
     */
    public String format(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(place(diagnostic));
        text.append(" [").append(diagnostic.tag()).append("] ").append(diagnostic.message());
        if (find(diagnostic.file()).isEmpty() && ownCall(diagnostic).isPresent()) {
            text.append("\n    in ").append(diagnostic.file()).append(':').append(diagnostic.line());
        }
        diagnostic.chain().forEach(call -> text.append("\n    through ").append(call));
        return text.toString();
    }

    private String place(Diagnostic diagnostic) {
        return find(diagnostic.file())
                .map(file -> place(file.toString(), diagnostic.line()))
                .or(() -> ownCall(diagnostic))
                .orElseGet(() -> place(diagnostic.file(), diagnostic.line()));
    }

    private static String place(String file, int line) {
        return line > 0 ? file + ":[" + line + ",1]" : file + ":";
    }

    /** The place of the innermost call that is in the project's own sources. */
    private Optional<String> ownCall(Diagnostic diagnostic) {
        for (int i = diagnostic.chain().size() - 1; i >= 0; i--) {
            Matcher call = CALL.matcher(diagnostic.chain().get(i));
            Optional<Path> file = call.find() ? find(call.group(1)) : Optional.empty();
            if (file.isPresent()) {
                return Optional.of(place(file.get().toString(), Integer.parseInt(call.group(2))));
            }
        }
        return Optional.empty();
    }

    private Optional<Path> find(String file) {
        return roots.stream()
                .map(root -> root.resolve(file).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
