package org.laurel.enrollment.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Retirements, read and written for whole batches. The caller holds the locks of the learners. */
@ApplicationScoped
public class RetirementTable {

    private final Sql sql;

    RetirementTable(Sql sql) {
        this.sql = sql;
    }

    /** The learners' retirements that were not cancelled, in a new map. */
    public Map<LearnerId, LearnerRetirement> of(Collection<LearnerId> learners) {
        Map<LearnerId, LearnerRetirement> found = new HashMap<>();
        sql.query(
                "select * from retirement where learner_id = any(?) and cancelled_at is null",
                row -> found.put(new LearnerId(Row.text(row, "learner_id")), RetirementRows.retirement(row)),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
        return found;
    }

    /** Retirements by their ids, in a new map. */
    public Map<Long, LearnerRetirement> find(Collection<Long> ids) {
        Map<Long, LearnerRetirement> found = new HashMap<>();
        sql.query(
                "select * from retirement where id = any(?)",
                row -> found.put(row.getLong("id"), RetirementRows.retirement(row)),
                (Object) Column.longs(List.copyOf(ids), id -> id));
        return found;
    }

    /** The newest retirement of each username as it was written, by the hash of it, in a new map. */
    public Map<String, LearnerRetirement> byDigest(Collection<String> digests) {
        Map<String, LearnerRetirement> found = new HashMap<>();
        sql.query("""
                select distinct on (original_digest) * from retirement
                where original_digest = any(?) and cancelled_at is null order by original_digest, id desc
                """, row -> found.put(Row.text(row, "original_digest"), RetirementRows.retirement(row)), (Object)
                digests.toArray(String[]::new));
        return found;
    }

    /** A retirement whose cooling-off is over, and since when. */
    public record Due(long id, Instant at) {

        /** Where a list of them begins. */
        public static final Due BEGINNING = new Due(0, Instant.EPOCH);
    }

    /** Retirements whose cooling-off is over, longest first, after one of them: {@link Due#BEGINNING} for the first ones. */
    public List<Due> due(Instant now, String state, Due after, int limit) {
        return sql.query(
                """
                select id, due_at from retirement
                where due_at <= ? and (due_at, id) > (?::timestamptz, ?::bigint)
                  and retired_at is null and cancelled_at is null and state = ? order by due_at, id limit ?
                """,
                row -> new Due(row.getLong("id"), Row.instant(row, "due_at")),
                now,
                after.at(),
                after.id(),
                state,
                limit);
    }

    /** A new retirement; its id is not known before. */
    public record Request(LearnerRetirement retirement, String digest, Cause cause) {}

    /** Stores new retirements. */
    public void insert(List<Request> requests) {
        sql.update(
                """
                insert into retirement (learner_id, state, last_state, requested_at, due_at, modified_at, was_active, is_told,
                    original_username, original_email, original_name, original_digest, retired_username, retired_email,
                    responses, changed_by, change_reason, cause_id)
                select t.learner_id, t.state, t.state, t.requested_at::timestamptz, t.due_at::timestamptz,
                       t.requested_at::timestamptz, t.was_active, false, t.username, t.email, t.name, t.digest,
                       t.retired_username, t.retired_email, '', t.changed_by, t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, state, requested_at, due_at, was_active, username, email, name, digest,
                           retired_username, retired_email, changed_by, reason, cause_id)
                """,
                texts(requests, LearnerRetirement::learnerId),
                texts(requests, LearnerRetirement::state),
                texts(requests, LearnerRetirement::requestedAt),
                texts(requests, LearnerRetirement::dueAt),
                Column.flags(requests, request -> request.retirement().wasActive()),
                texts(requests, retirement -> retirement.original().username()),
                texts(requests, retirement -> retirement.original().email()),
                texts(requests, retirement -> retirement.original().name()),
                Column.texts(requests, Request::digest),
                texts(requests, LearnerRetirement::retiredUsername),
                texts(requests, LearnerRetirement::retiredEmail),
                Column.texts(requests, request -> request.cause().by()),
                Column.texts(requests, request -> request.cause().reason()),
                Column.texts(requests, request -> request.cause().id()));
    }

    /**
     * A new state of a retirement.
     *
     * @param response what was said of it, added to what was said before; empty for nothing
     */
    public record Move(LearnerRetirement after, String response, Cause cause) {}

    /** Stores new states, times and whether others were told. */
    public void move(List<Move> moves) {
        sql.update(
                """
                update retirement r
                set state = t.state, last_state = t.last_state, retired_at = t.retired_at::timestamptz,
                    completed_at = t.completed_at::timestamptz, cancelled_at = t.cancelled_at::timestamptz,
                    modified_at = t.modified_at::timestamptz, is_told = t.is_told,
                    original_username = t.username, original_email = t.email, original_name = t.name,
                    responses = right(r.responses || t.response, 10000),
                    changed_by = t.changed_by, change_reason = t.reason, cause_id = t.cause_id
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (id, state, last_state, retired_at, completed_at, cancelled_at, modified_at, is_told, username,
                           email, name, response, changed_by, reason, cause_id)
                where r.id = t.id
                """,
                Column.longs(moves, move -> move.after().id()),
                moved(moves, LearnerRetirement::state),
                moved(moves, LearnerRetirement::lastState),
                moved(moves, LearnerRetirement::retiredAt),
                moved(moves, LearnerRetirement::completedAt),
                moved(moves, LearnerRetirement::cancelledAt),
                moved(moves, LearnerRetirement::modifiedAt),
                Column.flags(moves, move -> move.after().isTold()),
                moved(moves, retirement -> retirement.original().username()),
                moved(moves, retirement -> retirement.original().email()),
                moved(moves, retirement -> retirement.original().name()),
                Column.texts(moves, Move::response),
                Column.texts(moves, move -> move.cause().by()),
                Column.texts(moves, move -> move.cause().reason()),
                Column.texts(moves, move -> move.cause().id()));
    }

    private static String[] texts(List<Request> requests, Function<LearnerRetirement, Object> property) {
        return Column.texts(requests, request -> property.apply(request.retirement()));
    }

    private static String[] moved(List<Move> moves, Function<LearnerRetirement, ? extends @Nullable Object> property) {
        return Column.texts(moves, move -> property.apply(move.after()));
    }
}
