package org.laurel.programs.repair.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Which of what somebody names for a repair are known here. */
@ApplicationScoped
public class RepairSelectionQuery {

    private final Sql sql;

    RepairSelectionQuery(Sql sql) {
        this.sql = sql;
    }

    /** Those of the programs that there are. */
    public Set<UUID> programs(List<UUID> uuids) {
        return Set.copyOf(sql.query(
                "select program_uuid from program where program_uuid = any(?::uuid[])",
                row -> UUID.fromString(Row.text(row, "program_uuid")),
                (Object) Column.texts(uuids, uuid -> uuid)));
    }

    /** Those of the course runs that belong to a program. */
    public Set<CourseKey> courseRuns(List<CourseKey> keys) {
        return Set.copyOf(sql.query(
                "select distinct course_key from program_course_run where course_key = any(?)",
                row -> new CourseKey(Row.text(row, "course_key")),
                (Object) Column.texts(keys, CourseKey::value)));
    }

    private record Known(String text, LearnerId learnerId) {}

    /** The learners by the texts that name them, each a username, ignoring case, or a learner id; a username wins. */
    public Map<String, LearnerId> learners(List<String> texts) {
        return sql
                .query(
                        """
                        select t.text, coalesce(n.learner_id, i.learner_id) as learner_id
                        from unnest(?::text[]) as t (text)
                        left join lateral (
                            select l.learner_id from learner l
                            where lower(l.username) = lower(t.text) and l.username <> ''
                            order by l.changed_at desc limit 1) n on true
                        left join learner i on i.learner_id = t.text
                        where coalesce(n.learner_id, i.learner_id) is not null
                        """,
                        row -> new Known(Row.text(row, "text"), new LearnerId(Row.text(row, "learner_id"))),
                        (Object) texts.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Known::text, Known::learnerId, (a, b) -> a));
    }
}
