/** The contract: event types, topics, headers, schemas and samples. */
@NullMarked
package org.laurel.events;

import org.jspecify.annotations.NullMarked;
