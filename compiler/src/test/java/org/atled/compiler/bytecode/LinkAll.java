package org.atled.compiler.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run in a JVM of its own: links, which includes verification, but does not initialize each class that a file lists by
 * name, and prints one line per class that does not link and one for all others.
 */
final class LinkAll {
    private LinkAll() {}

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        int linked = 0;
        for (String name : Files.readAllLines(Path.of(arguments[0]))) {
            try {
                // Looking for methods is what links.
                Class.forName(name, false, null).getDeclaredMethods();
                linked++;
            } catch (LinkageError e) {
                System.out.println(
                        name + ": " + e.toString().lines().findFirst().orElseThrow());
            }
        }
        System.out.println("linked " + linked);
    }
}
