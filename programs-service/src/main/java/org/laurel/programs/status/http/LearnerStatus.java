package org.laurel.programs.status.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.status.db.AskedLearnerQuery.Known;
import org.laurel.programs.status.db.StatusQuery.Found;
import org.laurel.programs.status.db.StatusQuery.Graded;

/**
 * A learner's course credentials that hold and may be seen.
 *
 * @param lmsUserId a number when the id is a decimal one, as existing clients read it; null when the learner is not known
 * @param username null when the learner is not known and was not asked for by name
 * @param error why the item could not be answered; only in a list, and only then
 */
public record LearnerStatus(
        @Schema(oneOf = {Long.class, String.class}) @Nullable Object lmsUserId,

        @Nullable String username,
        List<Item> status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {

    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * One credential.
     *
     * @param status always {@code awarded}
     * @param type the mode of the certificate
     * @param certificateAvailableDate from when it may be seen, null when it shows at once
     */
    @Schema(name = "LearnerStatusItem")
    public record Item(
            @Nullable UUID courseUuid,
            Run courseRun,
            String status,
            String type,
            @Nullable Instant certificateAvailableDate,
            @Nullable Grade grade) {}

    /** A course run; its uuid is null when the catalogue gives it none. */
    @Schema(name = "LearnerStatusRun")
    public record Run(@Nullable String uuid, String key) {}

    /** A grade; the percentage from 0 to 1, as a text with four decimals. */
    @Schema(name = "LearnerStatusGrade")
    public record Grade(String letterGrade, String percentGrade, boolean verified) {}

    static LearnerStatus of(Known learner, List<Found> found) {
        return new LearnerStatus(
                id(learner.id().value()),
                learner.username(),
                found.stream().map(LearnerStatus::item).toList(),
                null);
    }

    static LearnerStatus unknown(StatusRequest asked) {
        return new LearnerStatus(id(asked.lmsUserId()), asked.username(), List.of(), null);
    }

    static LearnerStatus faulty(@Nullable StatusRequest asked, String error) {
        return asked == null
                ? new LearnerStatus(null, null, List.of(), error)
                : new LearnerStatus(id(asked.lmsUserId()), asked.username(), List.of(), error);
    }

    private static @Nullable Object id(@Nullable String text) {
        return text != null && DECIMAL.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
    }

    private static Item item(Found found) {
        return new Item(
                found.courseUuid(),
                new Run(found.runUuid(), found.courseKey().value()),
                found.status(),
                found.mode(),
                found.availableAt(),
                grade(found.grade()));
    }

    private static @Nullable Grade grade(@Nullable Graded grade) {
        return grade == null ? null : new Grade(grade.letter(), grade.percent().toPlainString(), grade.verified());
    }
}
