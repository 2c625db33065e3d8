package org.laurel.certificates.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** What staff tell of a course run's language and effort, and what certificates make of it. Source: section 7.7. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseLanguageTest {

    private final List<String> templates = new ArrayList<>();
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.certificates");
    }

    @AfterEach
    void restore() {
        templates.forEach(Pages::deleteTemplate);
        Pages.policy("custom_templates_enabled", false);
        probe.close();
    }

    /** Scenario 64. */
    @Test
    void theMostSpecificLevelDecidesAndInItTheLanguageThenAllLanguagesThenNone() {
        // Given
        Story story = new Story("levels");
        Pages.tell(probe, story);
        Pages.policy("custom_templates_enabled", true);
        Pages.settings(story, Map.of("language", "fr", "language_specific_templates_enabled", true));
        List<Map<String, @Nullable String>> levels = List.of(
                scope(null, null, "masters"),
                scope("Org", null, null),
                scope("Org", null, "masters"),
                scope("Org", story.course(), "masters"));

        for (Map<String, @Nullable String> level : levels) {
            for (String language : List.of("null", "", "fr")) {
                // When
                String name = "level " + levels.indexOf(level) + " language " + language + ".";
                template(level, language.equals("null") ? null : language, name);

                // Then
                Pages.preview(story.course(), "masters").body(containsString(name));
            }
        }
        template(levels.getLast(), "de", "never");
        Pages.preview(story.course(), "masters").body(containsString("level 3 language fr."));
        Pages.settings(story, Map.of("language_specific_templates_enabled", false));
        Pages.preview(story.course(), "masters").body(containsString("level 3 language ."));
        Pages.preview(story.course(), "verified").body(containsString("level 1 language ."));
    }

    @Test
    void aTemplateWithALanguageSpeaksItAndAnotherTheReaders() {
        // Given
        Story bound = new Story("bound-language");
        Story free = new Story("free-language");
        Pages.policy("custom_templates_enabled", true);
        for (Story story : List.of(bound, free)) {
            Pages.tell(probe, story);
            Pages.settings(story, Map.of("language", "es-419", "language_specific_templates_enabled", true));
        }
        template(scope("Org", bound.course(), "verified"), "es", "{labels.heading} {issue_date_text}");
        template(scope("Org", free.course(), "verified"), "", "{labels.heading} {issue_date_text}");

        // When
        Pages.grant(probe, bound);
        Pages.grant(probe, free);

        // Then
        assertThat(Pages.page(bound, "fr")).contains("lang=\"es\"", "Certificado 3 de febrero de 2026");
        assertThat(Pages.page(free, "fr")).contains("lang=\"fr\"", "Certificat 3 février 2026");
        assertThat(Pages.page(free, "ja")).contains("lang=\"en\"", "Certificate February 3, 2026");
    }

    @Test
    void hoursOfEffortAreWeeksTimesHoursWhereTheCourseRunWantsThemSaid() {
        // Given
        Story before = new Story("effort-before", "effort");
        Story later = new Story("effort-later", "effort");
        Pages.grant(probe, before);
        Pages.settings(before, Map.of("weeks_to_complete", 6, "max_effort", 7));
        Pages.preview(before.course(), "verified").body(not(containsString("Hours of effort")));

        // When
        Pages.settings(before, Map.of("include_hours_of_effort", true));
        Pages.grant(probe, later);

        // Then
        assertThat(Pages.page(later)).contains("<dt>Hours of effort</dt><dd>42</dd>");
        assertThat(Pages.page(before)).as("issued before").doesNotContain("Hours of effort");
        Pages.regenerate(before);
        assertThat(Pages.page(before)).contains("<dd>42</dd>");

        // When
        Map<String, @Nullable Object> cleared = new HashMap<>();
        cleared.put("max_effort", null);
        Pages.settings(before, cleared);

        // Then
        Pages.preview(before.course(), "verified").body(not(containsString("Hours of effort")));
        Pages.staff()
                .get(Pages.API + "/course-runs/" + before.course() + "/settings")
                .then()
                .body("weeks_to_complete", equalTo(6), "max_effort", nullValue(), "language", nullValue());
    }

    private void template(Map<String, @Nullable String> scope, @Nullable String language, String text) {
        Map<String, @Nullable String> whole = new HashMap<>(scope);
        whole.put("language", language);
        templates.add(Pages.template(whole, "<p>" + text + "</p>"));
    }

    private static Map<String, @Nullable String> scope(
            @Nullable String organization, @Nullable String course, @Nullable String mode) {
        Map<String, @Nullable String> scope = new HashMap<>();
        scope.put("organization", organization);
        scope.put("course_key", course);
        scope.put("mode", mode);
        return scope;
    }
}
