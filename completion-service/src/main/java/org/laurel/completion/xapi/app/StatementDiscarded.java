package org.laurel.completion.xapi.app;

import java.util.UUID;

/**
 * A statement was dropped for good.
 *
 * @param by who wanted it
 */
record StatementDiscarded(long place, UUID statementId, String by) {}
