/**
 * Differentiating the classes of a build: a directory of class files with its class path, in place. {@link
 * org.atled.compiler.build.ClassTree} is what the Maven goals and the command line run.
 */
package org.atled.compiler.build;
