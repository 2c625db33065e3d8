package org.laurel.sample.bad.grading.http;

import org.laurel.sample.bad.grading.db.OpensTransaction;

/** A resource that writes without a use case. */
public record WritesTable(OpensTransaction table) {}
