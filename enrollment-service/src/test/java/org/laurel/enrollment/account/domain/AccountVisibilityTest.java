package org.laurel.enrollment.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountVisibilityTest {

    @ParameterizedTest
    @CsvSource({
        ", , false",
        ", 2020, false",
        "13, , true",
        "13, 2013, true",
        "13, 2012, false",
        "13, 2011, false",
        "18, 2008, true",
        "18, 2007, false"
    })
    void takesALearnerForAsYoungAsTheYearOfBirthAllows(
            @Nullable Integer limit, @Nullable Integer yearOfBirth, boolean needed) {
        // Given the limit and the year above

        // When
        boolean needs = AccountVisibility.needsConsent(limit, yearOfBirth, 2026);

        // Then
        assertThat(needs).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "custom, all_users, false, custom",
        ", all_users, false, all_users",
        ", private, false, private",
        "all_users, all_users, true, private"
    })
    void letsTheLearnerChooseUnlessParentsHaveASay(
            @Nullable String chosen, String usual, boolean consent, String expected) {
        // Given
        Map<String, String> preferences = chosen == null ? Map.of() : Map.of("account_privacy", chosen);

        // When
        String privacy = AccountVisibility.privacy(preferences, usual, consent);

        // Then
        assertThat(privacy).isEqualTo(expected);
    }

    @Test
    void sharesOneByOneWhatTheLearnerShares() {
        // Given
        Map<String, String> preferences = Map.of(
                "visibility.name", "all_users",
                "visibility.bio", "private",
                "visibility.email", "all_users",
                "visibility.year_of_birth", "all_users");

        // When
        Set<String> shared = AccountVisibility.shared("custom", preferences);

        // Then
        assertThat(shared).containsExactlyInAnyOrder("username", "profile_image", "account_privacy", "name");
    }

    @Test
    void neverSharesWhatIdentifiesOrReachesALearner() {
        // Given what others see of a learner who shares everything

        // When
        Set<String> shared = AccountVisibility.shared("all_users", Map.of());

        // Then
        assertThat(shared)
                .doesNotContain("email", "year_of_birth", "gender", "mailing_address", "phone_number", "goals", "name");
        assertThat(AccountVisibility.shared("whatever", Map.of())).isEqualTo(AccountVisibility.PUBLIC);
    }
}
