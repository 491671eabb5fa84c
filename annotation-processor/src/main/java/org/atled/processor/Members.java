package org.atled.processor;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The members of one companion. Methods of overloads can come out with one signature; the first keeps it, and those
 * without which nothing is lost but convenience come last: gradients into given arrays, and function objects.
 */
final class Members {
    private final Reporter reporter;
    private final Set<String> signatures = new HashSet<>();
    private final Set<String> nested = new HashSet<>();
    private final List<BodyDeclaration<?>> records = new ArrayList<>();
    private final List<BodyDeclaration<?>> cores = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    Members(Reporter reporter) {
        this.reporter = reporter;
    }

    void addAll(List<Primal> primals) {
        for (Primal primal : primals) {
            Entry entry = new Entry(primal);
            entries.add(entry);
            addProducts(entry);
            addCores(primal);
        }
        entries.stream().filter(entry -> entry.primal.isScalarValued()).forEach(this::addGradients);
        entries.stream().filter(entry -> entry.primal.isTwiceDifferentiated()).forEach(this::addSecond);
        entries.stream().filter(entry -> entry.primal.taylor()).forEach(this::addTaylor);
        entries.stream().filter(entry -> FunctionForm.applies(entry.primal)).forEach(this::addFunction);
    }

    private void addProducts(Entry entry) {
        Primal primal = entry.primal;
        if (primal.isScalarValued()) {
            entry.gradients = results(primal, "Gradient", primal.active(), false);
            entry.fresh = claim(primal, GradientForms.freshHead(primal, entry.gradients));
        }
        offer(entry, JvpForm.write(primal));
        if (primal.isVoid()) {
            offer(entry, VjpForms.inPlace(primal, results(primal, "Vjp", VjpForms.returned(primal), false)));
        } else if (!primal.isScalarValued()) {
            Results rows = results(primal, "Vjp", primal.active(), false);
            entry.hasVjp = offer(
                    entry,
                    primal.hasObjects() || primal.objectResult().isPresent()
                            ? ObjectForms.vjp(primal, rows)
                            : VjpForms.ofResult(primal, rows));
            addJacobian(entry, rows);
        }
    }

    private void addJacobian(Entry entry, Results rows) {
        if (!JacobianForm.applies(entry.primal) || !entry.hasVjp) {
            return;
        }
        JacobianForm form =
                new JacobianForm(entry.primal, results(entry.primal, "Jacobian", entry.primal.active(), true), rows);
        if (offer(entry, form.matrix())) {
            form.parts().forEach(part -> entry.methods.add(part.finish()));
            form.cores().forEach(this::addCore);
        }
    }

    private void addGradients(Entry entry) {
        Primal primal = entry.primal;
        if (primal.hasObjects() && entry.fresh) {
            entry.methods.add(0, ObjectForms.gradient(primal, entry.gradients).finish());
        }
        if (!primal.hasPlaces()) {
            addValueAndGradient(entry);
            return;
        }
        Wrapper into = GradientForms.into(primal);
        if (!claim(primal, into)) {
            into.rename(primal.own("gradient"));
            into.hidden();
        }
        entry.into = into.name();
        if (ForwardGradient.applies(primal)) {
            new ForwardGradient(primal).cores().forEach(this::addCore);
        }
        if (entry.fresh && !primal.hasObjects()) {
            entry.methods.add(
                    0, GradientForms.fresh(primal, entry.gradients, into.name()).finish());
        }
        entry.methods.add(entry.fresh ? 1 : 0, into.finish());
        addBatch(entry);
    }

    private void addBatch(Entry entry) {
        Primal primal = entry.primal;
        if (!BatchForms.applies(primal)) {
            return;
        }
        Wrapper into = BatchForms.into(primal, entry.into);
        boolean named = claim(primal, into);
        if (named) {
            entry.methods.add(into.finish());
        }
        String record = recordName(primal, "GradientBatch");
        Results results = Results.batch(record, ObjectForms.value(primal, "values"), primal.active());
        Wrapper fresh = BatchForms.fresh(primal, results, into.name());
        if (named && offer(entry, fresh)) {
            declare(primal, results);
        }
    }

