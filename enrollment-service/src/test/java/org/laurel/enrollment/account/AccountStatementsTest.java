package org.laurel.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.enrollment.account.AccountCalls.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.account.app.AccountChange;
import org.laurel.enrollment.account.domain.ChangeAccount;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileText;
import org.laurel.enrollment.registration.app.SelfRegistration;
import org.laurel.enrollment.registration.domain.SignUp;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.measuring.StatementCount;

/** The number of statements does not depend on how many accounts are shown, changed or made. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class AccountStatementsTest {

    private static final int MANY = 20;

    private final Scene scene = new Scene();
    private final StatementCount statements;
    private final SelfRegistration registration;
    private final AccountChange change;

    @Inject
    AccountStatementsTest(StatementCount statements, SelfRegistration registration, AccountChange change) {
        this.statements = statements;
        this.registration = registration;
        this.change = change;
    }

    @Test
    void ofAListDoNotDependOnItsLength() {
        // Given
        registration.apply(signUps("shown", MANY));
        String all = IntStream.range(0, MANY)
                .mapToObj(i -> scene.username("shown" + i))
                .collect(Collectors.joining(","));

        // When
        long one = statements.during(() -> get(Tokens.staff(), "/accounts?username=" + scene.username("shown0"))
                .statusCode(200));
        long many = statements.during(
                () -> get(Tokens.staff(), "/accounts?username=" + all).statusCode(200));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void ofRegistrationsDoNotDependOnTheirNumber() {
        // Given
        Supplier<List<SignUp>> first = () -> signUps("first", 1);

        // When
        long one = statements.during(() -> registration.apply(first.get()));
        long many = statements.during(() -> registration.apply(signUps("many", MANY)));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void ofChangesDoNotDependOnTheirNumber() {
        // Given
        List<SignUp> learners = signUps("changed", MANY);
        registration.apply(learners);

        // When
        long one = statements.during(() -> change.apply(changes(learners.subList(0, 1), "a")));
        long many = statements.during(() -> change.apply(changes(learners.subList(1, MANY), "b")));

        // Then
        assertThat(many).isEqualTo(one);
    }

    private List<SignUp> signUps(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SignUp(
                        new LearnerId(UUID.randomUUID().toString()),
                        scene.username(name + i),
                        scene.email(name + i),
                        name,
                        List.of(new ProfileAmendment.YearOfBirth(1985))))
                .toList();
    }

    private static List<ChangeAccount> changes(List<SignUp> learners, String mark) {
        return learners.stream()
                .map(learner -> new ChangeAccount(
                        learner.id(),
                        learner.name() + " " + mark,
                        mark + learner.email(),
                        List.of(new ProfileAmendment.Text(ProfileText.BIO, "engines")),
                        Cause.of("test", UUID.randomUUID().toString())))
                .toList();
    }
}
