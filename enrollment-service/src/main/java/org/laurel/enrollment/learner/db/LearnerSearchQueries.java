package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.sql.Sql;

/** Looks learners up for staff, in the order of their ids. Each condition has an index of its own. */
@ApplicationScoped
public class LearnerSearchQueries {

    private final Sql sql;

    LearnerSearchQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * What to look for; null members do not matter.
     *
     * @param beginning how the username, the email address or the name begins, ignoring case
     */
    public record Search(
            @Nullable String learnerId,
            @Nullable String username,
            @Nullable String email,
            @Nullable String beginning) {

        private boolean isStorable() {
            return (learnerId + "" + username + email + beginning).indexOf('\0') < 0;
        }
    }

    /** Learners with an id after the given one. */
    public List<Learner> find(Search search, String after, int limit) {
        if (!search.isStorable() || after.indexOf('\0') >= 0) {
            return List.of();
        }
        StringBuilder conditions = new StringBuilder(LearnerRows.NOT_RETIRED + " and l.learner_id > ?");
        List<Object> arguments = new ArrayList<>(List.of(after));
        if (search.learnerId() != null) {
            conditions.append(" and l.learner_id = ?");
            arguments.add(search.learnerId());
        }
        if (search.username() != null) {
            conditions.append(" and lower(l.username) = lower(?)");
            arguments.add(search.username());
        }
        if (search.email() != null) {
            conditions.append(" and lower(l.email) = lower(?) and l.email <> ''");
            arguments.add(search.email());
        }
        if (search.beginning() != null) {
            conditions.append(" and (lower(l.username) like ? or lower(l.email) like ? or lower(l.name) like ?)");
            String pattern = pattern(search.beginning());
            arguments.addAll(List.of(pattern, pattern, pattern));
        }
        arguments.add(limit);
        return sql.query(
                LearnerRows.SELECT + conditions + " order by l.learner_id limit ?",
                LearnerRows::learner,
                arguments.toArray());
    }

    /** How many learners there are, and how many of them are active. */
    public Counts count() {
        return sql.first(
                        "select count(*) as everybody, count(*) filter (where is_active) as active from learner l where "
                                + LearnerRows.NOT_RETIRED,
                        row -> new Counts(row.getLong("everybody"), row.getLong("active")))
                .orElseThrow();
    }

    /** Numbers of learners. */
    public record Counts(long all, long active) {}

    private static String pattern(String beginning) {
        return beginning
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
