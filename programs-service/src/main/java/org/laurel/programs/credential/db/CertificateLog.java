package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;

/** All versions of course certificates that we were told of, each number once. */
@ApplicationScoped
public class CertificateLog {

    private final Sql sql;

    CertificateLog(Sql sql) {
        this.sql = sql;
    }

    /** Adds versions; of two that claim the same number the later one in the order of {@link CertificateVersion} stays. */
    public void append(List<TakeCertificate> commands) {
        List<Line> lines = lines(commands);
        sql.update(
                """
                insert into certificate_version as v (learner_id, course_key, version, status, mode, available_at,
                                                      date_override, occurred_at)
                select t.learner_id, t.course_key, t.version, t.status, t.mode, t.available_at::timestamptz,
                       t.date_override::timestamptz, t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[])
                     as t (learner_id, course_key, version, status, mode, available_at, date_override, occurred_at)
                on conflict (learner_id, course_key, version) do update set status = excluded.status,
                    mode = excluded.mode, available_at = excluded.available_at, date_override = excluded.date_override,
                    occurred_at = excluded.occurred_at
                where (v.occurred_at, v.status collate "C", v.mode collate "C",
                       coalesce(v.available_at, '-infinity'), coalesce(v.date_override, '-infinity'))
                    < (excluded.occurred_at, excluded.status, excluded.mode,
                       coalesce(excluded.available_at, '-infinity'),
                       coalesce(excluded.date_override, '-infinity'))
                """,
                Column.texts(lines, line -> line.key().learnerId()),
                Column.texts(lines, line -> line.key().courseKey()),
                Column.longs(lines, line -> line.version().version()),
                Column.texts(lines, line -> line.version().status()),
                Column.texts(lines, line -> line.version().mode()),
                Column.texts(lines, line -> line.version().availableAt()),
                Column.texts(lines, line -> line.version().dateOverride()),
                Column.texts(lines, line -> line.version().occurredAt()));
    }

    /** All versions of the cases' certificates. */
    public Map<CaseKey, List<CertificateVersion>> load(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, List<CertificateVersion>> versions = new HashMap<>();
        sql.query(
                        """
                        select v.* from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                        join certificate_version v using (learner_id, course_key)
                        """,
                        CertificateLog::line,
                        Column.texts(keys, CaseKey::learnerId),
                        Column.texts(keys, CaseKey::courseKey))
                .forEach(line -> versions.computeIfAbsent(line.key(), key -> new ArrayList<>())
                        .add(line.version()));
        return versions;
    }

    private record Line(CaseKey key, CertificateVersion version) {}

    private record Numbered(CaseKey key, long version) {}

    /** One line for each number, since one statement cannot touch a row twice. */
    private static List<Line> lines(List<TakeCertificate> commands) {
        Map<Numbered, Line> latest = new HashMap<>();
        for (TakeCertificate command : commands) {
            Line line = new Line(command.key(), command.certificate());
            latest.merge(
                    new Numbered(line.key(), line.version().version()),
                    line,
                    (a, b) -> a.version().compareTo(b.version()) > 0 ? a : b);
        }
        return List.copyOf(latest.values());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                new CertificateVersion(
                        row.getLong("version"),
                        Row.text(row, "status"),
                        Row.text(row, "mode"),
                        Row.instantOrNull(row, "available_at"),
                        Row.instantOrNull(row, "date_override"),
                        Row.instant(row, "occurred_at")));
    }
}
