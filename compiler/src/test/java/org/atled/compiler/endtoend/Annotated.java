package org.atled.compiler.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atled.compiler.Diagnostic;

/**
 * A source with every diagnostic as a comment above its line:
 *
 * <pre>{@code
 * // error: [AtledTag] What happened. What to do.
 * //   through demo.Decay.loss: return helper(x);
 * }</pre>
 *
 * <p>The chain shows the source of each call, not its line number. A test writes the source like this, and it must come
 * out the same: a diagnostic more, less or elsewhere is a difference.
 */
final class Annotated {
    private static final int WIDTH = 96;
    private static final Pattern CALL = Pattern.compile("(.+) \\((.+):(\\d+)\\)");

    private final List<Source> sources;

    private record Source(String path, List<String> lines) {
        static Source of(String text) {
            return new Source(
                    text.substring(3, text.indexOf('\n')), text.lines().toList());
        }
    }

    Annotated(String... sources) {
        this.sources = Stream.of(sources).map(Source::of).toList();
    }

    /** One of the sources with these diagnostics instead of those written in it. */
    String with(List<Diagnostic> diagnostics, int index) {
        Source source = sources.get(index);
        List<String> out = new ArrayList<>();
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!isExpectation(line)) {
                String indentation =
                        line.substring(0, line.length() - line.stripLeading().length());
                for (Diagnostic diagnostic : diagnostics) {
                    if (diagnostic.file().equals(source.path()) && diagnostic.line() == i + 1) {
                        comment(diagnostic).forEach(each -> out.add(indentation + each));
                    }
                }
                out.add(line);
            }
        }
        return String.join("\n", out) + "\n";
    }

    /** The diagnostics that are on no line of any source. */
    List<Diagnostic> elsewhere(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(each -> sources.stream()
                        .noneMatch(source -> source.path().equals(each.file())
                                && each.line() >= 1
                                && each.line() <= source.lines().size()))
                .toList();
    }

    private static boolean isExpectation(String line) {
        return line.strip().startsWith("// error:")
                || line.strip().startsWith("// note:")
                || line.strip().startsWith("//   ");
    }

    private List<String> comment(Diagnostic diagnostic) {
        String severity = diagnostic.severity() == Diagnostic.Severity.ERROR ? "error" : "note";
        List<String> comment =
                new ArrayList<>(wrap("// " + severity + ": [" + diagnostic.tag() + "] " + diagnostic.message()));
        diagnostic.chain().forEach(call -> comment.add("//   through " + describe(call)));
        return comment;
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > WIDTH) {
            int at = rest.lastIndexOf(' ', WIDTH);
            lines.add(rest.substring(0, at));
            rest = "//   " + rest.substring(at + 1);
        }
        lines.add(rest);
        return lines;
    }

    private String describe(String call) {
        Matcher matcher = CALL.matcher(call);
        if (!matcher.matches()) {
            return call;
        }
        int line = Integer.parseInt(matcher.group(3));
        return sources.stream()
                .filter(source -> source.path().equals(matcher.group(2)) && line >= 1)
                .map(source ->
                        matcher.group(1) + ": " + source.lines().get(line - 1).strip())
                .findFirst()
                .orElse(call);
    }
}
