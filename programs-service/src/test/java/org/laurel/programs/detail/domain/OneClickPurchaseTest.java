package org.laurel.programs.detail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.enrollment.domain.Entitlement;

/** Whether what is missing of a program may be bought at once. */
class OneClickPurchaseTest {

    private static final UUID COURSE_B = UUID.fromString("2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d12");
    private static final String TWO = """
            {'is_program_eligible_for_one_click_purchase': true, 'applicable_seat_types': ['verified', 'credit'], 'courses': [
              {'course_runs': [{'key': 'course-v1:Org+A+2026', 'status': 'published',
                 'seats': [{'sku': 'N1'}, {'type': 'credit', 'sku': 'C1', 'price': '9'}, {'type': 'verified', 'sku': 'S1', 'price': '49'}]}]},
              {'uuid': '2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d12',
               'entitlements': [{'mode': 'audit', 'sku': 'E0'}, {'mode': 'verified', 'sku': 'E1', 'price': 30.5}],
               'course_runs': [{'key': 'course-v1:Org+B+2026', 'status': 'published'},
                               {'key': 'course-v1:Org+B2+2026', 'status': 'published'}]}]}""";

    @Test
    void sellsACourseAsAWholeOrByTheSeatOfItsOnlyPublishedRun() {
        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(TWO), Viewer.ANYBODY);

        // Then
        assertThat(purchase.skus()).containsExactly("S1", "E1");
        assertThat(purchase.variant()).isEqualTo("full");
        assertThat(purchase.price()).isEqualByComparingTo("79.5");
    }

    @Test
    void leavesOutCoursesThatTheLearnerIsEnrolledInInAModeThatCounts() {
        // Given
        Viewer viewer = Shown.learner(Map.of(Shown.key("A"), "verified", Shown.key("B"), "audit"));

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(TWO), viewer);

        // Then
        assertThat(purchase.skus()).containsExactly("E1");
        assertThat(purchase.variant()).isEqualTo("partial");
    }

    @Test
    void leavesOutCoursesThatTheLearnerIsEntitledTo() {
        // Given
        Viewer viewer = Shown.learner(Map.of(), new Entitlement(COURSE_B, "verified", null));

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(TWO), viewer);

        // Then
        assertThat(purchase.skus()).containsExactly("S1");
        assertThat(purchase.variant()).isEqualTo("partial");
    }

    @Test
    void sellsNothingToThoseWhoHaveEverything() {
        // Given
        Viewer viewer = Shown.learner(Map.of(Shown.key("A"), "verified"), new Entitlement(COURSE_B, "verified", null));

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(TWO), viewer);

        // Then
        assertThat(purchase.isEligible()).isFalse();
        assertThat(purchase.variant()).isNull();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "one_click_purchase': true, one_click_purchase': false",
                "A+2026'@ 'status': 'published, A+2026'@ 'status': 'unpublished",
                "'mode': 'verified', 'mode': 'honor'"
            })
    void sellsNothingWhenOneCourseHasNoSingleProduct(String part, String instead) {
        // Given
        String document = TWO.replace(part.replace('@', ','), instead.replace('@', ','));
        assertThat(document).isNotEqualTo(TWO);

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(document), Viewer.ANYBODY);

        // Then
        assertThat(purchase.skus()).isEmpty();
        assertThat(purchase.isEligible()).isFalse();
    }

    /** A run that nobody sells stops nothing: what else is missing is sold. */
    @Test
    void leavesOutACourseWhoseOnlyPublishedRunHasNoProduct() {
        // Given
        String document = TWO.replace(", {'type': 'verified', 'sku': 'S1', 'price': '49'}", ", {'type': 'verified'}");
        assertThat(document).isNotEqualTo(TWO);

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(document), Viewer.ANYBODY);

        // Then
        assertThat(purchase.skus()).containsExactly("E1");
        assertThat(purchase.variant()).isEqualTo("full");
    }

    @Test
    void passesOverProductsThatTheShopHasNoNameFor() {
        // Given
        String document = TWO.replace("{'mode': 'audit', 'sku': 'E0'}", "{'mode': 'verified'}, {'sku': 'E0'}");

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(document), Viewer.ANYBODY);

        // Then
        assertThat(purchase.skus()).containsExactly("S1", "E1");
    }

    @Test
    void anEntitlementInAModeThatDoesNotCountTakesNothingAway() {
        // Given
        Viewer viewer = Shown.learner(Map.of(), new Entitlement(COURSE_B, "audit", null));

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(TWO), viewer);

        // Then
        assertThat(purchase.skus()).containsExactly("S1", "E1");
    }

    @Test
    void professionalStandsForTheModeWithoutProofOfIdentityToo() {
        // Given
        String document = TWO.replace("['verified', 'credit']", "['professional']")
                .replace("'type': 'verified'", "'type': 'no-id-professional'")
                .replace("'mode': 'verified'", "'mode': 'professional'");

        // When
        OneClickPurchase purchase = OneClickPurchase.of(Shown.program(document), Viewer.ANYBODY);

        // Then
        assertThat(purchase.skus()).containsExactly("S1", "E1");
    }

    @Test
    void hasNoPriceUnlessTheCatalogueTellsAll() {
        // When
        OneClickPurchase purchase =
                OneClickPurchase.of(Shown.program(TWO.replace("'price': 30.5", "'price': 'ask'")), Viewer.ANYBODY);

        // Then
        assertThat(purchase.isEligible()).isTrue();
        assertThat(purchase.price()).isNull();
    }
}
