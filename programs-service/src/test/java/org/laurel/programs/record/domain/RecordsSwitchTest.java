package org.laurel.programs.record.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.catalogue.domain.Members;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.settings.domain.SiteSettings;

/** Where learners have records. */
class RecordsSwitchTest {

    @ParameterizedTest
    @CsvSource({
        "true, , Any, true",
        "false, , Any, false",
        "true, , , true",
        "false, , , false",
        "true, Off, Off, false",
        "true, Off, Off+Any, true",
        "true, Off, , true",
        "false, On, On, true",
        "false, On, Any, false",
        "false, On, Any+On, true"
    })
    void goesByThoseWhoGiveTheProgram(
            boolean site, @Nullable String exception, @Nullable String organizations, boolean on) {
        // Given
        SiteSettings settings = settings(site, exception);
        List<Object> authors = organizations == null
                ? List.of()
                : Stream.of(organizations.split("\\+"))
                        .<Object>map(key -> Map.of("key", key))
                        .toList();
        ProgramDetail program =
                ProgramDetail.of(UUID.randomUUID(), new Members(Map.of("authoring_organizations", authors)));

        // When
        boolean result = RecordsSwitch.isOn(settings, program);

        // Then
        assertThat(result).isEqualTo(on);
    }

    @Test
    void isOffEverywhereOnlyWithoutExceptions() {
        // When
        boolean off = RecordsSwitch.isOn(settings(false, null));

        // Then
        assertThat(off).isFalse();
        assertThat(RecordsSwitch.isOn(settings(false, "On"))).isTrue();
        assertThat(RecordsSwitch.isOn(settings(true, "Off"))).isTrue();
    }

    private static SiteSettings settings(boolean site, @Nullable String exception) {
        SiteSettings usual = SiteSettings.DEFAULT;
        return new SiteSettings(
                usual.platformName(),
                true,
                List.of(),
                true,
                site,
                exception == null ? Map.of() : Map.of(exception, !site),
                null,
                null,
                false,
                true,
                null,
                null);
    }
}
