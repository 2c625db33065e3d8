package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CaseKey;

/** Finds out of which cases anything is known. */
@ApplicationScoped
public class CaseQuery {

    private final Sql sql;

    CaseQuery(Sql sql) {
        this.sql = sql;
    }

    /** Those of the learners in the course runs of whom a certificate was told, or who have, or had, a credential. */
    public List<CaseKey> known(Collection<LearnerId> learners, Collection<CourseKey> courseKeys) {
        @Nullable String[] ids = Column.texts(List.copyOf(learners), LearnerId::value);
        @Nullable String[] keys = Column.texts(List.copyOf(courseKeys), CourseKey::value);
        return sql.query(
                """
                select learner_id, course_key from certificate_version
                where learner_id = any(?) and course_key = any(?)
                union
                select learner_id, course_key from course_credential
                where learner_id = any(?) and course_key = any(?)
                """,
                row -> new CaseKey(
                        new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                ids,
                keys,
                ids,
                keys);
    }
}
