/**
 * What generated derivative code runs against. Public because generated classes live in the user's packages; not for
 * use by hand.
 */
package org.atled.runtime;
