package org.laurel.completion.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.completion.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks learners and enrollments up for reads. */
@ApplicationScoped
public class LearnerQuery {

    private final Sql sql;

    LearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner with this username, ignoring case; after a hand-over of a username, the one who has it now. Nobody has the empty one. */
    public Optional<Learner> byUsername(String username) {
        return sql.first(
                "select * from learner where lower(username) = lower(?) and username <> ''"
                        + " order by occurred_at desc limit 1",
                row -> new Learner(
                        new LearnerId(Row.text(row, "learner_id")),
                        Row.text(row, "username"),
                        row.getLong("version"),
                        Row.instant(row, "occurred_at")),
                username);
    }

    /** Ids by username, as {@link #byUsername} finds them; names that nobody has are left out. One statement. */
    public Map<String, LearnerId> byUsernames(Collection<String> usernames) {
        return sql
                .query(
                        """
                        select distinct on (t.asked) t.asked, l.learner_id from unnest(?::text[]) as t (asked)
                        join learner l on lower(l.username) = lower(t.asked) and l.username <> ''
                        order by t.asked, l.occurred_at desc
                        """,
                        row -> Map.entry(Row.text(row, "asked"), new LearnerId(Row.text(row, "learner_id"))),
                        (Object) usernames.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the ids that learners have. One statement. */
    public Map<String, LearnerId> known(Collection<String> ids) {
        return sql
                .query(
                        "select learner_id from learner where learner_id = any(?)",
                        row -> new LearnerId(Row.text(row, "learner_id")),
                        (Object) ids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(LearnerId::value, Function.identity()));
    }

    /** Whether the learner is actively enrolled. */
    public boolean isEnrolled(LearnerId learnerId, CourseKey courseKey) {
        return sql.first(
                        "select 1 from enrollment where learner_id = ? and course_key = ? and is_active",
                        row -> true,
                        learnerId.value(),
                        courseKey.value())
                .isPresent();
    }
}
