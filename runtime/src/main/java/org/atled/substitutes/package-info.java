/**
 * Plain Java in place of methods of the JDK that call back: streams, and the methods of containers that take functions.
 * Differentiated code calls these instead, and their code is differentiated like the user's. They evaluate the same
 * functions in the same order and give the same bits. Classes and fields are public because derivative code, which is
 * part of the user's classes, makes and reads them; they are not meant to be used otherwise.
 */
package org.atled.substitutes;
