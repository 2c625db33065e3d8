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
        // set, with statuses; regeneration, leaves certificates out, allowlisted only, asks
        "none,                        false, false, true,  false, GENERATE",
        "none,                        true,  true,  false, false, ADD",
        "ALL,                         false, false, false, false, GENERATE",
        "ALL,                         true,  true,  false, false, ADD",
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
            boolean leavesOut,
            boolean allowlistedOnly,
            CertificateCommand command) {
        Selector selector = new Selector(
                set.equals("none") ? null : LearnerSet.valueOf(set),
                null,
                3,
                withStatuses ? STATUSES : List.of(),
                false);

        assertThat(selector.isRegeneration()).isEqualTo(regeneration);
        assertThat(selector.leftOut().isEmpty()).isEqualTo(!leavesOut);
        assertThat(selector.allowlistedOnly()).isEqualTo(allowlistedOnly);
        assertThat(selector.command()).isEqualTo(command);
    }

    /** Certificates §7.5: neither set nor statuses leaves out whoever has a certificate other than an unavailable one. */
    @ParameterizedTest
    @CsvSource({
        // status; left out by the regular form, by all who pass, by the allowlisted without a certificate
        "DOWNLOADABLE,     true,  true,  true",
        "GENERATING,       true,  true,  true",
        "REGENERATING,     true,  true,  true",
        "UNAVAILABLE,      false, false, false",
        "NOTPASSING,       true,  false, false",
        "UNVERIFIED,       true,  false, false",
        "ERROR,            true,  false, false",
        "DELETING,         true,  true,  false",
        "DELETED,          true,  true,  false",
        "RESTRICTED,       true,  false, false",
        "AUDIT_PASSING,    true,  false, false",
        "AUDIT_NOTPASSING, true,  false, false",
        "HONOR_PASSING,    true,  false, false",
        "INVALIDATED,      true,  false, false",
        "REQUESTING,       true,  false, false",
        "AUDITING,         true,  false, false"
    })
    void leavesOutByStatus(CertificateStatus status, boolean regular, boolean passing, boolean allowlisted) {
        assertThat(Selector.REGULAR.leftOut().contains(status)).isEqualTo(regular);
        assertThat(new Selector(null, null, 0, List.of(), true).leftOut().contains(status))
                .isEqualTo(passing);
        assertThat(Selector.of(LearnerSet.ALLOWLISTED_NOT_GENERATED).leftOut().contains(status))
                .isEqualTo(allowlisted);
    }

    @Test
    void oneLearnerGoesWithTheSetOfOne() {
        assertThat(Selector.of(new LearnerId("7")).learnerSet()).isEqualTo(LearnerSet.SPECIFIC_STUDENT);
        assertThat(Selector.of(new LearnerId("7")).leftOut()).isEmpty();
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
