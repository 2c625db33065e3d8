package org.laurel.enrollment.preference.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds preferences. */
@ApplicationScoped
public class PreferenceQueries {

    private record Line(LearnerId learnerId, String key, String value) {}

    private final Sql sql;

    PreferenceQueries(Sql sql) {
        this.sql = sql;
    }

    /** A learner's preferences by key, sorted. */
    public Map<String, String> of(LearnerId learnerId) {
        return of(List.of(learnerId)).getOrDefault(learnerId, Map.of());
    }

    /** The preferences of the learners who have any. */
    public Map<LearnerId, Map<String, String>> of(Collection<LearnerId> learnerIds) {
        Map<LearnerId, Map<String, String>> found = new HashMap<>();
        sql.query(
                        "select learner_id, key, value from preference where learner_id = any(?)",
                        row -> new Line(
                                new LearnerId(Row.text(row, "learner_id")),
                                Row.text(row, "key"),
                                Row.text(row, "value")),
                        (Object) Column.texts(List.copyOf(learnerIds), LearnerId::value))
                .forEach(line -> found.computeIfAbsent(line.learnerId(), id -> new TreeMap<>())
                        .put(line.key(), line.value()));
        return found;
    }
}
