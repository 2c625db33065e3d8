package org.laurel.certificates.legacyimport.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.legacyimport.domain.LegacyCertificate;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What is here already of the certificates that an import states. */
@ApplicationScoped
public class ImportedStateQuery {

    private final Sql sql;

    ImportedStateQuery(Sql sql) {
        this.sql = sql;
    }

    /** A statement about a case, by what it says. */
    public record Statement(CaseKey key, String fingerprint) {}

    /** Learners by username in lower case; after a hand-over of a username, who has it now. */
    public Map<String, LearnerId> learners(List<String> lowerCaseUsernames) {
        if (lowerCaseUsernames.isEmpty()) {
            return Map.of();
        }
        return sql
                .query(
                        """
                        select distinct on (lower(username)) lower(username) as username, learner_id from learner
                        where lower(username) = any(?) and username <> '' order by lower(username), occurred_at desc
                        """,
                        row -> Map.entry(Row.text(row, "username"), new LearnerId(Row.text(row, "learner_id"))),
                        (Object) lowerCaseUsernames.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The public ids of the certificates that are here, by case. */
    public Map<CaseKey, String> publicIds(List<CaseKey> cases) {
        return sql
                .query(
                        """
                        select c.learner_id, c.course_key, c.verify_uuid
                        from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                        join certificate c using (learner_id, course_key)
                        """,
                        row -> Map.entry(key(row), Row.text(row, "verify_uuid")),
                        Column.texts(cases, CaseKey::learnerId),
                        Column.texts(cases, CaseKey::courseKey))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The statements among these that are what imports have said last about their case. */
    public Set<Statement> known(List<Statement> statements) {
        return Set.copyOf(sql.query(
                """
                select distinct t.learner_id, t.course_key, t.event_id
                from unnest(?::text[], ?::text[], ?::text[]) as t (learner_id, course_key, event_id)
                cross join lateral (
                    select f.event_id from standing_fact f
                    where f.learner_id = t.learner_id and f.course_key = t.course_key and f.kind = ? and f.source = ?
                    order by f.sequence desc limit 1) newest
                where newest.event_id = t.event_id
                """,
                row -> new Statement(key(row), Row.text(row, "event_id")),
                Column.texts(statements, statement -> statement.key().learnerId()),
                Column.texts(statements, statement -> statement.key().courseKey()),
                Column.texts(statements, Statement::fingerprint),
                Fact.Stated.KIND,
                LegacyCertificate.SOURCE));
    }

    static CaseKey key(ResultSet row) throws SQLException {
        return new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key")));
    }
}
