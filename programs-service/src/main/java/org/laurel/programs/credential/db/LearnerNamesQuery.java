package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.PostCredential;

/** Finds whom requests name: one statement for all of them. */
@ApplicationScoped
public class LearnerNamesQuery {

    private final Sql sql;

    LearnerNamesQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The learners by the place of their command; commands that name nobody are left out. The username counts, ignoring case,
     * and the id only where nobody has the username. Nobody is who has retired.
     */
    public Map<Integer, LearnerId> resolve(List<PostCredential> commands) {
        List<Integer> places = IntStream.range(0, commands.size()).boxed().toList();
        Map<Integer, LearnerId> found = new HashMap<>();
        sql.query(
                """
                select t.place, coalesce(n.learner_id, i.learner_id) as learner_id
                from unnest(?::integer[], ?::text[], ?::text[]) as t (place, username, lms_user_id)
                left join lateral (select l.learner_id from learner l
                                   where lower(l.username) = lower(t.username) and l.username <> ''
                                   order by l.changed_at desc limit 1) n on true
                left join learner i on i.learner_id = t.lms_user_id and i.username <> ''
                where n.learner_id is not null or i.learner_id is not null
                """,
                row -> found.put(row.getInt("place"), new LearnerId(Row.text(row, "learner_id"))),
                Column.integers(places, place -> place),
                Column.texts(commands, PostCredential::username),
                Column.texts(commands, PostCredential::lmsUserId));
        return found;
    }
}
