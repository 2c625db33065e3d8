package org.laurel.programs.certificate.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.certificate.domain.CertificateLink;

/**
 * Where certificates are, written from what certificates-service tells only. The credentials keep every version of the same event in
 * {@code certificate_version}, and this is apart from it on purpose: addresses lead to a person and go at retirement, versions name
 * nobody and stay; pages need the newest only; and what decides about credentials does not carry addresses along.
 */
@ApplicationScoped
public class CertificateLinkStore {

    private final Sql sql;

    CertificateLinkStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps the highest version of each certificate; of those who are retired nothing. */
    public void save(List<CertificateLink> told) {
        List<CertificateLink> newest = newestOfEach(told);
        sql.update(
                """
                insert into certificate_link as l (learner_id, course_key, version, status, verify_uuid, download_url)
                select t.learner_id, t.course_key, t.version, t.status, t.verify_uuid, t.download_url
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, version, status, verify_uuid, download_url)
                where not exists (select from retired_person r where r.learner_id = t.learner_id)
                on conflict (learner_id, course_key) do update set version = excluded.version, status = excluded.status,
                    verify_uuid = excluded.verify_uuid, download_url = excluded.download_url
                where l.version < excluded.version
                """,
                Column.texts(newest, CertificateLink::learnerId),
                Column.texts(newest, CertificateLink::courseKey),
                Column.longs(newest, CertificateLink::version),
                Column.texts(newest, CertificateLink::status),
                Column.texts(newest, CertificateLink::verifyUuid),
                Column.texts(newest, CertificateLink::downloadUrl));
    }

    private record Subject(LearnerId learnerId, CourseKey courseKey) {}

    private static List<CertificateLink> newestOfEach(List<CertificateLink> told) {
        Map<Subject, CertificateLink> newest = new HashMap<>();
        for (CertificateLink link : told) {
            newest.merge(
                    new Subject(link.learnerId(), link.courseKey()),
                    link,
                    (kept, next) -> next.version() > kept.version() ? next : kept);
        }
        return List.copyOf(newest.values());
    }
}
