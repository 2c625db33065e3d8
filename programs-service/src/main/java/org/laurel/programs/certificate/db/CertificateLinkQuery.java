package org.laurel.programs.certificate.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.certificate.domain.CertificateLink;

/** Looks up where certificates are. */
@ApplicationScoped
public class CertificateLinkQuery {

    private final Sql sql;

    CertificateLinkQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner's certificates in these runs, granted or not. */
    public Map<CourseKey, CertificateLink> load(LearnerId learnerId, Collection<CourseKey> courseKeys) {
        return sql
                .query(
                        """
                        select course_key, version, status, verify_uuid, download_url from certificate_link
                        where learner_id = ? and course_key = any(?)
                        """,
                        row -> new CertificateLink(
                                learnerId,
                                new CourseKey(Row.text(row, "course_key")),
                                row.getLong("version"),
                                Row.text(row, "status"),
                                row.getString("verify_uuid"),
                                row.getString("download_url")),
                        learnerId.value(),
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(CertificateLink::courseKey, Function.identity()));
    }
}
