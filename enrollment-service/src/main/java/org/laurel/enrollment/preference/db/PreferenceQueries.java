package org.laurel.enrollment.preference.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.enrollment.preference.domain.PreferenceKeys;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds preferences. */
@ApplicationScoped
public class PreferenceQueries {

    private static final String SELECT = "select learner_id, key, value from preference where learner_id = any(?)";

    private record Line(LearnerId learnerId, String key, String value) {}

    private final Sql sql;

    PreferenceQueries(Sql sql) {
        this.sql = sql;
    }

    /** A learner's preferences by key, sorted. */
    public Map<String, String> of(LearnerId learnerId) {
        Object ids = Column.texts(List.of(learnerId), LearnerId::value);
        return byLearner(sql.query(SELECT, PreferenceQueries::line, ids)).getOrDefault(learnerId, Map.of());
    }

    /** Of the preferences of the learners who have any, those that say what their accounts show. */
    public Map<LearnerId, Map<String, String>> forAccounts(Collection<LearnerId> learnerIds) {
        return byLearner(sql.query(
                SELECT + " and (key in (?, ?) or starts_with(key, ?))",
                PreferenceQueries::line,
                Column.texts(List.copyOf(learnerIds), LearnerId::value),
                PreferenceKeys.ACCOUNT_PRIVACY,
                PreferenceKeys.TIME_ZONE,
                PreferenceKeys.VISIBILITY));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(new LearnerId(Row.text(row, "learner_id")), Row.text(row, "key"), Row.text(row, "value"));
    }

    private static Map<LearnerId, Map<String, String>> byLearner(List<Line> lines) {
        Map<LearnerId, Map<String, String>> found = new HashMap<>();
        lines.forEach(line ->
                found.computeIfAbsent(line.learnerId(), id -> new TreeMap<>()).put(line.key(), line.value()));
        return found;
    }
}
