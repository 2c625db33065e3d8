package org.laurel.certificates.generation.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.certificates.generation.domain.LearnerSet;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.LaurelInfrastructure;

/** What completion costs a generation run. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CandidateScansTest {

    private static final Selector PASSING = new Selector(LearnerSet.ALL, null, 0, List.of(), true);

    @Inject
    Auditorium auditorium;

    @Inject
    RunPolicySetting policies;

    @Inject
    CandidateQuery candidates;

    @Inject
    Sql sql;

    @Test
    void completionIsLookedUpOnlyWhereItCounts() {
        // Given
        CourseKey without = auditorium.open("scans-without");
        auditorium.enroll(without, "scans-without", 5, true);
        CourseKey with = auditorium.open("scans-with");
        policies.apply(List.of(RunPolicyChange.ofCompletion(
                with,
                Auditorium.START,
                new CompletionRule.Change(new BigDecimal("0.5"), null),
                Set.of(),
                Cause.of("test", "threshold"))));
        auditorium.enroll(with, "scans-with", 5, true);

        // When
        Looked plain = count(without);
        Looked counting = count(with);

        // Then
        assertThat(plain).isEqualTo(new Looked(5, 0));
        assertThat(counting).isEqualTo(new Looked(0, 5));
    }

    private Looked count(CourseKey course) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long before = lookups();
            long learners = candidates.count(new CandidateQuery.Scope(course, PASSING, null, null));
            return new Looked(learners, lookups() - before);
        });
    }

    /** How often this transaction has read what is kept of completion. */
    private long lookups() {
        return sql.first(
                        "select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_xact_user_tables"
                                + " where relname = 'course_completion'",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The learners whom a run takes on, and how often their completion was read for that. */
    private record Looked(long learners, long lookups) {}
}