    private void addTaylor(Entry entry) {
        offer(entry, TaylorForm.write(entry.primal));
        addCore(CoreStub.taylor(entry.primal));
    }

    private void addSecond(Entry entry) {
        Primal primal = entry.primal;
        FirstOrder first = new FirstOrder(primal);
        offer(entry, HvpForms.fresh(primal, first, results(primal, "Hvp", primal.active(), false)));
        if (primal.activeArrays().stream().allMatch(p -> p.shape().orElseThrow().rank() == 1)) {
            offer(entry, HvpForms.into(primal, first));
        }
        if (HessianForms.applies(primal)) {
            HessianForms forms = new HessianForms(primal);
            Wrapper into = forms.into(first);
            if (!claim(primal, into)) {
                into.rename(primal.own("hessian"));
                into.hidden();
            }
            offer(entry, forms.fresh(into.name()));
            entry.methods.add(into.finish());
            HessianChunks chunks = new HessianChunks(primal, first);
            if (!chunks.isEmpty()) {
                entry.methods.add(chunks.method().finish());
                chunks.cores().forEach(this::addCore);
            }
        }
        cores.add(first.write().finish());
        addCore(CoreStub.forward(first.method()));
    }

    /** Where the gradient cannot be written into a place that is given for it. */
    private void addValueAndGradient(Entry entry) {
        Primal primal = entry.primal;
        Parameter value = ObjectForms.value(primal);
        Results results = Results.valueAndGradient(recordName(primal, "ValueAndGradient"), value, primal.active());
        Wrapper wrapper = ObjectForms.valueAndGradient(primal, results);
        if (claim(primal, wrapper)) {
            declare(primal, results);
            entry.methods.add(entry.fresh ? 1 : 0, wrapper.finish());
        }
    }

    private void addFunction(Entry entry) {
        FunctionForm form = new FunctionForm(entry.primal);
        if (offer(entry, form.write(entry.into)) && !entry.primal.reachable()) {
            entry.methods.add(form.hiddenValue().finish());
        }
    }

    private void addCores(Primal primal) {
        addCore(CoreStub.forward(primal));
        addCore(CoreStub.reverse(primal));
    }

    private void addCore(CoreStub core) {
        cores.addAll(List.of(core.field(), core.method()));
    }

    private Results results(Primal primal, String suffix, List<Parameter> parameters, boolean jacobian) {
        String name = parameters.size() > 1 ? recordName(primal, suffix) : null;
        Results results = jacobian ? Results.jacobian(name, parameters) : Results.gradient(name, parameters);
        if (results.isRecord()) {
            declare(primal, results);
        }
        return results;
    }

    private String recordName(Primal primal, String suffix) {
        String wish = primal.capitalized() + suffix;
        String name = wish;
        for (int i = 2; !nested.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wish + i;
        }
        return name;
    }

    private void declare(Primal primal, Results results) {
        records.add(results.declaration(
                primal, "Derivatives of {@code " + primal.owner() + "." + primal.name() + "}, by parameter."));
    }

    private boolean offer(Entry entry, Wrapper wrapper) {
        boolean free = claim(entry.primal, wrapper);
        if (free) {
            entry.methods.add(wrapper.finish());
        }
        return free;
    }

    private boolean claim(Primal primal, Wrapper wrapper) {
        boolean free = signatures.add(wrapper.signature());
        if (!free) {
            reporter.note(
                    primal.element(),
                    "AtledOverload",
                    "%s is left out: another method of this companion has the same parameter types. Rename one of"
                            + " the methods to get it.",
                    wrapper.signature());
        }
        return free;
    }

    void declareIn(ClassOrInterfaceDeclaration type) {
        entries.forEach(entry -> entry.methods.forEach(type::addMember));
        records.forEach(type::addMember);
        cores.forEach(type::addMember);
    }

    /** What is known of one primal on the way. */
    private static final class Entry {
        final Primal primal;
        final List<BodyDeclaration<?>> methods = new ArrayList<>();
        Results gradients;
        boolean fresh;
        boolean hasVjp;
        String into;

        Entry(Primal primal) {
            this.primal = primal;
        }
    }
}
