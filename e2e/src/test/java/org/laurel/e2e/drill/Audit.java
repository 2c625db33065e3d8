package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.events.EventCatalogue.COMPLETION_PROGRESSED;
import static org.laurel.events.EventCatalogue.COURSE_CERT_AWARDED;
import static org.laurel.events.EventCatalogue.COURSE_CERT_CHANGED;
import static org.laurel.events.EventCatalogue.COURSE_CERT_REVOKED;
import static org.laurel.events.EventCatalogue.COURSE_CREDENTIAL_AWARDED;
import static org.laurel.events.EventCatalogue.COURSE_CREDENTIAL_REVOKED;
import static org.laurel.events.EventCatalogue.ENROLLMENT_CHANGED;
import static org.laurel.events.EventCatalogue.PROGRAM_CREDENTIAL_AWARDED;
import static org.laurel.events.EventCatalogue.PROGRAM_CREDENTIAL_REVOKED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.laurel.events.EventType;
import org.laurel.stack.LaurelService;

/**
 * What must be true of a school when everything has settled. Three books are compared, which are kept apart: what the drill has
 * sent, what each service has noted of the flow in the transactions that handled and decided, and what lies in Kafka. Then the
 * tables are compared with what must be there by the plan of the school.
 */
record Audit(Ground ground, School school, Census census, Ledger ledger) {
    private static final int ASKED_BY_REST = 20;
    /** Vertical, sequential, chapter and course. */
    private static final int SUMS_ABOVE_A_BLOCK = 4;

    /** Fails unless all holds, adds to the report what was counted, and gives back what lies in Kafka. */
    static Census check(Ground ground, School school, Report report) {
        Census census = Census.of(Topics.read(ground.stack().kafkaBootstrap(), school::has));
        new Audit(ground, school, census, new Ledger(ground, school)).check(report);
        return census;
    }

    private void check(Report report) {
        report.line("learners", school.learners().size());
        handled(report);
        published(report);
        enrollments();
        facts();
        certificates(report);
        courseCredentials(report);
        programCredentials(report);
        completions();
        byRest();
        assertThat(ground.waiting()).as("waiting in outboxes").isZero();
        report.line("events left in outboxes", ground.waiting());
    }

    /** Whatever was sent or published has come in once at each service that the contract names as its reader. */
    private void handled(Report report) {
        List<String> lost = new ArrayList<>();
        List<String> tooMany = new ArrayList<>();
        long handled = 0;
        for (Receipts receipts : ledger.receipts()) {
            Set<String> sent = new HashSet<>(ground.sent(receipts.type()));
            sent.addAll(census.ids(receipts.type()));
            lost.addAll(receipts.lost(sent));
            tooMany.addAll(receipts.tooMany(sent));
            handled += receipts.handled().size();
        }
        report.line("events handled, counted at each reader", handled)
                .none("  sent or published, and not handled", lost)
                .none("  handled more than once, or never sent", tooMany)
                .none("  parked", ledger.parked().keySet());
    }

    private void published(Report report) {
        Map<String, List<String>> committed = ledger.committed();
        report.line("events of Laurel published", census.events().size())
                .line("  under so many keys of topics", committed.size())
                .none("  committed, and not published", census.lost(committed))
                .none("  published, and never committed", census.invented(committed))
                .none("  keys with another order than the commits", census.swapped(committed))
                .none("  later than a higher version of the same", census.outOfOrder())
                .none("  the same fact under two ids", census.doubled())
                .line("  repeated under the same id", census.repeats().size())
                .none("  repeated with another key or body", census.altered());
    }

    private void enrollments() {
        Map<String, Long> stored = rows(
                LaurelService.ENROLLMENT,
                "select learner_id, course_key, '', '', version from enrollment where learner_id like ?");
        assertThat(stored)
                .hasSize(school.learners().size())
                .allSatisfy(
                        (subject, version) -> assertThat(version).as(subject).isEqualTo(School.ENROLLMENT_CHANGES));
        assertThat(census.versions(ENROLLMENT_CHANGED)).isEqualTo(stored);
        assertThat(census.tellings(ENROLLMENT_CHANGED)).isEqualTo(stored);
    }

