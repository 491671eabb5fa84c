package org.atled.compiler.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atled.compiler.ClosureVerdict;
import org.atled.compiler.Verdict;

/** Verdicts for programs. The page on building describes the fields. */
final class ClosureJson {
    private ClosureJson() {}

    /** One object for one companion. */
    static String of(String companion, List<ClosureVerdict> closures) {
        return Json.of(object(
                "companion",
                companion,
                "methods",
                closures.stream().map(ClosureJson::closure).toList()));
    }

    private static Map<String, Object> closure(ClosureVerdict closure) {
        return object(
                "method", closure.method(),
                "active", closure.active(),
                "possible", closure.isPossible(),
                "reached", closure.reached().stream().map(ClosureJson::verdict).toList());
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        return object(
                "verdict", verdict.kind().name().toLowerCase(Locale.ROOT),
                "method", verdict.method(),
                "active", verdict.active(),
                "file", verdict.file(),
                "line", verdict.line(),
                "derivatives",
                        verdict.derivatives().stream()
                                .map(each -> object("name", each.name(), "bytes", each.bytes()))
                                .toList(),
                "causes",
                        verdict.causes().stream()
                                .map(each -> object("line", each.line(), "tag", each.tag(), "message", each.message()))
                                .toList());
    }

    /** Names and values in turn. */
    private static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }
}
