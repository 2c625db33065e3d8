package org.laurel.certificates.learner.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** Reads a row of the learner table. */
final class LearnerRow {

    private LearnerRow() {}

    static Learner learner(ResultSet row) throws SQLException {
        return new Learner(
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "username"),
                Row.text(row, "email"),
                Row.text(row, "name"),
                row.getBoolean("is_active"),
                row.getLong("version"),
                Row.instant(row, "occurred_at"));
    }
}
