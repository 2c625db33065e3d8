package org.laurel.completion.progress.domain;

/**
 * A learner's sum for a whole course run, as it is stored.
 *
 * @param structureId the structure that this sum and those of the blocks follow, 0 before any is known
 * @param version counts what was told, 0 when nothing was
 */
public record CourseRow(long structureId, Tally tally, long version) {

    /** The row of a learner whose course run has no structure yet. */
    public static final CourseRow UNBASED = new CourseRow(0, new Tally(0, 0), 0);

    /** Whether others were told that the course is complete. */
    boolean wasToldComplete() {
        return version > 0 && tally.isComplete();
    }

    /** The row with a new sum; its version grows only when there is something to tell. */
    CourseRow next(long newStructureId, Tally sum) {
        // Before anything was told, the sum is what everybody takes it to be: nothing of what is possible.
        boolean news = version == 0 ? sum.earned() != 0 : !sum.equals(tally);
        return new CourseRow(newStructureId, sum, news ? version + 1 : version);
    }
}
