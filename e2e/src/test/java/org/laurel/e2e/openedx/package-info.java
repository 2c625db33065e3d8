/** An Open edX site beside the stack: it tells and hears in Avro, through a real schema registry. */
package org.laurel.e2e.openedx;
