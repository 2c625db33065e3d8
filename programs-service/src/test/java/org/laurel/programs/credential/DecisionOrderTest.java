package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.Posted;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.app.LearnerRecording;
import org.laurel.programs.learner.domain.Learner;

/** With the database: certificates in any order around decisions, with the switch off for a while, give what all give at once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class DecisionOrderTest {

    private static final Story STORY = new Story("decided");
    private static final List<String> RUNS = List.of("A", "B", "C");
    /** Program 0 asks for A and for B or C; program 1 for any of the three. */
    private static final List<List<List<String>>> PROGRAMS =
            List.of(List.of(List.of("A"), List.of("B", "C")), List.of(List.of("A", "B", "C")));

    @BeforeEach
    void definePrograms() {
        for (int i = 0; i < PROGRAMS.size(); i++) {
            STORY.put(i, PROGRAMS.get(i)).statusCode(oneOf(200, 201));
        }
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 30).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheSameCredentialsWhateverTheOrder(int seed) {
        // Given
        Random random = new Random(seed);
        LearnerId learner = new LearnerId("decided-" + seed);
        know(learner);
        Map<String, List<CertificateVersion>> facts = new HashMap<>();
        RUNS.forEach(run -> facts.put(run, versions(random)));
        Map<String, CredentialStatus> decisions = new HashMap<>();
        List<Runnable> steps = new ArrayList<>();
        facts.forEach((run, versions) -> versions.forEach(version -> steps.add(() -> take(learner, run, version))));
        RUNS.forEach(run -> decide(random, decisions, run, steps, learner, run(run)));
        decide(random, decisions, "0", steps, learner, program(0));
        decide(random, decisions, "1", steps, learner, program(1));
        boolean switches = seed % 5 == 0;
        if (switches) {
            steps.add(() -> Site.switchCredentials(false));
            steps.add(() -> Site.switchCredentials(true));
        }
        Collections.shuffle(steps, random);
        // When
        try {
            steps.forEach(Runnable::run);
        } finally {
            if (switches) {
                Site.putBack();
            }
        }
        // Then
        Set<String> courses = new HashSet<>();
        RUNS.forEach(run -> {
            CourseStanding folded = CourseStanding.fold(facts.getOrDefault(run, List.of()));
            boolean automatic = folded != null && folded.isAwarded();
            if (holds(decisions.get(run), automatic)) {
                courses.add(run);
            }
        });
        Set<String> expected = new HashSet<>();
        courses.forEach(run -> expected.add(STORY.course(run)));
        for (int i = 0; i < PROGRAMS.size(); i++) {
            boolean complete =
                    PROGRAMS.get(i).stream().allMatch(runs -> runs.stream().anyMatch(courses::contains));
            if (holds(decisions.get(String.valueOf(i)), complete)) {
                expected.add(STORY.program(i));
            }
        }
        assertThat(held(learner)).isEqualTo(expected);
        assertThat(Database.current().value("select count(*) from pending_award where learner_id = ?", learner.value()))
                .isEqualTo("0");
    }

    private static boolean holds(@Nullable CredentialStatus decision, boolean automatic) {
        return decision == null ? automatic : decision == CredentialStatus.AWARDED;
    }

    private static void decide(
            Random random,
            Map<String, CredentialStatus> decisions,
            String name,
            List<Runnable> steps,
            LearnerId learner,
            CredentialSubject subject) {
        if (random.nextInt(3) > 0) {
            return;
        }
        CredentialStatus status = random.nextBoolean() ? CredentialStatus.AWARDED : CredentialStatus.REVOKED;
        decisions.put(name, status);
        steps.add(() -> {
            var command =
                    new PostCredential("user-" + learner, null, subject, "verified", status, Map.of(), null, cause());
            assertThat(CDI.current().select(CredentialPosting.class).get().apply(List.of(command, command)))
                    .hasOnlyElementsOfType(Posted.Done.class);
        });
    }

    private static CredentialSubject run(String run) {
        return new CredentialSubject.OfRun(new CourseKey(STORY.course(run)));
    }

    private static CredentialSubject program(int number) {
        return new CredentialSubject.OfProgram(UUID.fromString(STORY.program(number)));
    }

    private static void know(LearnerId learner) {
        CDI.current().select(LearnerRecording.class).get().apply(List.of(learner(learner)));
    }

    private static Learner learner(LearnerId learner) {
        return new Learner(learner, "user-" + learner, "", "", true, 1, Story.at(0));
    }

    private static void take(LearnerId learner, String run, CertificateVersion version) {
        CDI.current()
                .select(CredentialKeeping.class)
                .get()
                .apply(List.of(new TakeCertificate(
                        new CaseKey(learner, new CourseKey(STORY.course(run))), version, learner(learner), cause())));
    }

    private static Cause cause() {
        return Cause.of("test", UUID.randomUUID().toString());
    }

    private static List<CertificateVersion> versions(Random random) {
        List<CertificateVersion> versions = new ArrayList<>();
        int count = random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            String status = random.nextInt(3) == 0 ? "notpassing" : "downloadable";
            versions.add(new CertificateVersion(number, status, "verified", null, Story.at(number)));
        }
        return versions;
    }

    private static Set<String> held(LearnerId learner) {
        Set<String> held = new HashSet<>();
        Database.current()
                .query("""
                        select course_key as subject from course_credential where learner_id = ? and status = 'awarded'
                        union all
                        select program_uuid::text from program_credential where learner_id = ? and status = 'awarded'
                        """, learner.value(), learner.value())
                .forEach(row -> held.add(String.valueOf(row.get("subject"))));
        return held;
    }
}
