/**
 * What a user of Atled writes and calls: the annotations that ask for derivatives and the function types that carry
 * them.
 */
package org.atled;
