/** Checks of a running service's REST API against its own OpenAPI document. */
package org.laurel.kit.test.api;
