package org.laurel.programs.configuration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;

/**
 * How a course run is certified.
 *
 * @param id the number under which clients know it
 * @param availableDate from when its course credentials show, null when that is at once
 * @param dated the fact that says so, {@link DateFact#NEVER} when nobody has
 * @param set the newest fact that was set for this configuration alone, null when none was
 * @param version counts the changes
 */
public record CourseCertificate(
        long id,
        CourseKey courseKey,
        CertificateType type,
        boolean isActive,
        @Nullable Instant availableDate,
        FactOrder dated,
        @Nullable DateFact set,
        long version,
        Instant createdAt,
        Instant modifiedAt) {

    /** A new one, of which nobody has said a date. */
    static CourseCertificate first(long id, CourseKey courseKey, CertificateType type, boolean isActive, Instant at) {
        return new CourseCertificate(id, courseKey, type, isActive, null, DateFact.NEVER, null, 1, at, at);
    }

    /** The same with another type and activity. */
    CourseCertificate with(CertificateType newType, boolean active) {
        return new CourseCertificate(
                id, courseKey, newType, active, availableDate, dated, set, version, createdAt, modifiedAt);
    }

    /** The same with a date that is set for it. */
    CourseCertificate setTo(DateFact fact) {
        return dating(fact, fact);
    }

    /**
     * The same with the date that counts of those told with the run, or with what was set, whichever is newer. Facts that arrive
     * late may make an earlier one count than was known, so that what was set in between counts again.
     */
    CourseCertificate told(DateFact fact) {
        return dating(set != null && set.order().isAfter(fact.order()) ? set : fact, set);
    }

    private CourseCertificate dating(DateFact fact, @Nullable DateFact newSet) {
        return new CourseCertificate(
                id, courseKey, type, isActive, fact.date(), fact.order(), newSet, version, createdAt, modifiedAt);
    }

    /** The next version of the one before, unless both say the same. */
    CourseCertificate after(@Nullable CourseCertificate before, Instant at) {
        if (before == null || before.equals(this)) {
            return this;
        }
        Instant later = at.isBefore(modifiedAt) ? modifiedAt : at;
        return new CourseCertificate(
                id, courseKey, type, isActive, availableDate, dated, set, before.version + 1, createdAt, later);
    }

    /** Whether the date was told with the course run and not set for this type alone. */
    boolean isToldWithRun() {
        return dated.kind() == DateFact.TOLD && dated.isAfter(DateFact.NEVER);
    }
}
