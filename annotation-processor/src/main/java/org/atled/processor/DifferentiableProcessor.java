package org.atled.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.atled.Differentiable;
import org.atled.FixedPoint;
import org.atled.RootOf;
import org.atled.runtime.Companion;

/**
 * Checks every {@link Differentiable} method and writes a companion source for each class that has some. A class whose
 * signatures name types that do not exist yet waits for the next round, as another processor may write them.
 */
public final class DifferentiableProcessor extends AbstractProcessor {
    private final Set<String> waiting = new LinkedHashSet<>();

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(TapeBudget.OPTION);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Differentiable.class.getCanonicalName(),
                RootOf.class.getCanonicalName(),
                FixedPoint.class.getCanonicalName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (String name : waiting) {
            types.add(processingEnv.getElementUtils().getTypeElement(name));
        }
        waiting.clear();
        for (Element method :
                round.getElementsAnnotatedWithAny(Set.of(Differentiable.class, RootOf.class, FixedPoint.class))) {
            types.add((TypeElement) method.getEnclosingElement());
        }
        types.forEach(this::process);
        return false;
    }

    private void process(TypeElement type) {
        List<ExecutableElement> methods = annotated(type);
        if (methods.stream().anyMatch(Unresolved::in)) {
            waiting.add(type.getQualifiedName().toString());
            return;
        }
        Reporter reporter = new Reporter(processingEnv.getMessager());
        Optional<Host> host = new HostReader(processingEnv, reporter).read(type, methods);
        if (host.isPresent() && !clashes(host.get(), reporter)) {
            write(host.get(), reporter);
        }
    }

    private static List<ExecutableElement> annotated(TypeElement type) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof ExecutableElement method && method.getAnnotation(Differentiable.class) != null) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** A class of that name is no clash if it is the companion itself, as compiled an earlier time. */
    private boolean clashes(Host host, Reporter reporter) {
        TypeElement other = processingEnv.getElementUtils().getTypeElement(host.qualifiedCompanion());
        boolean clash = other != null && other.getAnnotation(Companion.class) == null;
        if (clash) {
            reportClash(host, reporter);
        }
        return clash;
    }

    private static void reportClash(Host host, Reporter reporter) {
        reporter.error(
                host.element(),
                "AtledNameClash",
                "The derivatives of %s go into a class %s, but there is one already. Rename one of the two.",
                host.element().getQualifiedName(),
                host.qualifiedCompanion());
    }

    private void write(Host host, Reporter reporter) {
        TypeElement generated = processingEnv
                .getElementUtils()
                .getTypeElement(
                        processingEnv.getElementUtils().getModuleOf(host.element()),
                        CompanionWriter.IMPORTS.get("Generated"));
        String source = CompanionWriter.write(host, generated != null, reporter);
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(host.qualifiedCompanion(), host.element())
                .openWriter()) {
            writer.write(source);
        } catch (FilerException exists) {
            reportClash(host, reporter);
        } catch (IOException failed) {
            reporter.error(
                    host.element(),
                    "AtledCannotWrite",
                    "Could not write the source of %s (%s). See that its folder can be written.",
                    host.qualifiedCompanion(),
                    failed);
        }
    }
}
