package org.laurel.certificates.generation.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;

/** Reads generation runs from rows. While a run goes on its job knows how far it is; afterwards the run does. */
@Singleton
class GenerationRunRow {

    /** Runs {@code r} with what their jobs {@code j} know; append the condition. */
    static final String SELECT = """
            select r.*, case when r.finished_at is null then coalesce(j.state, r.state) else r.state end as state_now,
                   case when r.finished_at is null then coalesce(j.done, r.done) else r.done end as done_now,
                   case when r.finished_at is null then coalesce(j.total, r.total) else r.total end as total_now,
                   case when r.finished_at is null then coalesce(j.counts, r.counts) else r.counts end as counts_now,
                   case when r.finished_at is null then j.error end as error_now
            from generation_run r left join job j on j.id = r.job_id
            """;

    private final ObjectMapper json;

    GenerationRunRow(ObjectMapper json) {
        this.json = json;
    }

    GenerationRun run(ResultSet row) throws SQLException {
        return new GenerationRun(
                row.getLong("id"),
                row.getLong("job_id"),
                new CourseKey(Row.text(row, "course_key")),
                Row.text(row, "generated_by"),
                row.getString("change_reason"),
                row.getBoolean("is_regeneration"),
                read(Row.text(row, "input"), new TypeReference<>() {}),
                Row.instant(row, "created_at"),
                row.getInt("chunk_size"),
                integerOrNull(row, "reduced_to"),
                new GenerationRun.Progress(
                        Row.text(row, "state_now"),
                        row.getLong("done_now"),
                        Row.longOrNull(row, "total_now"),
                        read(Row.text(row, "counts_now"), new TypeReference<>() {}),
                        row.getString("error_now"),
                        Row.instantOrNull(row, "finished_at")));
    }

    String write(Map<String, ?> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
        Long value = Row.longOrNull(row, column);
        return value == null ? null : Math.toIntExact(value);
    }
}
