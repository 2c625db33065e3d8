package org.laurel.certificates.register.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.register.domain.StatusCount;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.Recently;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Counts certificates by status; an answer is given again for ten seconds. */
@ApplicationScoped
public class StatusCountQuery {

    private static final int MOST_RUNS = 1_000;

    private final Sql sql;
    private final Clock clock;
    private final Recently<Optional<CourseKey>, Counted> recently;

    StatusCountQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.recently = new Recently<>(clock, Recently.COUNT, MOST_RUNS);
    }

    /** Counts by status, those that occur only, and when they were counted. */
    public record Counted(List<StatusCount> counts, Instant countedAt) {

        /** All certificates. */
        public long total() {
            return counts.stream().mapToLong(StatusCount::count).sum();
        }
    }

    /** The statuses of a course run's certificates, null for those of all course runs. */
    public Counted count(@Nullable CourseKey courseKey) {
        return recently.get(Optional.ofNullable(courseKey), this::read);
    }

    private Counted read(Optional<CourseKey> courseKey) {
        Conditions conditions = new Conditions();
        courseKey.ifPresent(key -> conditions.and("c.course_key = ?", key.value()));
        return new Counted(
                sql.query(
                        "select c.status, count(*) as certificates from certificate c "
                                + conditions.followedBy("group by c.status order by c.status"),
                        row -> new StatusCount(
                                CertificateStatus.of(Row.text(row, "status")), row.getLong("certificates")),
                        conditions.argumentsAnd()),
                clock.instant());
    }
}
