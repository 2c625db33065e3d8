package org.laurel.programs.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.progress.domain.HeldCertificate;

/** Looks up which certificates a learner has, and how they stand. */
@ApplicationScoped
public class HeldCertificateQuery {

    private final Sql sql;

    HeldCertificateQuery(Sql sql) {
        this.sql = sql;
    }

    /** The newest version of each certificate of the learner, by run. */
    public List<HeldCertificate> of(LearnerId learnerId) {
        return sql.query(
                """
                select distinct on (course_key) course_key, mode, status, available_at, occurred_at from certificate_version
                where learner_id = ? order by course_key, version desc
                """,
                row -> new HeldCertificate(
                        new CourseKey(Row.text(row, "course_key")),
                        Row.text(row, "mode"),
                        Row.text(row, "status"),
                        Row.instantOrNull(row, "available_at"),
                        Row.instant(row, "occurred_at")),
                learnerId.value());
    }
}
