package org.laurel.enrollment.retirement.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of the retirement table read. */
final class RetirementRows {

    private RetirementRows() {}

    static LearnerRetirement retirement(ResultSet row) throws SQLException {
        return new LearnerRetirement(
                row.getLong("id"),
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "state"),
                Row.text(row, "last_state"),
                Row.instant(row, "requested_at"),
                Row.instant(row, "due_at"),
                Row.instantOrNull(row, "retired_at"),
                Row.instantOrNull(row, "completed_at"),
                Row.instantOrNull(row, "cancelled_at"),
                Row.instant(row, "modified_at"),
                row.getBoolean("was_active"),
                row.getBoolean("is_told"),
                new LearnerRetirement.Original(
                        Row.text(row, "original_username"),
                        Row.text(row, "original_email"),
                        Row.text(row, "original_name")),
                Row.text(row, "retired_username"),
                Row.text(row, "retired_email"));
    }
}
