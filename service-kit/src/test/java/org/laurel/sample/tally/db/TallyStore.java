package org.laurel.sample.tally.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.tally.domain.Add;
import org.laurel.sample.tally.domain.TallyChanged;

/** The tables of tallies and of facts that were counted. */
@ApplicationScoped
public class TallyStore {

    private static final Cause NOBODY = Cause.of("nobody", "nothing");

    private final Sql sql;

    TallyStore(Sql sql) {
        this.sql = sql;
    }

    /** Remembers the commands' facts and returns the keys of those that are new. */
    public Set<String> remember(List<Add> commands) {
        return new HashSet<>(sql.query(
                """
                insert into tally_fact (fact_key, learner_id)
                select f, l from unnest(?::text[], ?::text[]) as t (f, l) on conflict do nothing returning fact_key
                """,
                row -> row.getString(1),
                Column.texts(commands, Add::factKey),
                Column.texts(commands, Add::learnerId)));
    }

    /** Adds each learner's amounts one by one and returns every step. */
    public List<TallyChanged> add(Map<String, List<Add>> byLearner) {
        List<String> learners = List.copyOf(byLearner.keySet());
        Map<String, TallyChanged> now = new HashMap<>();
        List<TallyChanged> steps = new ArrayList<>();
        known(byLearner, now);
        byLearner.forEach((learner, commands) -> commands.forEach(command -> {
            TallyChanged before = now.get(learner);
            long total = before == null ? 0 : before.total();
            long version = before == null ? 0 : before.version();
            TallyChanged step = new TallyChanged(
                    learner, total + command.amount(), version + 1, command.occurredAt(), command.cause());
            now.put(learner, step);
            steps.add(step);
        }));
        List<TallyChanged> last = learners.stream().map(now::get).toList();
        sql.update(
                """
                insert into tally (learner_id, total, version, changed_by, cause_id)
                select * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                on conflict (learner_id) do update set total = excluded.total, version = excluded.version,
                                                       changed_by = excluded.changed_by, cause_id = excluded.cause_id
                """,
                Column.texts(last, TallyChanged::learnerId),
                Column.longs(last, TallyChanged::total),
                Column.longs(last, TallyChanged::version),
                Column.texts(last, step -> step.cause().by()),
                Column.texts(last, step -> step.cause().id()));
        return steps;
    }

    /** The tallies of these learners as they are. */
    public List<TallyChanged> of(List<String> learners, Cause cause) {
        return sql.query(
                "select * from tally where learner_id = any(?::text[]) order by learner_id",
                row -> new TallyChanged(
                        Row.text(row, "learner_id"),
                        row.getLong("total"),
                        row.getLong("version"),
                        Instant.EPOCH,
                        cause),
                (Object) learners.toArray(String[]::new));
    }

    private void known(Map<String, List<Add>> byLearner, Map<String, TallyChanged> now) {
        sql.query(
                "select * from tally where learner_id = any(?::text[])",
                row -> now.put(
                        Row.text(row, "learner_id"),
                        new TallyChanged(
                                Row.text(row, "learner_id"),
                                row.getLong("total"),
                                row.getLong("version"),
                                Instant.EPOCH,
                                NOBODY)),
                (Object) byLearner.keySet().toArray(String[]::new));
    }
}
