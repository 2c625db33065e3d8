package org.laurel.programs.settings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.programs.settings.domain.NewlyCertified.Everything;
import org.laurel.programs.settings.domain.NewlyCertified.Nothing;
import org.laurel.programs.settings.domain.NewlyCertified.Programs;

class NewlyCertifiedTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void switchingOnLetsEverythingAward() {
        // When
        NewlyCertified newly = NewlyCertified.between(settings(false), settings(true, ONE.toString()));

        // Then
        assertThat(newly).isEqualTo(new Everything());
        assertThat(NewlyCertified.between(settings(true, "ALL"), settings(true)))
                .isEqualTo(new Everything());
        assertThat(NewlyCertified.between(settings(true, "all"), settings(true, ONE.toString())))
                .isEqualTo(new Everything());
    }

    @Test
    void takingProgramsOffTheListLetsTheseAward() {
        // When
        NewlyCertified newly = NewlyCertified.between(
                settings(true, TWO.toString(), ONE.toString()),
                settings(true, TWO.toString().toUpperCase(Locale.ROOT)));

        // Then
        assertThat(newly).isEqualTo(new Programs(List.of(ONE)));
    }

    @Test
    void switchingOffAndAddingToTheListLetsNothingAward() {
        // When
        NewlyCertified newly = NewlyCertified.between(settings(true), settings(false));

        // Then
        assertThat(newly).isEqualTo(new Nothing());
        assertThat(NewlyCertified.between(settings(true), settings(true, ONE.toString())))
                .isEqualTo(new Nothing());
        assertThat(NewlyCertified.between(settings(true, ONE.toString()), settings(true, "all")))
                .isEqualTo(new Nothing());
        assertThat(NewlyCertified.between(settings(false, ONE.toString()), settings(false)))
                .isEqualTo(new Nothing());
        assertThat(NewlyCertified.between(settings(false), settings(true, "all")))
                .isEqualTo(new Nothing());
        assertThat(NewlyCertified.between(settings(true), settings(true))).isEqualTo(new Nothing());
    }

    private static SiteSettings settings(boolean enabled, String... without) {
        return new SiteSettings(
                "Laurel", enabled, List.of(without), true, true, Map.of(), null, null, false, true, null, null);
    }
}
