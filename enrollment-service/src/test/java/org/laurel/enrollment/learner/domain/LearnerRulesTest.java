package org.laurel.enrollment.learner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.domain.LearnerFact.AccountChanged;
import org.laurel.enrollment.learner.domain.LearnerFact.PreferencesChanged;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class LearnerRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LearnerId ID = new LearnerId("42");
    private static final Account ADA = new Account("ada", "ada@example.org", "Ada", true);
    private static final FactOrder KNOWN = new FactOrder(NOON, FactOrder.NO_SEQUENCE, 1, "/platform", "e1");

    @ParameterizedTest
    @EnumSource(Reach.class)
    void tellsAnAccountOnlyWhileThereIsAnActiveEnrollment(Reach reach) {
        // Given
        SubmitLearner command = command(new Account("ada", "ada@example.org", "Ada Lovelace", true), null, 1);

        // When
        LearnerOutcome outcome = LearnerRules.decide(ada(reach), KNOWN, command, nobody());

        // Then
        assertThat(news(outcome)).hasSize(reach == Reach.ENROLLED ? 1 : 0).allMatch(AccountChanged.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void tellsPreferencesToWhoeverEverHeardOfTheLearner(Reach reach) {
        // Given
        SubmitLearner command = command(ADA, false, 1);

        // When
        LearnerOutcome outcome = LearnerRules.decide(ada(reach), KNOWN, command, nobody());

        // Then
        assertThat(news(outcome))
                .hasSize(reach == Reach.NEVER_ENROLLED ? 0 : 1)
                .allMatch(PreferencesChanged.class::isInstance);
    }

    @Test
    void countsAccountAndPreferencesApart() {
        // Given
        SubmitLearner command = command(ADA, false, 1);

        // When
        LearnerOutcome outcome = LearnerRules.decide(ada(Reach.ENROLLED), KNOWN, command, nobody());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(LearnerOutcome.Changed.class, changed -> {
            assertThat(changed.after().version()).isEqualTo(1);
            assertThat(changed.after().preferencesVersion()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"-1", "0"})
    void ignoresAFactThatIsNotNewer(long seconds) {
        // Given
        SubmitLearner command = command(new Account("old", "", "", false), null, seconds);

        // When
        LearnerOutcome outcome = LearnerRules.decide(ada(Reach.ENROLLED), KNOWN, command, nobody());

        // Then
        assertThat(outcome).isEqualTo(new LearnerOutcome.Unchanged(ada(Reach.ENROLLED)));
    }

    @Test
    void letsALearnerTakeANameThatAnotherOneGaveUpInTheSameBatch() {
        // Given
        TakenNames taken = new TakenNames(List.of(ada(Reach.ENROLLED)));
        SubmitLearner renamed = command(new Account("countess", "c@example.org", "Ada", true), null, 1);
        LearnerOutcome first = LearnerRules.decide(ada(Reach.ENROLLED), KNOWN, renamed, taken);
        taken.follow((LearnerOutcome.Changed) first);

        // When
        Objection clash = taken.clash(new LearnerId("43"), new Account("ADA", "ada@example.org", "", true));

        // Then
        assertThat(clash).isNull();
        assertThat(taken.clash(new LearnerId("43"), new Account("Countess", "", "", true)))
                .isEqualTo(Objection.USERNAME_TAKEN);
    }

    @Test
    void keepsTheTimeOfTheAccountWhenOnlyPreferencesChange() {
        // Given
        SubmitLearner command = command(ADA, false, 1);

        // When
        LearnerOutcome outcome = LearnerRules.decide(ada(Reach.ENROLLED), KNOWN, command, nobody());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(LearnerOutcome.Changed.class, changed -> {
            assertThat(changed.after().accountChangedAt()).isEqualTo(NOON);
            assertThat(changed.after().occurredAt()).isEqualTo(NOON.plusSeconds(1));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b', '', Ada, USERNAME_UNFIT",
        "a/b, '', Ada, USERNAME_UNFIT",
        "'a b', '', Ada, USERNAME_UNFIT",
        "<ada>, '', Ada, USERNAME_UNFIT",
        "ada, nobody, Ada, EMAIL_UNFIT",
        "ada, a@b@c, Ada, EMAIL_UNFIT",
        "ada, <a@b>, Ada, EMAIL_UNFIT",
        "ada, 'a,b@c', Ada, EMAIL_UNFIT",
        "ada, a(b)@c, Ada, EMAIL_UNFIT",
        "ada, a\"b@c, Ada, EMAIL_UNFIT",
        "ada, a\\b@c, Ada, EMAIL_UNFIT",
        "ada, a:b@c, Ada, EMAIL_UNFIT",
        "ada, a;b@c, Ada, EMAIL_UNFIT",
        "ada, a@[b], Ada, EMAIL_UNFIT",
        "ada, a\u0001b@c, Ada, EMAIL_UNFIT",
        "ada, @c, Ada, EMAIL_UNFIT",
        "ada, a@, Ada, EMAIL_UNFIT",
        "ada, a@.c, Ada, EMAIL_UNFIT",
        "ada, a@c., Ada, EMAIL_UNFIT",
        "ada, a@b..c, Ada, EMAIL_UNFIT",
        "ada, '', <b>Ada</b>, NAME_UNFIT"
    })
    void refusesAnAccountThatBreaksARule(String username, String email, String name, Objection objection) {
        // Given
        SubmitLearner command = command(new Account(username, email, name, true), null, 1);

        // When
        LearnerOutcome outcome = LearnerRules.decide(null, null, command, nobody());

        // Then
        assertThat(outcome).isEqualTo(new LearnerOutcome.Refused(null, objection));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, true",
        "St. John, true",
        "'', true",
        "<Ada>, false",
        "a>b, false",
        "http://x.org, false",
        "WWW.x.org, false"
    })
    void takesOnlyNamesThatAreFitToBeShown(String name, boolean fit) {
        // Given the name above

        // When
        boolean taken = AccountRules.isName(name);

        // Then
        assertThat(taken).isEqualTo(fit);
    }

    private static Learner ada(Reach reach) {
        return new Learner(ID, ADA, 1, NOON, CertificatePreferences.USUAL, 1, NOON, reach);
    }

    private static SubmitLearner command(Account account, @Nullable Boolean allow, long seconds) {
        FactOrder place = seconds == 0
                ? KNOWN
                : new FactOrder(NOON.plusSeconds(seconds), FactOrder.NO_SEQUENCE, 1, "/platform", "e2");
        return new SubmitLearner(ID, account, allow, new BusinessTime.Told(place), Cause.of("platform", "e2"));
    }

    private static TakenNames nobody() {
        return new TakenNames(List.of());
    }

    private static List<LearnerFact> news(LearnerOutcome outcome) {
        return outcome instanceof LearnerOutcome.Changed changed ? changed.news() : List.of();
    }
}
