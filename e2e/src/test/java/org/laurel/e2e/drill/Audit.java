package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.events.EventCatalogue.COMPLETION_PROGRESSED;
import static org.laurel.events.EventCatalogue.COURSE_CERT_AWARDED;
import static org.laurel.events.EventCatalogue.COURSE_CERT_CHANGED;
import static org.laurel.events.EventCatalogue.COURSE_CERT_REVOKED;
import static org.laurel.events.EventCatalogue.COURSE_CREDENTIAL_AWARDED;
import static org.laurel.events.EventCatalogue.COURSE_CREDENTIAL_REVOKED;
import static org.laurel.events.EventCatalogue.ENROLLMENT_CHANGED;

import java.util.Map;
import java.util.stream.IntStream;
import org.laurel.stack.LaurelService;

/**
 * What must be true of a school when everything has settled: in the databases of the services, in Kafka and by REST. Each
 * version that a database has was told by exactly one event, in the order of the versions.
 */
record Audit(Ground ground, School school, Census census) {
    private static final int ASKED_BY_REST = 20;
    /** Vertical, sequential, chapter and course. */
    private static final int SUMS_ABOVE_A_BLOCK = 4;

    /** Fails unless all holds, and adds to the report what was counted. */
    static void check(Ground ground, School school, Report report) {
        new Audit(ground, school, Census.of(ground.stack().kafkaBootstrap(), school.prefix())).check(report);
    }

    private void check(Report report) {
        assertThat(census.doubled()).as("doubled").isEmpty();
        assertThat(census.outOfOrder()).as("out of order").isEmpty();
        enrollments();
        certificates();
        credentials();
        completions();
        byRest();
        assertThat(ground.waiting()).as("waiting in outboxes").isZero();
        report.line(
                        "learners, each with one certificate and one course credential",
                        school.learners().size())
                .line("  of them with a certificate at the end", school.passing())
                .line("events of Laurel about them", census.events().size())
                .line("  repeated under the same id", census.repeats())
                .line("  doubled, lost, out of order", "0, 0, 0")
                .line("events left in outboxes", 0);
    }

    private void enrollments() {
        Map<String, Long> stored = rows(
                LaurelService.ENROLLMENT,
                "select learner_id, course_key, '', '', version from enrollment where learner_id like ?");
        assertThat(stored).hasSize(school.learners().size());
        assertThat(census.versions(ENROLLMENT_CHANGED)).isEqualTo(stored);
        assertThat(census.tellings(ENROLLMENT_CHANGED)).isEqualTo(stored);
    }

    private void certificates() {
        Map<String, Long> stored = rows(
                LaurelService.CERTIFICATES,
                "select learner_id, course_key, '', '', version from certificate where learner_id like ?");
        assertThat(stored).hasSize(school.learners().size());
        assertThat(census.versions(COURSE_CERT_CHANGED)).isEqualTo(stored);
        assertThat(census.tellings(COURSE_CERT_CHANGED)).isEqualTo(stored);
        assertThat(
                        rows(
                                LaurelService.CERTIFICATES,
                                "select status, count(distinct verify_uuid) from certificate where learner_id like ? group by 1"))
                .isEqualTo(Map.of(
                        "downloadable",
                        school.passing(),
                        "notpassing",
                        school.learners().size() - school.passing()));
        assertThat(sql(LaurelService.CERTIFICATES)
                        .number(
                                "select count(*) from (select 1 from certificate_history where learner_id like ? "
                                        + "group by learner_id having count(distinct verify_uuid) > 1) several",
                                school.prefix() + "%"))
                .as("learners whose public id changed")
                .isZero();
        turns(census.bySubject(COURSE_CERT_AWARDED), census.bySubject(COURSE_CERT_REVOKED));
    }

    /** A credential that is given and taken back within one batch is stored, and nobody is told of it. */
    private void credentials() {
        Map<String, Long> stored = rows(
                LaurelService.PROGRAMS,
                "select learner_id, course_key, '', '', version from course_credential where learner_id like ? "
                        + "and not (status = 'revoked' and version = 1)");
        assertThat(census.versions(COURSE_CREDENTIAL_AWARDED, COURSE_CREDENTIAL_REVOKED))
                .isEqualTo(stored);
        assertThat(census.tellings(COURSE_CREDENTIAL_AWARDED, COURSE_CREDENTIAL_REVOKED))
                .isEqualTo(stored);
        assertThat(sql(LaurelService.PROGRAMS)
                        .number(
                                "select count(*) from course_credential where learner_id like ? and status = 'awarded'",
                                school.prefix() + "%"))
                .isEqualTo(school.passing());
        turns(census.bySubject(COURSE_CREDENTIAL_AWARDED), census.bySubject(COURSE_CREDENTIAL_REVOKED));
    }

    /** Each learner has completed one block, which moves each sum above it once. */
    private void completions() {
        assertThat(sql(LaurelService.COMPLETION)
                        .number("select count(*) from block_completion where learner_id like ?", school.prefix() + "%"))
                .isEqualTo(school.learners().size());
        assertThat(census.tellings(COMPLETION_PROGRESSED))
                .hasSize(SUMS_ABOVE_A_BLOCK * school.learners().size())
                .allSatisfy((sum, count) -> assertThat(count).as(sum).isEqualTo(1));
    }

    /** Who ends with it has had it once; of the others, it was taken back as often as it was given. */
    private void turns(Map<String, Long> given, Map<String, Long> taken) {
        IntStream.range(0, school.learners().size()).forEach(number -> {
            String subject =
                    school.learners().get(number).id() + "|" + school.course().key() + "||";
            long had = given.getOrDefault(subject, 0L);
            assertThat(had).as(subject).isLessThanOrEqualTo(1);
            assertThat(had - taken.getOrDefault(subject, 0L)).as(subject).isEqualTo(school.fails(number) ? 0 : 1);
        });
    }

    private void byRest() {
        int step = Math.max(1, school.learners().size() / ASKED_BY_REST);
        for (int number = 0; number < school.learners().size(); number += step) {
            assertThat(ground.outcomes().certificateStatus(school.learners().get(number), school.course()))
                    .isEqualTo(school.fails(number) ? "notpassing" : "downloadable");
        }
    }

    private Sql sql(LaurelService service) {
        return ground.sql(service);
    }

    private Map<String, Long> rows(LaurelService service, String query) {
        return sql(service).numbers(query, school.prefix() + "%");
    }
}
