/** The command line, for builds without Maven. */
package org.atled.compiler.cli;
