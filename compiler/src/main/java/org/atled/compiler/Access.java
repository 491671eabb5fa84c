package org.atled.compiler;

import java.util.List;
import org.atled.compiler.analysis.Absence;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.bytecode.AccessCheck;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.EmittedLambdas;
import org.atled.compiler.bytecode.NestMembership;
import org.atled.compiler.ir.Type;

/** Where the derivative code of one companion lives, and what it cannot name from there. */
final class Access {
    private final ClassFiles files;
    private final String companion;
    private final String nestHost;

    Access(ClassFiles files, String companion, String primalOwner) {
        this.files = files;
        this.companion = companion;
        this.nestHost = NestMembership.hostOf(files, primalOwner);
    }

    /** Internal name of the class whose nest the companion joins. */
    String nestHost() {
        return nestHost;
    }

    List<Problem> problems(Activity member) {
        return AccessCheck.of(member.function(), files, companion, nestHost).stream()
                .map(finding -> problem(member, finding))
                .toList();
    }

    private Problem problem(Activity member, AccessCheck.Finding finding) {
        Site site = new Site(member.function().name(), finding.line());
        if (!finding.unreadable().isEmpty()) {
            Absence absence = Absence.unreadable(finding.unreadable());
            String message = "a class that is used here " + absence.reason() + ". " + absence.remedy();
            return new Problem(true, absence.tag(), site, message);
        }
        return inaccessible(site, finding.type());
    }

    /** The lambdas that derivative code creates are classes beside the companion, which can name as little as it. */
    List<Problem> problems(EmittedLambdas lambdas) {
        return lambdas.findings().stream()
                .map(finding -> inaccessible(new Site(finding.method(), finding.line()), finding.type()))
                .toList();
    }

    private Problem inaccessible(Site site, Type type) {
        String here =
                companion.substring(0, Math.max(0, companion.lastIndexOf('/'))).replace('/', '.');
        return new Problem(
                true,
                "AtledAccess",
                site,
                "class " + type + " is not public, so that derivative code, which is in package " + here
                        + ", cannot use it. Make it public, or annotate a method in its own package.");
    }
}
