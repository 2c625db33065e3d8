package org.laurel.programs.completionmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.Story;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.credential.app.CredentialFollower;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.ProgramCredential;
import org.laurel.programs.credential.domain.ProgramStanding;
import org.laurel.programs.credential.domain.Reason;

/** Mails to many who complete a program at once take as many statements as one mail. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class CompletionMailStatementsTest {

    private final StatementCount statements;
    private final Instance<CredentialFollower> followers;

    @Inject
    CompletionMailStatementsTest(StatementCount statements, @Any Instance<CredentialFollower> followers) {
        this.statements = statements;
        this.followers = followers;
    }

    @BeforeEach
    void switchOn() {
        MailSettings.site(true);
        MailSettings.template("default", true);
    }

    @AfterEach
    void switchOff() {
        MailSettings.forget();
    }

    @Test
    void doNotDependOnTheNumberOfAwards() {
        // Given
        List<CredentialFact> alone = awards("one", 1);
        List<CredentialFact> crowd = awards("many", 50);

        // When
        long one = statements.during(() -> QuarkusTransaction.requiringNew().run(() -> follow(alone)));
        long many = statements.during(() -> QuarkusTransaction.requiringNew().run(() -> follow(crowd)));

        // Then
        assertThat(many).isEqualTo(one);
        assertThat(Database.current()
                        .value(
                                "select count(*) from completion_mail where outcome = 'posted' and learner_id like ?",
                                "id-mail-count-many-%"))
                .isEqualTo("50");
    }

    private void follow(List<CredentialFact> facts) {
        followers.stream().forEach(follower -> follower.follow(facts));
    }

    private static List<CredentialFact> awards(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Story("mail-count-" + word + "-" + i))
                .map(CompletionMailStatementsTest::award)
                .toList();
    }

    private static CredentialFact award(Story story) {
        Database.current().execute("""
                insert into learner (learner_id, username, email, name, is_active, version, changed_at)
                values (?, ?, ?, 'Ada', true, 1, now())
                """, story.learnerId(), story.username(), story.username() + "@example.org");
        UUID uuid = UUID.fromString(story.program(1));
        ProgramStanding standing = new ProgramStanding(
                CredentialStatus.AWARDED, Story.at(1), Reason.COURSES_COMPLETED, Story.at(1), Story.at(1));
        return new CredentialFact.ProgramAwarded(
                new ProgramCredential(new LearnerId(story.learnerId()), uuid, UUID.randomUUID(), standing, standing, 1),
                new Program(uuid, "Program", "micromasters", ProgramStatus.ACTIVE, List.of(), List.of()),
                Cause.of("test", "1"));
    }
}
