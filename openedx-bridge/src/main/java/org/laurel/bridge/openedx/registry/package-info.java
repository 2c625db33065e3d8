/**
 * Client of a schema registry with Confluent's REST API, limited to the two calls that producers and consumers of Open edX
 * make: register a schema under a subject, and read the schema of an id.
 */
package org.laurel.bridge.openedx.registry;
