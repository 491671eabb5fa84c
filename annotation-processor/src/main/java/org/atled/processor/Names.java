package org.atled.processor;

import java.util.HashSet;
import java.util.Set;

/** Names in one scope, each given once. */
final class Names {
    private final Set<String> taken = new HashSet<>();

    /** The name itself if it is free, else the name with the least number from 2 on that makes it so. */
    String fresh(String wish) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        return name;
    }
}
