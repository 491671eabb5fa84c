package org.atled.compiler.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Differentiated;

/** Hashes of everything a companion was made from, over one unchanging state of the classes. */
final class Fingerprints {
    private static final byte[] ABSENT = {};

    private final ClassSource classes;
    private final Map<String, byte[]> hashes = new HashMap<>();

    Fingerprints(ClassSource classes) {
        this.classes = classes;
    }

    /** The hash of the compiler, the companion and every class that was read to fill it. */
    String of(String companion, Set<String> read) {
        MessageDigest digest = Hashes.sha256();
        digest.update(CompilerIdentity.HASH.getBytes(StandardCharsets.UTF_8));
        Set<String> names = new TreeSet<>(read);
        names.add(companion);
        classes.ruleClasses().forEach(name -> digest.update(name.getBytes(StandardCharsets.UTF_8)));
        for (String name : names) {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(hashes.computeIfAbsent(name, this::hash));
        }
        return Hashes.hex(digest.digest());
    }

    private byte[] hash(String name) {
        if (name.equals(Differentiated.PROJECT)) {
            String all = String.join("\n", new TreeSet<>(classes.project()));
            return Hashes.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        }
        return classes.find(name).map(bytes -> Hashes.sha256().digest(bytes)).orElse(ABSENT);
    }
}
