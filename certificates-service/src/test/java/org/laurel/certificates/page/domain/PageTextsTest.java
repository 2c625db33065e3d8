package org.laurel.certificates.page.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextsTest {

    private static final String ORIGIN = "https://learn.example.org";

    @Test
    void laterLayersWinAndNothingSaidLeavesWhatIsBelow() {
        // Given
        PageTexts texts = new PageTexts(ORIGIN)
                .with("a", "1")
                .with("b", "1")
                .withAll(Map.of("b", "2", "c", "2"))
                .with("c", null);

        // When
        Map<String, String> merged = texts.merged();

        // Then
        assertThat(merged).containsOnly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c", "2"));
    }

    @Test
    void numbersAreTextsNullTakesAwayAndWhatIsNoTextIsSkipped() {
        // Given
        Map<String, @Nullable Object> section = new HashMap<>(Map.of("year", 2026, "yes", true, "list", List.of("x")));
        section.put("gone", null);

        // When
        Map<String, String> merged =
                new PageTexts(ORIGIN).with("gone", "1").withAll(section).merged();

        // Then
        assertThat(merged).containsOnly(Map.entry("year", "2026"), Map.entry("yes", "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//elsewhere.example.org", "https://x\" onclick=\"y"})
    void anAddressThatAPageMustNotLinkToLeavesTheOneBelow(String address) {
        Map<String, String> merged = new PageTexts(ORIGIN)
                .with("logo_url", "https://below.example.org/")
                .with("logo_src", "/static/below.png")
                .withAll(Map.of("logo_url", address, "logo_src", address, "note", address))
                .merged();

        assertThat(merged)
                .containsEntry("logo_url", "https://below.example.org/")
                .containsEntry("logo_src", "/static/below.png")
                .containsEntry("note", address);
    }

    @Test
    void linksLeadToTheDeploymentFromEverywhereAndAnEmptyOneLeadsNowhere() {
        Map<String, String> merged = new PageTexts(ORIGIN)
                .with("company_about_url", "/about")
                .with("company_tos_url", "https://terms.example.org/")
                .withAll(Map.of("company_tos_url", ""))
                .merged();

        assertThat(merged)
                .containsEntry("company_about_url", "https://learn.example.org/about")
                .containsEntry("company_tos_url", "");
    }
}
