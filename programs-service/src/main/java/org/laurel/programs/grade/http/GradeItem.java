package org.laurel.programs.grade.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.grade.db.GradeQuery.Found;

/**
 * A grade as existing clients read it.
 *
 * @param percentGrade from 0 to 1, as a text with four decimals
 * @param lmsLastUpdatedAt when the grade came to be, null when that was not told
 */
public record GradeItem(
        long id,
        String username,
        String courseRun,
        String letterGrade,
        String percentGrade,
        boolean verified,
        @Nullable Instant lmsLastUpdatedAt,
        Instant created,
        Instant modified) {

    static GradeItem of(Found found) {
        return new GradeItem(
                found.id(),
                found.username(),
                found.courseKey().value(),
                found.letter(),
                found.percent().toPlainString(),
                found.verified(),
                found.toldAt(),
                found.createdAt(),
                found.modifiedAt());
    }
}
