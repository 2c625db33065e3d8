package org.laurel.programs.credential.db;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.credential.db.PendingAwardStore.Waiting;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.ProgramStanding;

/** The columns in which the standing of an award that waits is kept, whichever kind it has. */
final class PendingColumns {

    private PendingColumns() {}

    static @Nullable String mode(Waiting award) {
        return award.course() == null ? null : award.course().mode();
    }

    static @Nullable String reason(Waiting award) {
        return award.program() == null ? null : award.program().reason().slug();
    }

    static @Nullable Instant availableAt(Waiting award) {
        return of(award, CourseStanding::availableAt, ProgramStanding::availableAt);
    }

    static @Nullable Instant firstEarnedAt(Waiting award) {
        return of(award, CourseStanding::firstAwardedAt, ProgramStanding::createdAt);
    }

    static @Nullable Instant earnedAt(Waiting award) {
        return of(award, CourseStanding::awardedAt, ProgramStanding::modifiedAt);
    }

    static @Nullable Instant modifiedAt(Waiting award) {
        return of(award, CourseStanding::modifiedAt, ProgramStanding::modifiedAt);
    }

    private static @Nullable Instant of(
            Waiting award,
            Function<CourseStanding, @Nullable Instant> course,
            Function<ProgramStanding, @Nullable Instant> program) {
        CourseStanding run = award.course();
        if (run != null) {
            return course.apply(run);
        }
        ProgramStanding whole = award.program();
        return whole == null ? null : program.apply(whole);
    }
}
