package org.laurel.completion.xapi.app;

/** Told inside a transaction that lets statements wait; {@link StatementLoop} hears of it when the transaction commits. */
record StatementsQueued() {}
