package org.atled.compiler.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Differentiated;
import org.atled.compiler.RuleList;
import org.atled.compiler.bytecode.BuiltCallSites;
import org.atled.compiler.bytecode.ClassFacts;

/**
 * One pass over a class tree. The companions come one after the other, each seeing the classes as the one before left
 * them: the companions of a class and of a class nested in it both edit the host of their nest.
 */
final class TreeRun {
    private final long start = System.nanoTime();
    private final TreeClasses files;
    private final ClassSource classPath;
    private final ClassSource current = new Current();
    private final BiFunction<ClassSource, String, Differentiated> differentiator;
    private final Map<String, byte[]> edited = new TreeMap<>();
    /** By companion, every class it was made from or came with. */
    private final Map<String, Set<String>> read = new TreeMap<>();

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Optional<ClosureFiles> closures;
    private final Optional<CostFiles> costs;
    private int built;
    private int unchanged;
    private long bytes;

    TreeRun(
            TreeClasses files,
            ClassSource classPath,
            BiFunction<ClassSource, String, Differentiated> differentiator,
            Optional<Path> reports) {
        this.closures = reports.map(ClosureFiles::new);
        this.costs = reports.map(CostFiles::new);
        this.files = files;
        this.classPath = classPath;
        this.differentiator = differentiator;
    }

    void differentiate(BuildState before) throws IOException {
        diagnostics.addAll(files.unreadable());
        diagnostics.addAll(MissingCompanions.in(files.facts()));
        Fingerprints onDisk = new Fingerprints(current);
        // All fingerprints before all edits: they vouch for the files as they are.
        List<String> changed = new ArrayList<>();
        for (ClassFacts facts : files.facts().values()) {
            if (facts.companionOf().isPresent() && !isUnchanged(facts.name(), before, onDisk)) {
                changed.add(facts.name());
            }
        }
        // A class that cannot be read would only be reported again, as missing.
        if (files.unreadable().isEmpty()) {
            changed.forEach(this::build);
        }
    }

    Report report() {
        return new Report(built, unchanged, bytes, Duration.ofNanos(System.nanoTime() - start), diagnostics);
    }

    /** Writes what differs from the files, and removes the lambda classes of companions that no longer have them. */
    void write() throws IOException {
        AllOrNothing replacements = new AllOrNothing();
        try {
            for (Map.Entry<String, byte[]> edit : edited.entrySet()) {
                String name = edit.getKey();
                Optional<byte[]> old = files.find(name);
                if (old.isEmpty() || !Arrays.equals(old.get(), edit.getValue())) {
                    boolean ofUser = old.isPresent() && !read.containsKey(name) && !isLambda(name);
                    replacements.prepare(files.fileOf(name), edit.getValue(), ofUser);
                    bytes += edit.getValue().length;
                }
            }
            for (ClassFacts facts : files.facts().values()) {
                if (isLambda(facts.name()) && !isUsed(facts)) {
                    replacements.remove(files.fileOf(facts.name()));
                }
            }
            writeRuleList(replacements);
            replacements.commit();
        } finally {
            replacements.discard();
        }
    }

    private Set<String> ownRuleClasses() {
        return files.facts().values().stream()
                .filter(ClassFacts::isRuleClass)
                .map(ClassFacts::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** For the projects that will have this one on their class path. */
    private void writeRuleList(AllOrNothing replacements) throws IOException {
        Path list = files.ruleList();
        Set<String> own = ownRuleClasses();
        byte[] content = RuleList.format(own);
        if (own.isEmpty()) {
            if (Files.exists(list)) {
                replacements.remove(list);
            }
        } else if (!Files.exists(list) || !Arrays.equals(Files.readAllBytes(list), content)) {
            replacements.prepare(list, content, false);
        }
    }

    private boolean isLambda(String name) {
        return files.facts().get(name).lambdaOf().isPresent();
    }

    /** Whether derivative code creates objects of a lambda's class, or may meet some that the project's code creates. */
    private boolean isUsed(ClassFacts lambda) {
        String of = lambda.lambdaOf().orElseThrow();
        return read.values().stream().anyMatch(classes -> classes.contains(lambda.name()))
                || current.find(of)
                        .filter(bytes -> BuiltCallSites.namedBy(bytes).contains(lambda.name()))
                        .isPresent();
    }

    /** Writes the verdicts, of a run that failed too, and what was made. */
    void writeReports() throws IOException {
        if (closures.isPresent()) {
            closures.get().write();
        }
        if (costs.isPresent()) {
            costs.get().write();
        }
    }

    void rememberClosures() throws IOException {
        if (closures.isPresent()) {
            closures.get().remember(read.keySet());
        }
    }

    /** What to remember of this run. */
    BuildState state() {
        Fingerprints written = new Fingerprints(current);
        BuildState state = new BuildState();
        read.forEach((companion, from) -> state.put(companion, new BuildState.Made(written.of(companion, from), from)));
        return state;
    }

    private boolean isUnchanged(String companion, BuildState before, Fingerprints onDisk) throws IOException {
        Optional<BuildState.Made> made = before.of(companion);
        if (made.isEmpty()
                || closures.isPresent() && !closures.get().has(companion)
                || !made.get().hash().equals(onDisk.of(companion, made.get().read()))) {
            return false;
        }
        if (closures.isPresent()) {
            closures.get().keep(companion);
        }
        read.put(companion, made.get().read());
        unchanged++;
        return true;
    }

    private void build(String companion) {
        Differentiated result;
        try {
            result = differentiator.apply(current, companion);
        } catch (UncheckedIOException unreadable) {
            throw unreadable;
        } catch (RuntimeException bug) {
            throw new IllegalStateException(
                    "a bug in Atled: differentiating "
                            + files.facts()
                                    .get(companion)
                                    .companionOf()
                                    .orElseThrow()
                                    .replace('/', '.') + " failed with " + bug
                            + ". Please report it with this stack trace.",
                    bug);
        }
        diagnostics.addAll(result.diagnostics());
        closures.ifPresent(files -> files.put(companion, result.closures()));
        costs.ifPresent(files -> files.add(result.costs()));
        if (!result.hasErrors()) {
            result.classes().forEach(this::edit);
            Set<String> all = new TreeSet<>(result.read());
            all.addAll(result.classes().keySet());
            read.put(companion, all);
            built++;
        }
    }

    private void edit(String name, byte[] content) {
        if (!files.facts().containsKey(name) && classPath.find(name).isPresent()) {
            throw new IllegalStateException("a bug in Atled: it edited " + name + ", which is not in this directory.");
        }
        edited.put(name, content);
    }

    /** The classes as edited so far. */
    private final class Current implements ClassSource {
        @Override
        public Optional<byte[]> find(String name) {
            byte[] content = edited.get(name);
            if (content != null) {
                return Optional.of(content.clone());
            }
            Optional<byte[]> inTree = files.find(name);
            return inTree.isPresent() ? inTree : classPath.find(name);
        }

        @Override
        public Set<String> project() {
            Set<String> project = new TreeSet<>(classPath.project());
            project.addAll(files.project());
            return project;
        }

        @Override
        public boolean canEdit(String name) {
            return files.facts().containsKey(name);
        }

        @Override
        public Set<String> ruleClasses() {
            Set<String> names = new TreeSet<>(classPath.ruleClasses());
            names.addAll(ownRuleClasses());
            return names;
        }
    }
}
