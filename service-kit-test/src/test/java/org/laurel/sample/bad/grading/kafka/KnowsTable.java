package org.laurel.sample.bad.grading.kafka;

import org.laurel.sample.bad.grading.db.OpensTransaction;

/** A consumer that writes without a use case. */
public record KnowsTable(OpensTransaction table) {}
