package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Learners, read and written for whole batches. */
@ApplicationScoped
public class LearnerTable {

    private final Sql sql;

    LearnerTable(Sql sql) {
        this.sql = sql;
    }

    /** The learners that are known, in a new map. */
    public Map<LearnerId, Learner> find(Collection<LearnerId> learnerIds) {
        Map<LearnerId, Learner> found = new HashMap<>();
        sql.query(LearnerRows.SELECT + "l.learner_id = any(?)", LearnerRows::learner, (Object)
                        Column.texts(List.copyOf(learnerIds), LearnerId::value))
                .forEach(learner -> found.put(learner.id(), learner));
        return found;
    }

    /** The learners who have any of the usernames or email addresses, ignoring case. */
    public List<Learner> holders(Collection<String> usernames, Collection<String> emails) {
        // Two joins and not one condition with "or": each finds its rows by its own index.
        return sql.query(
                LearnerRows.SELECT + """
                        l.learner_id in (
                            select n.learner_id from learner n
                            join unnest(?::text[]) as taken on lower(n.username) = lower(taken)
                            union
                            select n.learner_id from learner n
                            join unnest(?::text[]) as taken on lower(n.email) = lower(taken) and n.email <> '')
                        """,
                LearnerRows::learner,
                usernames.toArray(String[]::new),
                emails.toArray(String[]::new));
    }

    /** Inserts or replaces learners, each of them once. */
    public void save(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into learner (learner_id, username, email, name, is_active, version, account_changed_at, allow_certificate,
                    certificate_name, use_verified_name, verified_name, certificates_visible_to, preferences_version,
                    occurred_at, changed_by, change_reason, cause_id)
                select t.learner_id, t.username, t.email, t.name, t.is_active, t.version,
                       t.account_changed_at::timestamptz, t.allowed, t.certificate_name, t.use_verified, t.verified_name, t.visible_to, t.preferences_version, t.occurred_at::timestamptz,
                       t.changed_by, t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[], ?::bool[],
                            ?::text[], ?::bool[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, username, email, name, is_active, version, account_changed_at, allowed,
                           certificate_name, use_verified, verified_name, visible_to, preferences_version, occurred_at, changed_by, reason, cause_id)
                on conflict (learner_id) do update set username = excluded.username, email = excluded.email,
                    name = excluded.name, is_active = excluded.is_active, version = excluded.version,
                    account_changed_at = excluded.account_changed_at,
                    allow_certificate = excluded.allow_certificate, certificate_name = excluded.certificate_name,
                    use_verified_name = excluded.use_verified_name, verified_name = excluded.verified_name,
                    certificates_visible_to = excluded.certificates_visible_to,
                    preferences_version = excluded.preferences_version, occurred_at = excluded.occurred_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.learner().id()),
                Column.texts(changes, change -> change.learner().account().username()),
                Column.texts(changes, change -> change.learner().account().email()),
                Column.texts(changes, change -> change.learner().account().name()),
                Column.flags(changes, change -> change.learner().account().isActive()),
                Column.longs(changes, change -> change.learner().version()),
                Column.texts(changes, change -> change.learner().accountChangedAt()),
                Column.flags(changes, change -> change.learner().preferences().allowCertificate()),
                Column.texts(changes, change -> change.learner().preferences().certificateName()),
                Column.flags(changes, change -> change.learner().preferences().useVerifiedName()),
                Column.texts(changes, change -> change.learner().preferences().verifiedName()),
                Column.texts(changes, change -> change.learner().preferences().visibleTo()),
                Column.longs(changes, change -> change.learner().preferencesVersion()),
                Column.texts(changes, change -> change.learner().occurredAt()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    /** A learner's new values and why they change. */
    public record Change(Learner learner, Cause cause) {}
}
