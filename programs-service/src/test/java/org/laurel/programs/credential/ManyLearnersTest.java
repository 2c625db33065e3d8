package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/** More learners than one chunk of a job or one poll holds. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ManyLearnersTest {

    private static final int LEARNERS = 2_500;

    private final Story story = new Story("crowd");

    @Test
    void evaluatesEveryHolderOfAChangedProgramOnce() {
        // Given
        CDI.current().select(CredentialKeeping.class).get().apply(certificates());

        // When
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // Then
        await("all awarded").atMost(Duration.ofMinutes(3)).until(() -> held().equals(String.valueOf(LEARNERS)));
        await("job done")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(jobDone()).isEqualTo(LEARNERS + " of " + LEARNERS));
        assertThat(Database.current()
                        .value(
                                "select max(version) from program_credential where program_uuid = ?::uuid",
                                story.program(1)))
                .isEqualTo("1");
    }

    private String jobDone() {
        return Database.current()
                .query(
                        "select done || ' of ' || total as done from job where subject = ? and state = 'done'",
                        story.program(1) + "@1")
                .stream()
                .map(row -> String.valueOf(row.get("done")))
                .collect(Collectors.joining());
    }

    private String held() {
        return String.valueOf(Database.current()
                .value(
                        "select count(*) from program_credential where program_uuid = ?::uuid and status = 'awarded'",
                        story.program(1)));
    }

    private List<TakeCertificate> certificates() {
        return IntStream.range(0, LEARNERS)
                .mapToObj(number -> {
                    LearnerId learner = new LearnerId("crowd-" + number);
                    return new TakeCertificate(
                            new CaseKey(learner, new CourseKey(story.course("A"))),
                            new CertificateVersion(1, "downloadable", "verified", null, at(1)),
                            new Learner(learner, "crowd-" + number, "", "", true, 1, at(1)),
                            Cause.of("test", "crowd"));
                })
                .toList();
    }
}