    /** Every fact has left its mark, also one that has changed nothing: both grades, and each change of the enrollment. */
    private void facts() {
        long learners = school.learners().size();
        assertThat(rows(
                        LaurelService.CERTIFICATES,
                        "select passing, grade, count(*) from standing_fact "
                                + "where learner_id like ? and passing is not null group by 1, 2"))
                .isEqualTo(Map.of("t|0.8", learners, "t|0.9", school.passing(), "f|0.3", learners - school.passing()));
        assertThat(rows(
                        LaurelService.CERTIFICATES,
                        "select is_active, count(*) from standing_fact "
                                + "where learner_id like ? and is_active is not null group by 1"))
                .isEqualTo(Map.of(
                        "t",
                        learners * (School.ENROLLMENT_CHANGES + 1) / 2,
                        "f",
                        learners * (School.ENROLLMENT_CHANGES / 2)));
        assertThat(rows(
                        LaurelService.PROGRAMS,
                        "select percent_grade, count(*) from grade where learner_id like ? group by 1"))
                .isEqualTo(Map.of("0.9000", school.passing(), "0.3000", learners - school.passing()));
    }

    private void certificates(Report report) {
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
        turns(census.tellings(COURSE_CERT_AWARDED), census.tellings(COURSE_CERT_REVOKED), this::ofCourse);
        versions("certificates", stored, this::ofCourse, report);
    }

    private void courseCredentials(Report report) {
        credentials(
                "course",
                "learner_id, course_key, '', ''",
                COURSE_CREDENTIAL_AWARDED,
                COURSE_CREDENTIAL_REVOKED,
                this::ofCourse,
                report);
    }

    /** The program asks for the one course run, so its credential follows the course credential. */
    private void programCredentials(Report report) {
        credentials(
                "program",
                "learner_id, '', program_uuid, ''",
                PROGRAM_CREDENTIAL_AWARDED,
                PROGRAM_CREDENTIAL_REVOKED,
                this::ofProgram,
                report);
    }

    /**
     * A credential that is given and taken back within one batch is stored, and nobody is told of it.
     *
     * @param of what it is of, which also names the table
     * @param identity its columns, as {@link Census} names what an event is about
     */
    private void credentials(
            String of,
            String identity,
            EventType<?> awarded,
            EventType<?> revoked,
            IntFunction<String> subjects,
            Report report) {
        String ofSchool = " from " + of + "_credential where learner_id like ? and ";
        Map<String, Long> stored = rows(
                LaurelService.PROGRAMS,
                "select " + identity + ", version" + ofSchool + "not (status = 'revoked' and version = 1)");
        assertThat(census.versions(awarded, revoked)).isEqualTo(stored);
        assertThat(census.tellings(awarded, revoked)).isEqualTo(stored);
        assertThat(sql(LaurelService.PROGRAMS)
                        .number("select count(*)" + ofSchool + "status = 'awarded'", school.prefix() + "%"))
                .isEqualTo(school.passing());
        turns(census.tellings(awarded), census.tellings(revoked), subjects);
        versions(of + " credentials", stored, subjects, report);
    }

    /** Who passes gets it once; of the others it is taken back once at most. */
    private void versions(String what, Map<String, Long> stored, IntFunction<String> subjects, Report report) {
        IntStream.range(0, school.learners().size()).forEach(number -> {
            String subject = subjects.apply(number);
            assertThat(stored.getOrDefault(subject, school.fails(number) ? 1L : 0L))
                    .as("version of %s", subject)
                    .isBetween(1L, school.fails(number) ? 2L : 1L);
        });
        report.line(what, stored.size())
                .line("  of learners who pass, in their first version", school.passing())
                .line(
                        "  of others, taken back after they were given",
                        stored.values().stream().filter(version -> version > 1).count());
    }

    private String ofCourse(int number) {
        return school.learners().get(number).id() + "|" + school.course().key() + "||";
    }

    private String ofProgram(int number) {
        return school.learners().get(number).id() + "||" + school.program().uuid() + "|";
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
    private void turns(Map<String, Long> given, Map<String, Long> taken, IntFunction<String> subjects) {
        IntStream.range(0, school.learners().size()).forEach(number -> {
            String subject = subjects.apply(number);
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
