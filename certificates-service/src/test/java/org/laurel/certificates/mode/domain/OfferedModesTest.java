package org.laurel.certificates.mode.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes are written as {@code slug=price}, in dollars. */
class OfferedModesTest {

    @ParameterizedTest
    @CsvSource({
        // modes, mode to upgrade to, white label, auto-enroll mode, masters only, default mode, has payment options
        "audit=0,                            none,         N, audit, N, audit, N",
        "honor=0,                            none,         N, honor, N, honor, N",
        "audit=0 honor=0,                    none,         N, honor, N, audit, N",
        "audit=0 verified=49,                verified,     N, audit, N, audit, Y",
        "honor=0 verified=49,                verified,     N, honor, N, honor, Y",
        "honor=30,                           none,         Y, none,  N, honor, Y",
        "honor=30 audit=0,                   none,         N, honor, N, audit, Y",
        "professional=99,                    professional, N, none,  N, honor, Y",
        "no-id-professional=99,              none,         N, none,  N, honor, Y",
        "audit=0 verified=49 professional=9, professional, N, none,  N, audit, Y",
        "audit=0 no-id-professional=9,       none,         N, none,  N, audit, Y",
        "masters=0,                          none,         N, none,  Y, honor, N",
        "masters=0 audit=0,                  none,         N, audit, N, audit, N",
        "verified=49,                        verified,     N, none,  N, honor, Y"
    })
    void theModesDecideHowARunIsTaken(
            String modes,
            String verified,
            char whiteLabel,
            String autoEnroll,
            char mastersOnly,
            String defaultMode,
            char payment) {
        // When
        OfferedModes offered = offered(modes);

        // Then
        assertThat(offered.verified().map(CourseMode::slug).orElse("none")).isEqualTo(verified);
        assertThat(offered.isWhiteLabel()).isEqualTo(whiteLabel == 'Y');
        assertThat(offered.autoEnrollSlug().orElse("none")).isEqualTo(autoEnroll);
        assertThat(offered.canAutoEnroll()).isEqualTo(!autoEnroll.equals("none"));
        assertThat(offered.isMastersOnly()).isEqualTo(mastersOnly == 'Y');
        assertThat(offered.defaultSlug()).isEqualTo(defaultMode);
        assertThat(offered.hasPaymentOptions()).isEqualTo(payment == 'Y');
    }

    @ParameterizedTest
    @CsvSource({
        "audit=0 verified=49, usd, 0, 49",
        "verified=49 professional=99, USD, 49, 49",
        "verified=49, eur, 0, 0",
        "honor=30, usd, 30, 0",
        "credit=200 masters=150, usd, 150, 150"
    })
    void theLowestPriceIsPerCurrency(String modes, String currency, int minPrice, int minVerifiedPrice) {
        // Given
        OfferedModes offered = offered(modes);

        // When
        int[] prices = {offered.minPrice(currency), offered.minVerifiedPrice(currency)};

        // Then
        assertThat(prices).containsExactly(minPrice, minVerifiedPrice);
    }

    @Test
    void paidModesAreThoseWithAPrice() {
        // Given
        OfferedModes offered = offered("audit=0 verified=49 credit=200");

        // When
        List<CourseMode> paid = offered.paid();

        // Then
        assertThat(paid).extracting(CourseMode::slug).containsExactly("verified", "credit");
    }

    private static OfferedModes offered(String modes) {
        return new OfferedModes(Arrays.stream(modes.split(" "))
                .map(text -> text.split("="))
                .map(parts -> new CourseMode(parts[0], parts[0], Integer.parseInt(parts[1]), "usd", null))
                .toList());
    }
}
