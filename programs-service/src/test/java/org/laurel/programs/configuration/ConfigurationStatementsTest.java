package org.laurel.programs.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.Story;
import org.laurel.programs.configuration.app.CourseConfiguring;
import org.laurel.programs.configuration.app.CourseDateMoving;
import org.laurel.programs.configuration.app.CourseDateRecording;
import org.laurel.programs.configuration.app.ProgramConfiguring;
import org.laurel.programs.configuration.domain.CertificateMembers;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.ConfigureCourse;
import org.laurel.programs.configuration.domain.ConfigureProgram;
import org.laurel.programs.configuration.domain.DateFact;
import org.laurel.programs.configuration.domain.Member;
import org.laurel.programs.courserun.app.CourseModeRecording;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.ToldModes;
import org.laurel.programs.credential.app.CourseRedating;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.RedateCourse;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/** The number of statements does not depend on how many programs, runs and learners there are in a call. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ConfigurationStatementsTest {

    private static final Cause CAUSE = Cause.of("test", "statements");

    @Inject
    StatementCount statements;

    @Test
    void configuresAnyNumberOfPrograms() {
        // Given
        Story story = new Story("confprograms");
        IntStream.range(0, 12).forEach(number -> story.put(number, List.of(List.of("A" + number))));
        long one = statements.during(() -> deactivate(story, 0, 1));

        // When
        long many = statements.during(() -> deactivate(story, 1, 12));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void configuresAnyNumberOfRuns() {
        // Given
        Story story = new Story("confruns");
        long one = statements.during(() -> configure(story, 0, 1));

        // When
        long many = statements.during(() -> configure(story, 1, 50));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void takesAnyNumberOfDates() {
        // Given
        Story story = new Story("confdates");
        long one = statements.during(() -> tell(story, 0, 1));

        // When
        long many = statements.during(() -> tell(story, 1, 50));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void movesAnyNumberOfRuns() {
        // Given
        Story story = new Story("confmoves");
        modes(story, 0, 50);
        IntStream.range(0, 50).forEach(number -> tellWithoutJob(run(story, number)));
        long one = statements.during(() -> move(story, 0, 1));

        // When
        long many = statements.during(() -> move(story, 1, 50));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void datesAnyNumberOfCredentials() {
        // Given
        Story story = new Story("confcredentials");
        story.put(1, List.of(List.of("A0"))).statusCode(201);
        certify(story, 201);
        dateWithoutJob(story);
        long one = statements.during(() -> redate(story, 0, 1));

        // When
        long many = statements.during(() -> redate(story, 1, 201));

        // Then
        assertThat(many).isEqualTo(one);
    }

    private static CourseKey run(Story story, int number) {
        return new CourseKey(story.course("A" + number));
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    private static void deactivate(Story story, int from, int to) {
        bean(ProgramConfiguring.class)
                .apply(IntStream.range(from, to)
                        .mapToObj(number -> new ConfigureProgram(
                                UUID.fromString(story.program(number)),
                                CertificateMembers.DEACTIVATION,
                                false,
                                new ExpectedVersion.Whatever(),
                                Story.at(1),
                                CAUSE))
                        .toList());
    }

    private static void configure(Story story, int from, int to) {
        bean(CourseConfiguring.class)
                .apply(IntStream.range(from, to)
                        .mapToObj(number -> new ConfigureCourse(
                                run(story, number),
                                CertificateType.VERIFIED,
                                true,
                                Member.of(Story.at(900)),
                                true,
                                new ExpectedVersion.Whatever(),
                                Story.at(600),
                                CAUSE))
                        .toList());
    }

    /** As nobody else does it: the job would date the credentials before the test. */
    private static void dateWithoutJob(Story story) {
        Database.current().execute("""
                        insert into course_certificate (course_key, certificate_type, is_active, certificate_available_date,
                            dated_at, dated_sequence, dated_kind, dated_source, dated_id, version, created_at, modified_at,
                            changed_by, cause_id)
                        values (?, 'verified', true, '2031-01-01Z', '2026-03-01Z', -1, 1, '/programs', 'x', 1, now(), now(),
                                'test', 'test')
                        """, run(story, 0).value());
    }

    private static void modes(Story story, int from, int to) {
        bean(CourseModeRecording.class)
                .apply(IntStream.range(from, to)
                        .mapToObj(number -> new ToldModes(
                                run(story, number),
                                List.of(new CourseMode("verified", "Verified", 0, "usd", null)),
                                1,
                                Story.at(1)))
                        .toList());
    }

    private static void tell(Story story, int from, int to) {
        bean(CourseDateRecording.class)
                .apply(IntStream.range(from, to)
                        .mapToObj(number -> new DateFact(
                                run(story, number),
                                Story.at(900),
                                new FactOrder(Story.at(5), 1, DateFact.TOLD, "/test", "statements-" + number)))
                        .toList());
    }

    /** As nobody else does it: the job would move the run before the test. */
    private static void tellWithoutJob(CourseKey courseKey) {
        Database.current().execute("""
                insert into course_date (course_key, available_date, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
                values (?, '2031-01-01Z', '2026-03-01Z', 1, 0, '/test', 'x')
                """, courseKey.value());
    }

    private static void move(Story story, int from, int to) {
        bean(CourseDateMoving.class)
                .apply(IntStream.range(from, to)
                        .mapToObj(number -> run(story, number))
                        .toList());
    }

    private static LearnerId learner(Story story, int number) {
        return new LearnerId(story.learnerId() + "-" + number);
    }

    private static void certify(Story story, int count) {
        bean(CredentialKeeping.class)
                .apply(IntStream.range(0, count)
                        .mapToObj(number -> new TakeCertificate(
                                new CaseKey(learner(story, number), run(story, 0)),
                                new CertificateVersion(1, "downloadable", "verified", Story.at(10), null, Story.at(10)),
                                new Learner(learner(story, number), "user-" + number, "", "", true, 1, Story.at(1)),
                                CAUSE))
                        .toList());
    }

    private static void redate(Story story, int from, int to) {
        bean(CourseRedating.class)
                .apply(IntStream.range(from, to)
                        .mapToObj(number -> new RedateCourse(new CaseKey(learner(story, number), run(story, 0)), CAUSE))
                        .toList());
    }
}
