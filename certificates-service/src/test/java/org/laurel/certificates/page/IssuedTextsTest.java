package org.laurel.certificates.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** An issued certificate says what it was issued with, whatever course authors and template authors do later. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class IssuedTextsTest {

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.certificates");
    }

    @AfterEach
    void restore() {
        Pages.policy("custom_templates_enabled", false);
        probe.close();
    }

    @Test
    void aFirstConfigurationAfterTheGrantIsForLaterCertificatesOnly() {
        // Given
        Story older = new Story("older-text", "first-text");
        Story later = new Story("later-text", "first-text");
        Pages.grant(probe, older);

        // When
        Pages.configure(older, "Renamed", "Grace Hopper", true, Map.of("certificate_title", "Diploma"));

        // Then
        assertThat(Pages.page(older))
                .contains("Course older-text", "a course offered by Org")
                .doesNotContain("Renamed", "Grace Hopper", "Diploma");
        Pages.grant(probe, later);
        assertThat(Pages.page(later)).contains("Renamed", "Grace Hopper", "University of Renamed", "Diploma");
        Pages.regenerate(older);
        assertThat(Pages.page(older)).contains("Renamed", "Grace Hopper");
    }

    @Test
    void aConfigurationBeforeTheGrantStaysWhenItChangesAfterwards() {
        // Given
        Story story = new Story("kept-text");
        Pages.tell(probe, story);
        Pages.configure(story, "Original", "Ada Lovelace", true, Map.of());
        Pages.grant(probe, story);

        // When
        Pages.configure(story, "Changed", "Grace Hopper", true, Map.of("certificate_title", "Diploma"));

        // Then
        assertThat(Pages.page(story))
                .contains("Original", "Ada Lovelace", "University of Original", "No. Original")
                .doesNotContain("Changed", "Grace Hopper", "Diploma");
    }

    @Test
    void aRequestThatIsRefusedLeavesThePageAsItWas() {
        // Given
        Story story = new Story("refused-text");
        Pages.tell(probe, story);
        Pages.configure(story, "Original", "Ada Lovelace", true, Map.of());
        Pages.grant(probe, story);
        probe.send(story.enrolled("audit", 2, 40));
        await().until(() -> !Database.current()
                .query("select 1 from standing where learner_id = ? and mode = 'audit'", story.learnerId())
                .isEmpty());
        Pages.configure(story, "Changed", "Grace Hopper", true, Map.of());

        // When
        Pages.regenerate(story);

        // Then
        assertThat(Pages.page(story)).contains("Original", "Ada Lovelace").doesNotContain("Changed", "Grace Hopper");
    }

    @Test
    void aTextThatWasInactiveAtTheGrantNeverShows() {
        // Given
        Story story = new Story("inactive-text");
        Pages.tell(probe, story);
        Pages.configure(story, "Draft", "Nobody Yet", false, Map.of("certificate_title", "Diploma"));
        Pages.grant(probe, story);
        assertThat(Database.current()
                        .query(
                                "select 1 from certificate where learner_id = ? and configuration_version is null",
                                story.learnerId()))
                .hasSize(1);

        // When
        Pages.configure(story, "Ready", "Grace Hopper", true, Map.of());

        // Then
        assertThat(Pages.page(story))
                .contains("Course inactive-text")
                .doesNotContain("Draft", "Nobody Yet", "Diploma", "Ready", "Grace Hopper");
        Database.current()
                .execute("update certificate set configuration_version = 1 where learner_id = ?", story.learnerId());
        assertThat(Pages.page(story))
                .as("a row that another release has written")
                .contains("Course inactive-text")
                .doesNotContain("Draft", "Nobody Yet", "Diploma", "Ready");
    }

    @Test
    void theVersionOfTheTemplateStaysUntilTheCertificateIsMadeAnew() {
        // Given
        Story story = new Story("template-text");
        Pages.policy("custom_templates_enabled", true);
        Map<String, String> scope = Map.of("organization", "Org", "mode", "verified", "course_key", story.course());
        String template = Pages.template(scope, "<p>First text for {learner_name}</p>");
        Pages.grant(probe, story);
        assertThat(Pages.page(story)).contains("First text for Ada template-text");

        // When
        Pages.changeTemplate(template, scope, "<p>Second text for {learner_name}</p>");

        // Then
        assertThat(Pages.page(story)).contains("First text for").doesNotContain("Second");
        Pages.regenerate(story);
        assertThat(Pages.page(story)).contains("Second text for").doesNotContain("First");

        // When
        Pages.deleteTemplate(template);

        // Then
        assertThat(Pages.page(story)).contains("Second text for");
        Pages.regenerate(story);
        assertThat(Pages.page(story)).contains("Course template-text").doesNotContain("Second text");
    }

    @Test
    void textsOfAuthorsAreTextAndNeverMarkup() {
        // Given
        Story story = new Story("scripted-text");
        String script = "<script>alert(1)</script>";
        Pages.tell(probe, story);
        Pages.configure(
                story,
                Map.of(
                        "certificates",
                        List.of(Map.of(
                                "name",
                                script,
                                "course_title",
                                "Title" + script,
                                "is_active",
                                true,
                                "signatories",
                                List.of(Map.of(
                                        "name", "Name" + script, "title", script, "organization", "Firm" + script)))),
                        "display_organization",
                        "Organization" + script,
                        "display_coursenumber",
                        "Number" + script,
                        "cert_html_view_overrides",
                        Map.of(
                                "certificate_title",
                                "Heading" + script,
                                "logo_url",
                                "javascript:alert(1)",
                                "logo_src",
                                "https://x.example.org/\"onerror=\"alert(1)",
                                "company_about_url",
                                "data:text/html,x")));
        Pages.texts(Map.of(
                "default",
                Map.of("platform_name", "Platform" + script, "company_tos_url", "javascript:alert(2)"),
                "verified",
                Map.of("certificate_type_description", "Description" + script)));

        // When
        Pages.grant(probe, story);
        String page = Pages.page(story);
        Pages.forgetTexts();

        // Then
        assertThat(page)
                .doesNotContain("<script", "javascript:", "onerror", "data:text")
                .contains("Title&lt;script&gt;", "Name&lt;script&gt;", "Firm&lt;script&gt;")
                .contains("Organization&lt;script&gt;", "Number&lt;script&gt;", "Heading&lt;script&gt;")
                .contains("Platform&lt;script&gt;", "Description&lt;script&gt;");
    }
}
