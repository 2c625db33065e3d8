package org.laurel.enrollment.learner.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.CertificatePreferences;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.Reach;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of the learner table read. */
final class LearnerRows {

    /**
     * Selects learners with what their enrollments mean for their reach; a condition follows. Enrollments are looked up learner
     * by learner, however many others there are.
     */
    static final String SELECT = """
            select l.*, e.enrolled_once, e.enrolled_now
            from learner l
            cross join lateral (
                select count(*) > 0 as enrolled_once, coalesce(bool_or(is_active), false) as enrolled_now
                from enrollment where learner_id = l.learner_id) e
            where\s""";

    /** Leaves out tombstones. */
    static final String NOT_RETIRED = "not exists (select from retired_person r where r.learner_id = l.learner_id)";

    private LearnerRows() {}

    static Learner learner(ResultSet row) throws SQLException {
        return new Learner(
                new LearnerId(Row.text(row, "learner_id")),
                new Account(
                        Row.text(row, "username"),
                        Row.text(row, "email"),
                        Row.text(row, "name"),
                        row.getBoolean("is_active")),
                row.getLong("version"),
                Row.instant(row, "account_changed_at"),
                new CertificatePreferences(
                        row.getBoolean("allow_certificate"),
                        row.getString("certificate_name"),
                        row.getBoolean("use_verified_name"),
                        row.getString("verified_name"),
                        Row.text(row, "certificates_visible_to")),
                row.getLong("preferences_version"),
                Row.instant(row, "occurred_at"),
                reach(row.getBoolean("enrolled_once"), row.getBoolean("enrolled_now")));
    }

    private static Reach reach(boolean once, boolean now) {
        if (now) {
            return Reach.ENROLLED;
        }
        return once ? Reach.FORMERLY_ENROLLED : Reach.NEVER_ENROLLED;
    }
}
