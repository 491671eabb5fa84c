/**
 * The derivative rules: one plain Java method per partial derivative of an operation, and pushforward and pullback of
 * operations on arrays. The compiler lifts and inlines them; a rule is also ordinary code that can be run and debugged.
 */
package org.atled.rules;
