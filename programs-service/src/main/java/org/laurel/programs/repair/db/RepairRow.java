package org.laurel.programs.repair.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.programs.credential.domain.RepairRule;
import org.laurel.programs.repair.domain.Repair;
import org.laurel.programs.repair.domain.RepairScope;

/** Reads repairs from rows. While a repair goes on its job knows how far it is; afterwards the repair does. */
@Singleton
class RepairRow {

    /** Repairs {@code r} with what their jobs {@code j} know; append the condition. */
    static final String SELECT = """
            select r.*, case when r.finished_at is null then coalesce(j.state, r.state) else r.state end as state_now,
                   case when r.finished_at is null then coalesce(j.done, r.done) else r.done end as done_now,
                   case when r.finished_at is null then coalesce(j.total, r.total) else r.total end as total_now,
                   case when r.finished_at is null then coalesce(j.counts, r.counts) else r.counts end as counts_now,
                   case when r.finished_at is null then j.error end as error_now
            from repair r left join job j on j.id = r.job_id
            """;

    private final ObjectMapper json;

    RepairRow(ObjectMapper json) {
        this.json = json;
    }

    Repair repair(ResultSet row) throws SQLException {
        return new Repair(
                row.getLong("id"),
                row.getLong("job_id"),
                new RepairScope(
                        Row.texts(row, "programs").stream()
                                .map(UUID::fromString)
                                .toList(),
                        Row.texts(row, "course_runs").stream()
                                .map(CourseKey::new)
                                .toList(),
                        integerOrNull(row, "listed")),
                new RepairRule(row.getBoolean("awards"), row.getBoolean("revokes"), Row.instant(row, "created_at")),
                row.getBoolean("is_dry_run"),
                Row.text(row, "created_by"),
                row.getString("change_reason"),
                row.getInt("chunk_size"),
                integerOrNull(row, "reduced_to"),
                Row.instant(row, "created_at"),
                new Repair.Progress(
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
