package org.laurel.kit.job;

/** There may be a job to run once the current transaction has committed. */
record JobQueued() {}
