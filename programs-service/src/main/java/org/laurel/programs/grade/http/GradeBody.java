package org.laurel.programs.grade.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A grade as clients send it, as JSON or as a form; for the API's description.
 *
 * @param courseRun key of the course run, in the catalogue or in the directory of course runs
 * @param letterGrade null is no letter
 * @param percentGrade a number from 0 to 1 or a text with one, of at most four decimals
 * @param verified true when absent
 * @param lmsLastUpdatedAt when the grade came to be; the newest grade is kept. Now when absent
 */
record GradeBody(
        @Schema(required = true) String username,
        @Schema(required = true) String courseRun,
        @Schema(maxLength = 255) @Nullable String letterGrade,

        @Schema(required = true, minimum = "0", maximum = "1")
        String percentGrade,

        @Schema(defaultValue = "true") @Nullable Boolean verified,
        @Nullable Instant lmsLastUpdatedAt) {}
