package org.laurel.certificates.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerFact;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What is known of learners in all course runs, each fact once. Rows are added, never changed but for an erasure. */
@ApplicationScoped
public class LearnerFactLog {

    private final Sql sql;

    LearnerFactLog(Sql sql) {
        this.sql = sql;
    }

    /** A fact and whom it is about. */
    public record Entry(LearnerId learnerId, LearnerFact fact) {}

    /** Adds facts that are not there yet and returns the learners who got one. Those who are retired get none. */
    public List<LearnerId> append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Line> lines = entries.stream().map(Line::of).toList();
        return sql.query(
                """
                insert into learner_fact (learner_id, occurred_at, sequence, kind, source, event_id, status, expires_at,
                    allow_certificate, certificate_name, use_verified_name, verified_name, visible_to, version)
                select t.learner_id, t.occurred_at::timestamptz, t.sequence, t.kind, t.source, t.event_id, t.status,
                       t.expires_at::timestamptz, t.allowed, t.certificate_name, t.use_verified, t.verified_name,
                       t.visible_to, t.version
                from unnest(?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::bool[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::bigint[])
                     as t (learner_id, occurred_at, sequence, kind, source, event_id, status, expires_at, allowed,
                           certificate_name, use_verified, verified_name, visible_to, version)
                where not exists (select 1 from retired_person r where r.learner_id = t.learner_id)
                on conflict do nothing
                returning learner_id
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                Column.texts(lines, Line::learnerId),
                Column.texts(lines, line -> line.order().occurredAt()),
                Column.longs(lines, line -> line.order().sequence()),
                Column.integers(lines, line -> line.order().kind()),
                Column.texts(lines, line -> line.order().source()),
                Column.texts(lines, line -> line.order().id()),
                Column.texts(lines, Line::status),
                Column.texts(lines, Line::expiresAt),
                Column.flags(
                        lines,
                        line -> line.preferences() == null
                                ? null
                                : line.preferences().allowCertificate()),
                Column.texts(
                        lines,
                        line -> line.preferences() == null
                                ? null
                                : line.preferences().certificateName()),
                Column.flags(
                        lines,
                        line -> line.preferences() == null
                                ? null
                                : line.preferences().useVerifiedName()),
                Column.texts(
                        lines,
                        line -> line.preferences() == null
                                ? null
                                : line.preferences().verifiedName()),
                Column.texts(
                        lines,
                        line -> line.preferences() == null
                                ? null
                                : line.preferences().visibleTo()),
                Column.longs(
                        lines,
                        line -> line.preferences() == null
                                ? null
                                : line.preferences().version()));
    }

    /** The facts of learners that were known at a time, null for all; learners without any are left out. */
    Map<LearnerId, List<LearnerFact>> load(Collection<LearnerId> ids, @Nullable Instant known) {
        Map<LearnerId, List<LearnerFact>> facts = new HashMap<>();
        sql.query(
                """
                select * from learner_fact
                where learner_id = any(?) and recorded_at <= coalesce(?::timestamptz, 'infinity')
                """,
                row -> facts.computeIfAbsent(new LearnerId(Row.text(row, "learner_id")), id -> new ArrayList<>(1))
                        .add(fact(row)),
                Column.texts(List.copyOf(ids), LearnerId::value),
                known);
        return facts;
    }

    private static LearnerFact fact(ResultSet row) throws SQLException {
        FactOrder order = new FactOrder(
                Row.instant(row, "occurred_at"),
                row.getLong("sequence"),
                row.getInt("kind"),
                Row.text(row, "source"),
                Row.text(row, "event_id"));
        return order.kind() == IdentityVerification.KIND
                ? new IdentityVerification(order, Row.text(row, "status"), Row.instantOrNull(row, "expires_at"))
                : new CertificatePreferences(
                        order,
                        row.getBoolean("allow_certificate"),
                        row.getString("certificate_name"),
                        row.getBoolean("use_verified_name"),
                        row.getString("verified_name"),
                        Row.text(row, "visible_to"),
                        row.getLong("version"));
    }

    private record Line(
            LearnerId learnerId,
            FactOrder order,
            @Nullable String status,
            @Nullable Instant expiresAt,
            @Nullable CertificatePreferences preferences) {

        static Line of(Entry entry) {
            return switch (entry.fact()) {
                case IdentityVerification identity ->
                    new Line(entry.learnerId(), identity.order(), identity.status(), identity.expiresAt(), null);
                case CertificatePreferences preferences ->
                    new Line(entry.learnerId(), preferences.order(), null, null, preferences);
            };
        }
    }
}
