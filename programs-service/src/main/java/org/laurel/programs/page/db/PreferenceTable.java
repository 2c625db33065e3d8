package org.laurel.programs.page.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.page.domain.CertificatePreference;

/** Under which names learners want to be certified. */
@ApplicationScoped
public class PreferenceTable {

    private final Sql sql;

    PreferenceTable(Sql sql) {
        this.sql = sql;
    }

    /** What the learner wants, empty when that was never told. */
    public Optional<CertificatePreference> find(LearnerId learnerId) {
        return sql.first(
                "select * from certificate_preference where learner_id = ?",
                PreferenceTable::preference,
                learnerId.value());
    }

    /** Keeps preferences, each learner once, unless a higher version is kept; of those who are retired nothing is. */
    public void save(List<CertificatePreference> preferences) {
        sql.update(
                """
                insert into certificate_preference as p (learner_id, certificate_name, use_verified_name, verified_name,
                                                         version, changed_at)
                select t.learner_id, t.certificate_name, t.use_verified_name, t.verified_name, t.version,
                       t.changed_at::timestamptz
                from unnest(?::text[], ?::text[], ?::bool[], ?::text[], ?::bigint[], ?::text[])
                     as t (learner_id, certificate_name, use_verified_name, verified_name, version, changed_at)
                where not exists (select from retired_person r where r.learner_id = t.learner_id)
                on conflict (learner_id) do update set certificate_name = excluded.certificate_name,
                    use_verified_name = excluded.use_verified_name, verified_name = excluded.verified_name,
                    version = excluded.version, changed_at = excluded.changed_at
                where p.version < excluded.version
                """,
                Column.texts(preferences, CertificatePreference::learnerId),
                Column.texts(preferences, CertificatePreference::certificateName),
                Column.flags(preferences, CertificatePreference::useVerifiedName),
                Column.texts(preferences, CertificatePreference::verifiedName),
                Column.longs(preferences, CertificatePreference::version),
                Column.texts(preferences, CertificatePreference::changedAt));
    }

    private static CertificatePreference preference(ResultSet row) throws SQLException {
        return new CertificatePreference(
                new LearnerId(Row.text(row, "learner_id")),
                row.getString("certificate_name"),
                row.getBoolean("use_verified_name"),
                row.getString("verified_name"),
                row.getLong("version"),
                Row.instant(row, "changed_at"));
    }
}
