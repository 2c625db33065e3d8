package org.laurel.enrollment.preference.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.preference.domain.PreferenceChange;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Writes preferences, for whole batches in which each learner's key stands once. */
@ApplicationScoped
public class PreferenceTable {

    private record Line(String learnerId, String key, String value) {}

    private final Sql sql;

    PreferenceTable(Sql sql) {
        this.sql = sql;
    }

    /** The keys of the learners' preferences, for those who have any. */
    public Map<LearnerId, Set<String>> keys(List<LearnerId> learnerIds) {
        Map<LearnerId, Set<String>> keys = new HashMap<>();
        sql.query(
                        "select learner_id, key from preference where learner_id = any(?)",
                        row -> new Line(Row.text(row, "learner_id"), Row.text(row, "key"), ""),
                        (Object) Column.texts(learnerIds, LearnerId::value))
                .forEach(line -> keys.computeIfAbsent(new LearnerId(line.learnerId()), id -> new HashSet<>())
                        .add(line.key()));
        return keys;
    }

    /** Sets and deletes. */
    public void save(List<PreferenceChange> changes) {
        List<Line> set = lines(changes, true);
        List<Line> deleted = lines(changes, false);
        if (!set.isEmpty()) {
            sql.update(
                    """
                    insert into preference (learner_id, key, value)
                    select * from unnest(?::text[], ?::text[], ?::text[])
                    on conflict (learner_id, key) do update set value = excluded.value
                        where preference.value <> excluded.value
                    """,
                    Column.texts(set, Line::learnerId),
                    Column.texts(set, Line::key),
                    Column.texts(set, Line::value));
        }
        if (!deleted.isEmpty()) {
            sql.update("""
                    delete from preference p using unnest(?::text[], ?::text[]) as t (learner_id, key)
                    where p.learner_id = t.learner_id and p.key = t.key
                    """, Column.texts(deleted, Line::learnerId), Column.texts(deleted, Line::key));
        }
    }

    private static List<Line> lines(List<PreferenceChange> changes, boolean present) {
        return changes.stream()
                .flatMap(change -> change.values().entrySet().stream()
                        .filter(value -> value.getValue().isPresent() == present)
                        .sorted(Map.Entry.comparingByKey())
                        .map(value -> new Line(
                                change.learnerId().value(),
                                value.getKey(),
                                value.getValue().orElse(""))))
                .toList();
    }
}
