/**
 * The events of Open edX as values: one record for each of its data classes, and the catalogue of event types.
 *
 * <p>A record here <em>is</em> its wire format: the order of the components is the order of the fields, the name of a
 * component in snake_case is the name of the field, and {@code @Nullable} says that the field is optional. Rules and
 * Laurel's own events have no place in this package.
 */
package org.laurel.bridge.openedx.event;
