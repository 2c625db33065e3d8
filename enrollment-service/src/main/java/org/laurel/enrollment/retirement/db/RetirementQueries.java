package org.laurel.enrollment.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds retirements for readers. */
@ApplicationScoped
public class RetirementQueries {

    private final Sql sql;
    private final ReservedNames names;

    RetirementQueries(Sql sql, ReservedNames names) {
        this.sql = sql;
        this.names = names;
    }

    public Optional<LearnerRetirement> byId(long id) {
        return sql.first("select * from retirement where id = ?", RetirementRows::retirement, id);
    }

    /** The newest that was not cancelled of whom had this username then, exactly as written. */
    public Optional<LearnerRetirement> byUsername(String username) {
        String digest = username.indexOf('\0') >= 0
                ? null
                : names.digests(List.of(username)).get(username);
        return digest == null
                ? Optional.empty()
                : sql.first(
                        "select * from retirement where original_digest = ? and cancelled_at is null order by id desc limit 1",
                        RetirementRows::retirement,
                        digest);
    }

    /**
     * Retirements by id after the given one.
     *
     * @param state as drivers name it, null for any
     * @param from when they were asked for at the earliest, null for any time
     * @param until before when, null for any time
     */
    public List<LearnerRetirement> after(
            long id, @Nullable String state, @Nullable Instant from, @Nullable Instant until, int limit) {
        return sql.query("""
                select * from retirement
                where id > ? and (?::text is null or state = ?) and (?::timestamptz is null or requested_at >= ?)
                  and (?::timestamptz is null or requested_at < ?)
                order by id limit ?
                """, RetirementRows::retirement, id, state, state, from, from, until, until, limit);
    }

    /** Retirements in some states that were asked for before a time, oldest first; cancelled ones left out. */
    public List<LearnerRetirement> queue(List<String> states, Instant before, int limit) {
        return sql.query("""
                select * from retirement
                where state = any(?) and requested_at < ? and cancelled_at is null order by id limit ?
                """, RetirementRows::retirement, states.toArray(String[]::new), before, limit);
    }

    /** When which services reported the learners as erased; learners without any report are left out. */
    public Map<LearnerId, Map<String, Instant>> reports(List<LearnerId> learners) {
        Map<LearnerId, Map<String, Instant>> reports = new HashMap<>();
        sql.query(
                "select * from erasure_report where learner_id = any(?)",
                row -> reports.computeIfAbsent(new LearnerId(Row.text(row, "learner_id")), id -> new TreeMap<>())
                        .put(Row.text(row, "service"), Row.instant(row, "reported_at")),
                (Object) Column.texts(learners, LearnerId::value));
        return reports;
    }

    /**
     * Ids, above the given one, of retirements that may be complete and are not noted so.
     *
     * @param forgotten what was published until then is in no topic any more
     */
    public List<Long> perhapsComplete(Instant forgotten, long after, int limit) {
        return sql.query("""
                select id from retirement
                where retired_at is not null and completed_at is null and retired_at <= ? and id > ?
                order by id limit ?
                """, row -> row.getLong("id"), forgotten, after, limit);
    }
}
