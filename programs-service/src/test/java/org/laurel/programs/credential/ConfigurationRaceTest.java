package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.configuration.app.CourseConfiguring;
import org.laurel.programs.configuration.app.CourseEnsuring;
import org.laurel.programs.configuration.app.ProgramConfiguring;
import org.laurel.programs.configuration.domain.CertificateMembers;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.ConfigureCourse;
import org.laurel.programs.configuration.domain.ConfigureProgram;
import org.laurel.programs.configuration.domain.EnsureCourse;
import org.laurel.programs.configuration.domain.Member;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.Posted;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.app.LearnerRecording;
import org.laurel.programs.learner.domain.Learner;

/** Nobody is left between a decision by what was and the job for what is. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ConfigurationRaceTest {

    private ExecutorService threads;

    @BeforeEach
    void open() {
        threads = Executors.newFixedThreadPool(2);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void whatIsDecidedWhileAConfigurationBecomesActiveIsAwarded() throws Exception {
        // Given
        Story story = new Story("confrace");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        UUID program = UUID.fromString(story.program(1));
        activate(program, false);
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> keeping =
                threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                    certify(story);
                    decided.countDown();
                    await().atMost(KafkaProbe.PATIENCE).until(() -> commit.getCount() == 0);
                }));
        assertThat(decided.await(1, TimeUnit.MINUTES)).isTrue();

        // When
        Future<?> activating = threads.submit(() -> activate(program, true));
        await("the change waits").atMost(KafkaProbe.PATIENCE).until(ConfigurationRaceTest::somebodyWaits);
        commit.countDown();
        keeping.get();
        activating.get();

        // Then
        await("awarded").atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            assertThat(count("program_credential", program)).isOne();
            assertThat(count("pending_award", program)).isZero();
        });
    }

    /** A credential by decision makes the run's first configuration, and so does staff at the same moment. */
    @Test
    void aRunGetsOneConfigurationWhereTwoMakeItsFirst() throws Exception {
        // Given
        Story story = new Story("firstrace");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        know(story);
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> posting =
                threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                    post(story);
                    made.countDown();
                    await().atMost(KafkaProbe.PATIENCE).until(() -> commit.getCount() == 0);
                }));
        assertThat(made.await(1, TimeUnit.MINUTES)).isTrue();

        // When
        Future<?> configuring = threads.submit(() -> configure(story));
        await("the other waits").atMost(KafkaProbe.PATIENCE).until(ConfigurationRaceTest::somebodyWaits);
        commit.countDown();
        posting.get();
        configuring.get();

        // Then
        assertThat(Database.current()
                        .query(
                                "select version from course_certificate where course_key = ? and certificate_type = 'verified'",
                                story.course("A")))
                .extracting(row -> row.get("version"))
                .containsExactly(2L);
    }

    /** Two bulk requests name the same runs in different orders. */
    @Test
    void runsGetTheirFirstConfigurationsInOneOrder() throws Exception {
        // Given
        Story story = new Story("ensureorder");

        // When
        Future<?> other = QuarkusTransaction.requiringNew().call(() -> {
            ensure(story, "A");
            Future<?> begun =
                    threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> ensure(story, "B", "A")));
            await("the other waits").atMost(KafkaProbe.PATIENCE).until(ConfigurationRaceTest::somebodyWaits);
            ensure(story, "B");
            return begun;
        });

        // Then
        other.get();
        assertThat(Database.current()
                        .query(
                                "select 1 from course_certificate where course_key in (?, ?)",
                                story.course("A"),
                                story.course("B")))
                .hasSize(2);
    }

    private static void ensure(Story story, String... runs) {
        CDI.current()
                .select(CourseEnsuring.class)
                .get()
                .apply(Stream.of(runs)
                        .map(run -> new EnsureCourse(
                                new CourseKey(story.course(run)), "verified", Story.at(1), Cause.of("test", "race")))
                        .toList());
    }

    private static boolean somebodyWaits() {
        return !Database.current()
                .query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }

    private static void know(Story story) {
        CDI.current()
                .select(LearnerRecording.class)
                .get()
                .apply(List.of(
                        new Learner(new LearnerId(story.learnerId()), story.username(), "", "", true, 1, Story.at(1))));
    }

    private static void post(Story story) {
        PostCredential command = new PostCredential(
                story.username(),
                null,
                new CredentialSubject.OfRun(new CourseKey(story.course("A"))),
                "verified",
                CredentialStatus.AWARDED,
                Map.of(),
                null,
                Cause.of("test", "race"));
        assertThat(CDI.current().select(CredentialPosting.class).get().apply(List.of(command)))
                .hasOnlyElementsOfType(Posted.Done.class);
    }

    private static void configure(Story story) {
        CDI.current()
                .select(CourseConfiguring.class)
                .get()
                .apply(List.of(new ConfigureCourse(
                        new CourseKey(story.course("A")),
                        CertificateType.VERIFIED,
                        true,
                        Member.of(Story.at(900)),
                        true,
                        new ExpectedVersion.Whatever(),
                        Story.at(600),
                        Cause.of("test", "race"))));
    }

    private static int count(String table, UUID program) {
        return Integer.parseInt(Database.current()
                .value("select count(*) from " + table + " where program_uuid = ?::uuid", program.toString()));
    }

    private static void certify(Story story) {
        LearnerId learner = new LearnerId(story.learnerId());
        CDI.current()
                .select(CredentialKeeping.class)
                .get()
                .apply(List.of(new TakeCertificate(
                        new CaseKey(learner, new CourseKey(story.course("A"))),
                        new CertificateVersion(1, "downloadable", "verified", Story.at(10), Story.at(10)),
                        new Learner(learner, story.username(), "", "", true, 1, Story.at(1)),
                        Cause.of("test", "race"))));
    }

    private static void activate(UUID program, boolean active) {
        CertificateMembers members = new CertificateMembers(
                Member.of(active), Member.absent(), Member.absent(), Member.absent(), Member.absent(), Member.absent());
        CDI.current()
                .select(ProgramConfiguring.class)
                .get()
                .apply(List.of(new ConfigureProgram(
                        program,
                        members,
                        false,
                        new ExpectedVersion.Whatever(),
                        Story.at(20),
                        Cause.of("test", "race"))));
    }
}
