package org.laurel.certificates.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;

/** Scenario 64: four levels and the languages fr, '' and null. */
class TemplateChoiceTest {

    private static final CourseKey RUN = new CourseKey("course-v1:Org+C+R");
    private static final CourseKey OTHER = new CourseKey("course-v1:Org+C+S");

    private static TemplateCandidate candidate(
            long id,
            @Nullable String organization,
            @Nullable CourseKey course,
            @Nullable String mode,
            @Nullable String language) {
        return new TemplateCandidate(id, id, new TemplateScope(organization, course, mode, language));
    }

    /** Ids: the level, then 1 for fr, 2 for empty, 3 for null. */
    private static List<TemplateCandidate> all() {
        List<TemplateCandidate> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String language = i == 0 ? "fr" : i == 1 ? "" : null;
            all.add(candidate(11 + i, "Org", RUN, "verified", language));
            all.add(candidate(21 + i, "Org", null, "verified", language));
            all.add(candidate(31 + i, "Org", null, null, language));
            all.add(candidate(41 + i, null, null, "verified", language));
        }
        all.add(candidate(90, "Other", RUN, "verified", "fr"));
        all.add(candidate(91, "Org", OTHER, "verified", "fr"));
        all.add(candidate(92, "Org", null, "honor", "fr"));
        all.add(candidate(93, null, null, null, "fr"));
        all.add(candidate(94, null, RUN, "verified", "fr"));
        all.add(candidate(95, "Org", RUN, null, "fr"));
        return all;
    }

    private static TemplateWanted wanted(@Nullable String language) {
        return new TemplateWanted("Org", RUN, "verified", language);
    }

    private static long chosen(List<TemplateCandidate> active, TemplateWanted wanted) {
        return TemplateChoice.choose(active, wanted)
                .map(TemplateCandidate::templateId)
                .orElse(0L);
    }

    @ParameterizedTest
    @CsvSource({
        "fr,     0, 11",
        "fr,     1, 21",
        "fr,     2, 31",
        "fr,     3, 41",
        "fr,     4, 0",
        "fr-ca,  0, 11",
        "FR,     0, 11",
        "de,     0, 12",
        "es-419, 0, 12",
        "fil,    0, 12",
        ",       0, 12"
    })
    void takesTheMostSpecificLevelFirst(String language, int levelsGone, long expected) {
        // Given
        List<TemplateCandidate> active = new ArrayList<>(all());
        active.removeIf(candidate -> candidate.templateId() / 10 <= levelsGone);

        // When
        long chosen = chosen(active, wanted(language));

        // Then
        assertThat(chosen).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "11;12;13, fr, 11",
        "12;13, fr, 12",
        "13, fr, 13",
        "11;13, de, 13",
        "11, de, 0",
        "11;12;13, , 12",
        "11, , 0"
    })
    void takesTheLanguageThenEmptyThenNull(String there, String language, long expected) {
        // Given
        List<String> ids = List.of(there.split(";", -1));
        List<TemplateCandidate> active = all().stream()
                .filter(candidate -> ids.contains(String.valueOf(candidate.templateId())))
                .toList();

        // When
        long chosen = chosen(active, wanted(language));

        // Then
        assertThat(chosen).isEqualTo(expected);
    }

    @Test
    void goesToTheNextLevelWhenALevelHasOtherLanguagesOnly() {
        // Given
        List<TemplateCandidate> active =
                List.of(candidate(1, "Org", RUN, "verified", "de"), candidate(2, null, null, "verified", null));

        // When
        long chosen = chosen(active, wanted("fr"));

        // Then
        assertThat(chosen).isEqualTo(2);
    }

    @Test
    void countsSpanishOfLatinAmericaAsSpanish() {
        // Given
        List<TemplateCandidate> active =
                List.of(candidate(1, "Org", null, "verified", "es"), candidate(2, "Org", null, "verified", ""));

        // When
        long chosen = chosen(active, wanted("es-419"));

        // Then
        assertThat(chosen).isEqualTo(1);
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        // Given
        List<TemplateCandidate> shuffled = new ArrayList<>(all());
        Collections.reverse(shuffled);

        // When
        Optional<TemplateCandidate> chosen = TemplateChoice.choose(shuffled, wanted("fr"));

        // Then
        assertThat(chosen).map(TemplateCandidate::templateId).contains(11L);
    }

    @Test
    void findsNothingAmongTemplatesThatCanNeverBeChosen() {
        // Given
        List<TemplateCandidate> active =
                all().stream().filter(candidate -> candidate.templateId() >= 90).toList();

        // When
        long chosen = chosen(active, wanted("fr"));

        // Then
        assertThat(chosen).isZero();
        assertThat(active.stream().filter(candidate -> candidate.scope().unreachable() != null))
                .extracting(TemplateCandidate::templateId)
                .containsExactly(93L, 94L, 95L);
    }
}
