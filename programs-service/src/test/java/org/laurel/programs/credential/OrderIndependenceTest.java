package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.Mode;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/** With the database: random facts in random order and batches give what all facts give at once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OrderIndependenceTest {

    private static final Story STORY = new Story("order");
    private static final List<String> RUNS = List.of("A", "B", "C");
    /** Program 1 asks for A and for B or C; program 2 for any of the three. */
    private static final List<List<List<String>>> PROGRAMS =
            List.of(List.of(List.of("A"), List.of("B", "C:honor")), List.of(List.of("A", "B", "C")));

    @BeforeEach
    void definePrograms() {
        for (int i = 0; i < PROGRAMS.size(); i++) {
            STORY.put(i, PROGRAMS.get(i)).statusCode(oneOf(200, 201));
        }
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheSameCredentialsWhateverTheOrder(int seed) {
        // Given
        Random random = new Random(seed);
        LearnerId learner = new LearnerId("order-" + seed);
        Map<String, List<CertificateVersion>> facts = new HashMap<>();
        RUNS.forEach(run -> facts.put(run, versions(random)));
        List<TakeCertificate> arriving = new ArrayList<>();
        facts.forEach((run, versions) -> versions.forEach(version -> {
            arriving.add(command(learner, run, version));
            if (random.nextBoolean()) {
                arriving.add(command(learner, run, version));
            }
        }));
        Collections.shuffle(arriving, random);

        // When
        inBatches(arriving, random);

        // Then
        Map<String, CourseStanding> expected = new HashMap<>();
        facts.forEach((run, versions) -> {
            CourseStanding standing = CourseStanding.fold(versions);
            if (standing != null) {
                expected.put(run, standing);
            }
        });
        assertThat(storedCourses(learner)).isEqualTo(inWords(expected));
        assertThat(heldPrograms(learner)).isEqualTo(complete(expected));
        assertThat(Database.current()
                        .value("select count(*) from certificate_version where learner_id = ?", learner.value()))
                .isEqualTo(String.valueOf(
                        facts.values().stream().mapToInt(List::size).sum()));
    }

    private static void inBatches(List<TakeCertificate> commands, Random random) {
        CredentialKeeping keeping =
                CDI.current().select(CredentialKeeping.class).get();
        int from = 0;
        while (from < commands.size()) {
            int to = Math.min(commands.size(), from + 1 + random.nextInt(4));
            keeping.apply(commands.subList(from, to));
            from = to;
        }
    }

    private static List<CertificateVersion> versions(Random random) {
        List<CertificateVersion> versions = new ArrayList<>();
        int count = random.nextInt(5);
        for (int number = 1; number <= count; number++) {
            String status = random.nextInt(3) == 0 ? "notpassing" : "downloadable";
            String mode = random.nextInt(3) == 0 ? "honor" : "verified";
            Instant available = random.nextBoolean() ? at(number) : null;
            versions.add(new CertificateVersion(number, status, mode, available, at(number)));
        }
        return versions;
    }

    private static TakeCertificate command(LearnerId learner, String run, CertificateVersion version) {
        return new TakeCertificate(
                new CaseKey(learner, new CourseKey(STORY.course(run))),
                version,
                new Learner(learner, "user-" + learner, "", "", true, version.version(), version.occurredAt()),
                Cause.of("test", UUID.randomUUID().toString()));
    }

    private static Map<String, String> storedCourses(LearnerId learner) {
        Map<String, String> stored = new HashMap<>();
        Database.current()
                .query(
                        "select *, coalesce(available_at, first_awarded_at) as date from course_credential where learner_id = ?",
                        learner.value())
                .forEach(row -> stored.put(
                        String.valueOf(row.get("course_key")),
                        row.get("status") + " " + row.get("mode") + " " + time(row.get("date"))));
        return stored;
    }

    private static Map<String, String> inWords(Map<String, CourseStanding> standings) {
        Map<String, String> words = new HashMap<>();
        standings.forEach((run, standing) ->
                words.put(STORY.course(run), standing.status().slug() + " " + standing.mode() + " " + standing.date()));
        return words;
    }

    private static String time(@Nullable Object timestamp) {
        return String.valueOf(timestamp instanceof Timestamp known ? known.toInstant() : null);
    }

    /** The programs whose credential holds, each with the date from which it may be seen. */
    private static Set<String> heldPrograms(LearnerId learner) {
        Set<String> held = new HashSet<>();
        Database.current()
                .query(
                        "select program_uuid, available_at from program_credential where learner_id = ? and status = 'awarded'",
                        learner.value())
                .forEach(row -> held.add(row.get("program_uuid") + " " + time(row.get("available_at"))));
        return held;
    }

    private static Set<String> complete(Map<String, CourseStanding> standings) {
        Set<String> complete = new HashSet<>();
        for (int i = 0; i < PROGRAMS.size(); i++) {
            if (PROGRAMS.get(i).stream().allMatch(runs -> runs.stream().anyMatch(run -> satisfies(run, standings)))) {
                complete.add(STORY.program(i) + " " + date(PROGRAMS.get(i), standings));
            }
        }
        return complete;
    }

    /** The latest, over the courses, of the earliest date of a matching run. */
    private static Instant date(List<List<String>> courses, Map<String, CourseStanding> standings) {
        return courses.stream()
                .map(runs -> runs.stream()
                        .filter(run -> satisfies(run, standings))
                        .flatMap(run -> Stream.ofNullable(standings.get(run.substring(0, 1))))
                        .map(CourseStanding::date)
                        .min(Comparator.naturalOrder())
                        .orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean satisfies(String run, Map<String, CourseStanding> standings) {
        String mode = run.contains(":") ? run.substring(run.indexOf(':') + 1) : "verified";
        CourseStanding standing = standings.get(run.substring(0, 1));
        return standing != null && standing.isAwarded() && Mode.satisfies(standing.mode(), mode);
    }
}
