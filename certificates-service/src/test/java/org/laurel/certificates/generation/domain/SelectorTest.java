package org.laurel.certificates.generation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.LearnerId;

/** Whom a generation run takes on, and what it asks for them. Source: certificates, bulk task semantics. */
class SelectorTest {

    private static final List<CertificateStatus> STATUSES =
            List.of(CertificateStatus.ERROR, CertificateStatus.DOWNLOADABLE);

    @ParameterizedTest
    @CsvSource({
        // set, with statuses; regeneration, leaves passed ones out, allowlisted only, asks
        "none,                        false, false, true,  false, GENERATE",
        "none,                        true,  true,  false, false, ADD",
        "ALL_ALLOWLISTED,             false, false, false, true,  GENERATE",
        "ALL_ALLOWLISTED,             true,  true,  false, true,  ADD",
        "ALLOWLISTED_NOT_GENERATED,   false, false, true,  true,  GENERATE",
        "ALLOWLISTED_NOT_GENERATED,   true,  true,  false, true,  ADD",
        "LISTED,                      false, false, false, false, GENERATE",
        "LISTED,                      true,  true,  false, false, ADD"
    })
    void setsAndStatuses(
            String set,
            boolean withStatuses,
            boolean regeneration,
            boolean leavesPassedOut,
            boolean allowlistedOnly,
            CertificateCommand command) {
        Selector selector = new Selector(
                set.equals("none") ? null : LearnerSet.valueOf(set),
                null,
                3,
                withStatuses ? STATUSES : List.of(),
                false);

        assertThat(selector.isRegeneration()).isEqualTo(regeneration);
        assertThat(selector.skipsPassed()).isEqualTo(leavesPassedOut);
        assertThat(selector.allowlistedOnly()).isEqualTo(allowlistedOnly);
        assertThat(selector.command()).isEqualTo(command);
    }

    @Test
    void oneLearnerGoesWithTheSetOfOne() {
        assertThat(Selector.of(new LearnerId("7")).learnerSet()).isEqualTo(LearnerSet.SPECIFIC_STUDENT);
        assertThat(Selector.of(new LearnerId("7")).skipsPassed()).isFalse();
        assertThatThrownBy(() -> Selector.of(LearnerSet.SPECIFIC_STUDENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Selector(null, new LearnerId("7"), 0, List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheHistoryKeepsIsReadAsItWas() {
        List<Selector> selectors = List.of(
                Selector.REGULAR,
                Selector.of(LearnerSet.ALL_ALLOWLISTED),
                Selector.of(new LearnerId("7")),
                Selector.of(STATUSES),
                new Selector(LearnerSet.LISTED, null, 12, List.of(), false),
                new Selector(null, null, 0, List.of(), true));

        assertThat(selectors)
                .allSatisfy(
                        selector -> assertThat(Selector.of(selector.input())).isEqualTo(selector));
        assertThat(Selector.REGULAR.input()).isEqualTo(Map.of());
        assertThat(Selector.of(STATUSES).input())
                .isEqualTo(Map.of("statuses_to_regenerate", List.of("error", "downloadable")));
    }

    @Test
    void aStatusThatIsNamedTwiceCountsOnce() {
        assertThat(Selector.of(List.of(CertificateStatus.ERROR, CertificateStatus.ERROR))
                        .statuses())
                .containsExactly(CertificateStatus.ERROR);
    }
}
