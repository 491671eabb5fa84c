/**
 * The intermediate form: methods in static single assignment form with block parameters, as immutable records, with a
 * printer, a parser that is its inverse, and a verifier. Knows neither bytecode nor derivatives.
 */
package org.atled.compiler.ir;
