package org.laurel.certificates.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** Whose texts a page and a file show: the deployment's, the mode's, the site's, the course run's; later ones win. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PageLayersTest {

    private static final Map<String, Map<String, String>> BY_MODE = Map.of(
            "default",
            Map.of(
                    "platform_name",
                    "Platform of all modes",
                    "certificate_title",
                    "Title of all modes",
                    "certificate_type",
                    "Type of all modes",
                    "company_about_url",
                    "https://about.example.org/all-modes",
                    "company_privacy_url",
                    "https://privacy.example.org/all-modes"),
            "verified",
            Map.of("certificate_title", "Title of the mode", "certificate_type", "Type of the mode"));
    private static final Map<String, String> OF_THE_COURSE_RUN = Map.of(
            "certificate_type",
            "Type of the course run",
            "company_privacy_url",
            "https://privacy.example.org/course-run");
    private static final Map<String, Object> SITE = Map.of(
            "platform_name",
            "Platform of the site",
            "about_url",
            "/about-the-site",
            "logo_image_url",
            "/static/site-logo.png",
            "logo_link_url",
            "https://site.example.org/",
            "privacy_url",
            "https://privacy.example.org/site");
    private KafkaProbe probe;

    @BeforeEach
    void forgetTextsOfOthers() {
        probe = KafkaProbe.fromNow("laurel.certificates");
        Pages.forgetTexts();
    }

    @AfterEach
    void restore() {
        Pages.forgetTexts();
        probe.close();
    }

    @Test
    void thePageTakesEachTextFromTheLastLayerThatHasIt() {
        // Given
        Story story = new Story("layers");
        Pages.tell(probe, story);
        Pages.configure(story, "Layered", "Grace Hopper", true, OF_THE_COURSE_RUN);
        Pages.site(SITE);
        Pages.texts(BY_MODE);

        // When
        Pages.grant(probe, story);
        String page = Pages.page(story);

        // Then
        assertThat(page)
                .contains("<strong>Platform of all modes</strong>", "<h1>Title of the mode</h1>")
                .contains("<p class=\"mode\">Type of the course run</p>", "No. Layered · a course offered by")
                .contains("/about-the-site\"", "src=\"/static/site-logo.png\"", "href=\"https://site.example.org/\"")
                .contains("href=\"https://privacy.example.org/course-run\"")
                .contains("done in its verified track")
                .doesNotContain("Platform of the site", "Title of all modes", "Type of the mode", "all-modes")
                .doesNotContain("privacy.example.org/site");
    }

    @Test
    void withoutAnyTextsThePageSaysWhatTheCourseRunAndItsKeySay() {
        Story story = new Story("layerless");

        Pages.grant(probe, story, "honor");

        assertThat(Pages.page(story))
                .contains("<h1>Certificate</h1>", "layerless · a course offered by Org", "under its honor code")
                .contains("<strong>Org</strong>")
                .doesNotContain("<img", "Privacy policy", "Terms of service");
    }

    @Test
    void theFileSaysTheSameAndIsMadeThoughPicturesAreElsewhere() throws IOException {
        // Given
        Story story = new Story("layered-file");
        Pages.tell(probe, story);
        Pages.files(story);
        Pages.configure(
                story,
                Map.of(
                        "certificates",
                        List.of(Map.of(
                                "name",
                                "Text",
                                "course_title",
                                "Layered file",
                                "is_active",
                                true,
                                "signatories",
                                List.of(Map.of("name", "Grace Hopper", "signature_image_path", "/static/hopper.png")))),
                        "display_coursenumber",
                        "LF 1",
                        "cert_html_view_overrides",
                        OF_THE_COURSE_RUN));
        Pages.site(SITE);
        Pages.texts(BY_MODE);

        // When
        Pages.grant(probe, story);

        // Then
        String url = "select download_url from certificate where learner_id = ?";
        await().until(() -> !"".equals(Database.current().value(url, story.learnerId())));
        byte[] file = given().get(Objects.requireNonNull(Database.current().value(url, story.learnerId())))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(file))
                .contains("Title of the mode", "Type of the course run", "Layered file", "LF 1 · a course offered by")
                .contains("Platform of all modes", "Grace Hopper", "done in its verified track", "Privacy policy")
                .doesNotContain("Title of all modes", "Platform of the site");
    }

    @Test
    void theStandardPageSpeaksTheReadersLanguageWhereThereAreTextsInIt() {
        Story story = new Story("languages");

        Pages.grant(probe, story);

        assertThat(Pages.page(story, "fr-CA, en;q=0.5"))
                .contains("<html lang=\"fr\"", "Nous certifions que", "3 février 2026", "parcours vérifié");
        assertThat(Pages.page(story, "ja"))
                .contains("<html lang=\"en\"", "This is to certify that", "February 3, 2026");
        assertThat(Pages.page(story, ";;;")).contains("<html lang=\"en\"");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
