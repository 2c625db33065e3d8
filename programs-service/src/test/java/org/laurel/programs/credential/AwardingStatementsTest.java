package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.Story;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/** The number of statements does not depend on how many learners and credentials there are in a call. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AwardingStatementsTest {

    private static final Story STORY = new Story("statements");

    @Inject
    StatementCount statements;

    @BeforeEach
    void definePrograms() {
        STORY.put(1, List.of(List.of("A"))).statusCode(oneOf(200, 201));
        STORY.put(2, List.of(List.of("A", "B"))).statusCode(oneOf(200, 201));
    }

    @Test
    void awardsAnyNumberOfLearnersInTheSameNumberOfStatements() {
        // Given
        long one = statements.during(() -> take("one", 1, "downloadable"));
        long revoking = statements.during(() -> take("one", 1, "notpassing"));
        // When
        long many = statements.during(() -> take("many", 200, "downloadable"));
        long revokingMany = statements.during(() -> take("many", 200, "notpassing"));
        // Then
        assertThat(many).isEqualTo(one).isLessThanOrEqualTo(28);
        assertThat(revokingMany).isEqualTo(revoking).isLessThan(one);
    }

    @Test
    void decidesAnyNumberOfCredentialsInTheSameNumberOfStatements() {
        // Given
        take("posted", 100, "notpassing");
        long one = statements.during(() -> post(0, 1));
        // When
        long many = statements.during(() -> post(1, 100));
        // Then
        assertThat(many).isEqualTo(one);
    }

    private static void take(String word, int count, String status) {
        int version = status.equals("downloadable") ? 1 : 2;
        List<TakeCertificate> commands = IntStream.range(0, count)
                .mapToObj(number -> {
                    LearnerId learner = new LearnerId("statements-" + word + number);
                    return new TakeCertificate(
                            new CaseKey(learner, new CourseKey(STORY.course("A"))),
                            new CertificateVersion(version, status, "verified", null, Story.at(version)),
                            new Learner(learner, "user-" + learner, "", "", true, 1, Story.at(1)),
                            Cause.of("test", "statements"));
                })
                .toList();
        CDI.current().select(CredentialKeeping.class).get().apply(commands);
    }

    private static void post(int from, int to) {
        List<PostCredential> commands = IntStream.range(from, to)
                .mapToObj(number -> new PostCredential(
                        "user-statements-posted" + number,
                        null,
                        new CredentialSubject.OfProgram(UUID.fromString(STORY.program(1))),
                        null,
                        CredentialStatus.AWARDED,
                        Map.of("name", "value"),
                        null,
                        Cause.of("test", "statements")))
                .toList();
        CDI.current().select(CredentialPosting.class).get().apply(commands);
    }
}
