package org.laurel.kit.sql;

/** A failure that is no fault of the work: the same work may succeed later. {@link Failures#isTransient} is true for it. */
public interface PassingFailure {

    /** What the work waits for, in words that quote no values of records and persons. */
    String waitsFor();
}
