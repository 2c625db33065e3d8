package org.laurel.certificates.maintenance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Where certificates' files lie: in the certificate, and in the facts that it is folded from. */
@ApplicationScoped
public class PdfReferences {

    private final Sql sql;

    PdfReferences(Sql sql) {
        this.sql = sql;
    }

    /** A certificate, and whether it has a reference. */
    public record Referring(CaseKey key, String verifyUuid, boolean refers) {}

    /** The certificates with these public ids. */
    public List<Referring> find(List<String> verifyUuids) {
        return sql.query(
                """
                select learner_id, course_key, verify_uuid, download_url <> '' or download_uuid <> '' as refers
                from certificate where verify_uuid = any(?) order by verify_uuid
                """,
                row -> new Referring(CaseRow.key(row), Row.text(row, "verify_uuid"), row.getBoolean("refers")),
                (Object) verifyUuids.toArray(String[]::new));
    }

    /** Blanks the references; history has the certificates as they were. The version stays, since nobody is told. */
    public void purge(List<CaseKey> cases, Cause cause) {
        sql.update(
                """
                update certificate c
                set download_uuid = '', download_url = '', changed_by = ?, change_reason = ?, cause_id = ?
                from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                where c.learner_id = t.learner_id and c.course_key = t.course_key
                """,
                cause.by(),
                cause.reason(),
                cause.id(),
                Column.texts(cases, CaseKey::learnerId),
                Column.texts(cases, CaseKey::courseKey));
        // Folding again must not bring them back.
        sql.update("""
                update standing_fact f set detail = f.detail || '{"download_uuid": "", "download_url": ""}'
                from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                where f.learner_id = t.learner_id and f.course_key = t.course_key and f.detail ->> 'download_url' is not null
                """, Column.texts(cases, CaseKey::learnerId), Column.texts(cases, CaseKey::courseKey));
    }
}
