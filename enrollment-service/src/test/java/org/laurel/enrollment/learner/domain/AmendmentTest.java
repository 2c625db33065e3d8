package org.laurel.enrollment.learner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.domain.LearnerFact.AccountChanged;
import org.laurel.enrollment.learner.domain.LearnerFact.PreferencesChanged;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class AmendmentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LearnerId ID = new LearnerId("42");
    private static final Account ADA = new Account("ada", "ada@example.org", "Ada", true);
    private static final Learner LEARNER =
            new Learner(ID, ADA, 3, NOON, CertificatePreferences.USUAL, 5, NOON, Reach.ENROLLED);

    static Stream<Amendment.OfAccount> ofAccount() {
        return Stream.of(
                new Amendment.Username("countess"),
                new Amendment.Email(""),
                new Amendment.Name("Ada Lovelace"),
                new Amendment.Active(false));
    }

    static Stream<Amendment.OfPreferences> ofPreferences() {
        return Stream.of(
                new Amendment.AllowCertificate(false),
                new Amendment.CertificateName("A. Lovelace"),
                new Amendment.UseVerifiedName(true),
                new Amendment.VerifiedName("Augusta Ada King"),
                new Amendment.CertificatesVisibleTo("private"));
    }

    @ParameterizedTest
    @MethodSource("ofAccount")
    void amendsTheAccountAlone(Amendment.OfAccount amendment) {
        // Given / When
        LearnerOutcome outcome = decide(amendment);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(LearnerOutcome.Changed.class, changed -> {
            assertThat(changed.after().account()).isNotEqualTo(ADA).isEqualTo(amendment.in(ADA));
            assertThat(changed.after().version()).isEqualTo(4);
            assertThat(changed.after().preferencesVersion()).isEqualTo(5);
            assertThat(changed.news()).singleElement().isInstanceOf(AccountChanged.class);
        });
    }

    @ParameterizedTest
    @MethodSource("ofPreferences")
    void amendsThePreferencesAlone(Amendment.OfPreferences amendment) {
        // Given / When
        LearnerOutcome outcome = decide(amendment);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(LearnerOutcome.Changed.class, changed -> {
            assertThat(changed.after().preferences())
                    .isNotEqualTo(CertificatePreferences.USUAL)
                    .isEqualTo(amendment.in(CertificatePreferences.USUAL));
            assertThat(changed.after().version()).isEqualTo(3);
            assertThat(changed.after().preferencesVersion()).isEqualTo(6);
            assertThat(changed.news()).singleElement().isInstanceOf(PreferencesChanged.class);
        });
    }

    @Test
    void takesAllAmendmentsOrNone() {
        // Given / When
        LearnerOutcome outcome = decide(new Amendment.Name("Ada King"), new Amendment.VerifiedName(" "));

        // Then
        assertThat(outcome).isEqualTo(new LearnerOutcome.Refused(LEARNER, Objection.CERTIFICATE_NAME_UNFIT));
    }

    @Test
    void knowsNobodyToAmend() {
        // Given
        AmendLearner command = command(new Amendment.Name("Ada"));

        // When
        LearnerOutcome outcome = LearnerRules.decide(null, null, command, new TakenNames(List.of()));

        // Then
        assertThat(outcome).isEqualTo(new LearnerOutcome.Unknown(ID));
    }

    private static LearnerOutcome decide(Amendment... amendments) {
        FactOrder known = new FactOrder(NOON, FactOrder.NO_SEQUENCE, 1, "/platform", "e1");
        return LearnerRules.decide(LEARNER, known, command(amendments), new TakenNames(List.of(LEARNER)));
    }

    private static AmendLearner command(Amendment... amendments) {
        return new AmendLearner(
                ID, List.of(amendments), new BusinessTime.Asked(NOON.plusSeconds(1), "r1"), Cause.of("staff", "r1"));
    }
}
