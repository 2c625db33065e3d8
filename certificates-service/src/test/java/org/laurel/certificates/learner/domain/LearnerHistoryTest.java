package org.laurel.certificates.learner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;

/** Who a learner was at a time. Source: certificates, name, grade, uuid; decisions, everywhere 2 and 4. */
class LearnerHistoryTest {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");
    private static final NameHistory NAMES = new NameHistory(List.of(
            new NameHistory.Name(at(10), "Ada"),
            new NameHistory.Name(at(50), "Ada King"),
            new NameHistory.Name(at(80), "Ada Lovelace")));

    @ParameterizedTest
    @CsvSource({"0, Ada", "10, Ada", "49, Ada", "50, Ada King", "79, Ada King", "80, Ada Lovelace", "99, Ada Lovelace"})
    void theNameIsThatOfTheTimeAndBeforeTheFirstTheFirst(int minute, String name) {
        assertThat(LearnerHistory.of(NAMES).at(place(minute)).name()).isEqualTo(name);
        assertThat(NAMES.at(at(minute))).isEqualTo(name);
    }

    @Test
    void aLearnerThatNobodyHasToldUsOfHasNoNameIsAllowedAndIsNotVerified() {
        assertThat(LearnerHistory.UNKNOWN.at(place(1))).isEqualTo(new LearnerHistory.Then("", true, false));
        assertThat(LearnerHistory.UNKNOWN.known()).isZero();
        assertThat(LearnerHistory.UNKNOWN.newestPreferences()).isNull();
        assertThat(Person.unknown(new LearnerId("7")).history()).isEqualTo(LearnerHistory.UNKNOWN);
        assertThat(Person.unknown(new LearnerId("7")).learner())
                .isEqualTo(new Learner(new LearnerId("7"), "", "", "", false, 0, Instant.EPOCH));
    }

    @ParameterizedTest(name = "row 44: chosen {0}, verified name {1}, wanted {2}: {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "true,  Augusta, none,  Augusta",
                "true,  none,    none,  Ada Lovelace",
                "true,  ' ',     none,  Ada Lovelace",
                "false, Augusta, none,  Ada Lovelace",
                "false, none,    A. L., A. L.",
                "true,  Augusta, A. L., Augusta",
                "true,  none,    A. L., A. L.",
                "false, none,    ' ',   Ada Lovelace"
            })
    void anApprovedVerifiedNameThatIsChosenGoesBeforeAWantedOneAndThatBeforeTheFullName(
            boolean chosen, @Nullable String verifiedName, @Nullable String wanted, String name) {
        // Given
        CertificatePreferences preferences =
                new CertificatePreferences(place(1), true, wanted, chosen, verifiedName, "private", 1);

        // When
        LearnerHistory history = new LearnerHistory(NAMES, List.of(), List.of(preferences));

        // Then
        assertThat(history.at(place(99)).name()).isEqualTo(name);
        assertThat(preferences.nameOver("Ada Lovelace")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        // status, until, asked at, verified
        "approved, none, 5,  false",
        "approved, none, 10, true",
        "approved, none, 99, true",
        "approved, 20,   19, true",
        "approved, 20,   20, false",
        "approved, 20,   21, false",
        "pending,  none, 10, false",
        "denied,   none, 10, false",
        "expired,  none, 10, false",
        "none,     none, 10, false"
    })
    void onlyAnApprovalThatIsNotOverVerifies(String status, String until, int minute, boolean verified) {
        LearnerHistory history = new LearnerHistory(NAMES, List.of(identity(10, status, until)), List.of());

        assertThat(history.at(place(minute)).verified()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true", "29, true", "30, false", "49, false", "50, true"})
    void theNewestVerificationOfTheTimeCounts(int minute, boolean verified) {
        LearnerHistory history = new LearnerHistory(
                NAMES,
                List.of(
                        identity(50, "approved", "none"),
                        identity(10, "approved", "none"),
                        identity(30, "denied", "none")),
                List.of());

        assertThat(history.at(place(minute)).verified()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({"9, true", "10, false", "29, false", "30, true", "99, true"})
    void thePreferencesOfTheTimeCount(int minute, boolean allowed) {
        LearnerHistory history =
                new LearnerHistory(NAMES, List.of(), List.of(wishes(30, true, 2), wishes(10, false, 1)));

        assertThat(history.at(place(minute)).allowed()).isEqualTo(allowed);
    }

    @Test
    void theHigherVersionOfThePreferencesBeatsTheLaterTime() {
        LearnerHistory history =
                new LearnerHistory(NAMES, List.of(), List.of(wishes(10, false, 2), wishes(30, true, 1)));

        assertThat(history.at(place(99)).allowed()).isFalse();
        assertThat(history.newestPreferences()).isEqualTo(wishes(10, false, 2));
    }

    @Test
    void ofOneVersionThePreferencesOfTheLaterTimeCount() {
        LearnerHistory history =
                new LearnerHistory(NAMES, List.of(), List.of(wishes(30, true, 1), wishes(10, false, 1)));

        assertThat(history.at(place(99)).allowed()).isTrue();
        assertThat(history.at(place(20)).allowed()).isFalse();
    }

    @Test
    void knowsMoreWithEachFact() {
        LearnerHistory history = LearnerHistory.of(NAMES);

        assertThat(history.known()).isEqualTo(3);
        assertThat(history.and(identity(1, "approved", "none"), null).known()).isEqualTo(4);
        assertThat(history.and(null, wishes(1, true, 1)).known()).isEqualTo(4);
        assertThat(history.and(identity(1, "approved", "none"), wishes(1, true, 1))
                        .known())
                .isEqualTo(5);
        assertThat(history.and(null, null)).isEqualTo(history);
    }

    @Test
    void asOfATimeOnlyWhatHadBegunIsLeftAndAlwaysTheFirstName() {
        // Given
        LearnerHistory history = new LearnerHistory(
                NAMES,
                List.of(identity(20, "approved", "none"), identity(60, "denied", "none")),
                List.of(wishes(20, true, 1), wishes(60, false, 2)));

        // When
        LearnerHistory early = history.upTo(at(5));
        LearnerHistory then = history.upTo(at(20));
        LearnerHistory later = history.upTo(at(60));

        // Then
        assertThat(early.names().names()).containsExactly(new NameHistory.Name(at(10), "Ada"));
        assertThat(early.identities()).isEmpty();
        assertThat(early.preferences()).isEmpty();
        assertThat(then.identities()).hasSize(1);
        assertThat(then.preferences()).hasSize(1);
        assertThat(later.names().names()).hasSize(2);
        assertThat(later.identities()).hasSize(2);
        assertThat(later.preferences()).hasSize(2);
    }

    @Test
    void everyNameButTheFirstIsAChangeAtItsTime() {
        assertThat(NAMES.changes())
                .containsExactly(
                        new FactOrder(at(50), FactOrder.NO_SEQUENCE, 5, "", ""),
                        new FactOrder(at(80), FactOrder.NO_SEQUENCE, 5, "", ""));
        assertThat(NameHistory.UNKNOWN.changes()).isEmpty();
    }

    private static IdentityVerification identity(int minute, String status, String until) {
        return new IdentityVerification(
                place(minute), status, until.equals("none") ? null : at(Integer.parseInt(until)));
    }

    private static CertificatePreferences wishes(int minute, boolean allowed, long version) {
        return new CertificatePreferences(place(minute), allowed, null, false, null, "private", version);
    }

    private static FactOrder place(int minute) {
        return new FactOrder(at(minute), FactOrder.NO_SEQUENCE, 4, "/x", "x");
    }

    private static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }
}
