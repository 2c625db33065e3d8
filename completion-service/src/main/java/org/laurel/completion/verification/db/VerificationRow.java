package org.laurel.completion.verification.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;

/** Reads verifications from rows. While one goes on its job knows how far it is; afterwards the verification does. */
@Singleton
class VerificationRow {

    /** Verifications {@code v} with what their jobs {@code j} know; append the condition. */
    static final String SELECT = """
            select v.*, case when v.finished_at is null then coalesce(j.state, v.state) else v.state end as state_now,
                   case when v.finished_at is null then coalesce(j.done, v.done) else v.done end as done_now,
                   case when v.finished_at is null then coalesce(j.total, v.total) else v.total end as total_now,
                   case when v.finished_at is null then coalesce(j.counts, v.counts) else v.counts end as counts_now,
                   case when v.finished_at is null then j.error end as error_now
            from verification v left join job j on j.id = v.job_id
            """;

    private final ObjectMapper json;

    VerificationRow(ObjectMapper json) {
        this.json = json;
    }

    Verification verification(ResultSet row) throws SQLException {
        String courseKey = row.getString("course_key");
        return new Verification(
                row.getLong("id"),
                row.getLong("job_id"),
                new Verification.Scope(
                        courseKey == null ? null : new CourseKey(courseKey),
                        integerOrNull(row, "listed"),
                        integerOrNull(row, "sample"),
                        Verification.Numbers.valueOf(Row.text(row, "numbers"))),
                row.getBoolean("is_repair"),
                row.getObject("night", LocalDate.class),
                Row.text(row, "created_by"),
                Row.instant(row, "created_at"),
                new Verification.Progress(
                        Row.text(row, "state_now"),
                        row.getLong("done_now"),
                        Row.longOrNull(row, "total_now"),
                        read(Row.text(row, "counts_now")),
                        row.getString("error_now"),
                        Row.instantOrNull(row, "finished_at")));
    }

    String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Long> read(String counts) {
        try {
            return json.readValue(counts, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
        Long value = Row.longOrNull(row, column);
        return value == null ? null : Math.toIntExact(value);
    }
}
