package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.atled.compiler.Diagnostic;

/** Asserts that user sources give exactly the diagnostics written in them, see {@link Annotated}. */
final class Reports {
    private static final String MODEL = """
            // demo/Model.java
            package demo;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            import org.atled.*;
            public final class Model {
            %s}
            """;

    private Reports() {}

    /** The members of a class {@code demo.Model}. */
    static void model(Path folder, String members) throws IOException {
        check(folder, source(members));
    }

    /** A class {@code demo.Model} with these members. */
    static String source(String members) {
        return MODEL.formatted(members);
    }

    /** Compiles and differentiates these sources. */
    static void check(Path folder, String... sources) throws IOException {
        check(new UserProject(folder).compile(sources), sources);
    }

    /** Differentiates a project that was compiled from these sources. */
    static void check(UserProject project, String... sources) throws IOException {
        List<Diagnostic> diagnostics = project.differentiate();
        Annotated annotated = new Annotated(sources);
        List<String> actual = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            actual.add(annotated.with(diagnostics, i));
        }
        annotated.elsewhere(diagnostics).forEach(each -> actual.add(each + "\n"));
        assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", Arrays.asList(sources)));
    }
}
