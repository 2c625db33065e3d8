package org.laurel.enrollment.learner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Changed;
import org.laurel.events.key.LearnerId;

class AddressArrivalsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LearnerId ID = new LearnerId("42");

    @ParameterizedTest
    @CsvSource({
        // what was, what is, whether the learner comes to have the address
        ", active ada@x.org, true",
        ", inactive ada@x.org, false",
        "inactive ada@x.org, active ada@x.org, true",
        "active bob@x.org, active ada@x.org, true",
        "active ADA@x.org, active ada@x.org, false",
        "active ada@x.org, inactive ada@x.org, false",
        "active ada@x.org, active, false",
    })
    void comesWithAnAddressThatIsNewToAnActiveAccount(@Nullable String before, String after, boolean comes) {
        // When
        var arrivals = AddressArrivals.of(List.of(change(before, after)));

        // Then
        assertThat(arrivals.containsKey(ID)).isEqualTo(comes);
    }

    @Test
    void whoLosesItAgainHasNotCome() {
        // When
        var arrivals = AddressArrivals.of(
                List.of(change(null, "active ada@x.org"), change("active ada@x.org", "inactive ada@x.org")));

        // Then
        assertThat(arrivals).isEmpty();
    }

    @Test
    void theLastChangeThatBroughtOneCounts() {
        // Given
        Changed first = change(null, "active ada@x.org");
        Changed second = change("active ada@x.org", "active bob@x.org");
        Changed other = change("active bob@x.org", "active bob@x.org");

        // When
        var arrivals = AddressArrivals.of(List.of(first, second, other));

        // Then
        assertThat(arrivals.get(ID)).isSameAs(second);
    }

    private static Changed change(@Nullable String before, String after) {
        return new Changed(before == null ? null : learner(before), learner(after), List.of());
    }

    private static Learner learner(String words) {
        String[] parts = words.split(" ");
        Account account = new Account("ada", parts.length > 1 ? parts[1] : "", "", parts[0].equals("active"));
        return new Learner(ID, account, 1, NOON, CertificatePreferences.USUAL, 1, NOON, Reach.NEVER_ENROLLED);
    }
}
