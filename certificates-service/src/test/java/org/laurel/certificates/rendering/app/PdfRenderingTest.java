package org.laurel.certificates.rendering.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurel.certificates.rendering.app.Rendered.document;
import static org.laurel.certificates.rendering.app.Rendered.pages;
import static org.laurel.certificates.rendering.app.Rendered.template;
import static org.laurel.certificates.rendering.app.Rendered.text;
import static org.laurel.certificates.rendering.app.Rendered.version;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.asset.Pictures;

class PdfRenderingTest {

    private final Rendered rendered = new Rendered();

    @Test
    void printsTheStandardLayoutOnOneLandscapePage() throws Exception {
        // When
        byte[] pdf = rendered.pdf(document("Ada Lovelace", "en"), null);

        // Then
        try (PDDocument file = Loader.loadPDF(pdf)) {
            PDRectangle size = file.getPage(0).getMediaBox();
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(size.getWidth()).isBetween(841f, 843f);
            assertThat(size.getHeight()).isBetween(594f, 596f);
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Databases");
        }
        assertThat(text(pdf))
                .contains("Ada Lovelace", "Databases", "Example University", "February 3, 2026", "Jane Roe")
                .contains("https://learn.example.org/certificates/" + "0".repeat(32));
    }

    @Test
    void makesTheSameFileFromTheSameDocument() throws Exception {
        // Given
        byte[] first = rendered.pdf(document("Ada Lovelace", "en"), null);

        // When
        byte[] second = new Rendered().pdf(document("Ada Lovelace", "en"), null);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(rendered.pdf(document("Ada Byron", "en"), null)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serif",
                "sans-serif",
                "monospace",
                "Helvetica",
                "Arial",
                "'Times New Roman'",
                "Courier",
                "Unknown"
            })
    void embedsEveryFont(String family) throws Exception {
        // When
        byte[] pdf = rendered.pdf(
                document("Łukasz Żółć", "en"),
                template("<p style=\"font-family: " + family + "\">{learner_name} <b>b</b> <i>i</i></p>"));

        // Then
        try (PDDocument file = Loader.loadPDF(pdf)) {
            PDPage page = file.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void showsWhereALetterIsMissing() throws Exception {
        // When
        String text = text(rendered.pdf(document("Łukasz Żółć / 日本語 / עברית", "en"), null));

        // Then
        assertThat(text).contains("Łukasz Żółć / □□□ / ").contains("עברית");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b\u0007", "\ud83d", "👩‍🎓 Ada", "محمد علي", "a\u202eb", "\ufffe"})
    void printsAnyName(String name) throws Exception {
        // When
        byte[] pdf = rendered.pdf(document(name, "en"), null);

        // Then
        assertThat(pages(pdf)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "he", "es-419", "fr", "de", "pt-br", "ja", "", "zz", "not a language"})
    void printsInAnyLanguage(String language) throws Exception {
        // When
        byte[] pdf = rendered.pdf(document("Ada Lovelace", language), null);

        // Then
        assertThat(pages(pdf)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "W ", "Wolfeschlegelsteinhausenbergerdorff "})
    void keepsLongNamesOnThePage(String part) throws Exception {
        // Given
        String name = part.repeat(255 / part.length());

        // When
        byte[] pdf = rendered.pdf(document(name, "en"), null);

        // Then
        assertThat(pages(pdf)).isEqualTo(1);
    }

    @Test
    void printsMarkupInANameAsText() throws Exception {
        // When
        String text = text(rendered.pdf(
                document("<script>alert('x')</script> & {learner_name} \"", "en"),
                template("<p title=\"{learner_name}\">{learner_name}</p>")));

        // Then
        assertThat(text).contains("<script>alert('x')</script> & {learner_name} \"");
    }

    @Test
    void printsPicturesOfTheStore() throws Exception {
        // Given
        rendered.add("logo", "image/png", Pictures.png(20, 10));
        rendered.add("style", "text/css", "p.late { display: none }".getBytes(StandardCharsets.UTF_8));

        // When
        byte[] pdf = rendered.pdf(
                document("Ada", "en"),
                version(
                        "<!DOCTYPE html>\n<html><head><link rel=\"stylesheet\" href=\"{asset:url('style')}\"/></head><body>"
                                + "<p class=\"late\">hidden</p><img src=\"{asset:url('logo')}\"/>"
                                + "<img src=\"/certificates/assets/logo\"/><img src=\"{asset:url('unknown')}\"/>"
                                + "<a href=\"https://elsewhere.example.org/\">link&nbsp;there</a></body></html>"));

        // Then
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
        assertThat(text(pdf)).doesNotContain("hidden").contains("link");
    }

    @Test
    void usesFontsOfTheStore() throws Exception {
        // Given
        byte[] font = getClass()
                .getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSansMono-Bold.ttf")
                .readAllBytes();
        rendered.add("own-font", "font/ttf", font);

        // When
        byte[] pdf = rendered.pdf(
                document("Ada", "en"),
                version("<html><head><style>@font-face { font-family: Own; src: url({asset:url('own-font')}); }"
                        + " body { font-family: Own; }</style></head><body>{learner_name}</body></html>"));

        // Then
        try (PDDocument file = Loader.loadPDF(pdf)) {
            PDPage page = file.getPage(0);
            COSName name = page.getResources().getFontNames().iterator().next();
            assertThat(page.getResources().getFont(name).getName()).contains("DejaVuSansMono-Bold");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"file:///etc/passwd\"/>",
                "<img src=\"https://evil.example.org/x.png\"/>",
                "<img src=\"//evil.example.org/x.png\"/>",
                "<img src=\"jar:file:///x.jar!/y.png\"/>",
                "<img src=\"../certificates/assets/logo\"/>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
                "<div style=\"background-image: url(file:///etc/hostname)\">x</div>"
            })
    void refusesToLoadAnythingElse(String body) {
        assertThatThrownBy(() -> rendered.pdf(document("Ada", "en"), template(body)))
                .isInstanceOf(RenderFailure.class)
                .hasMessageContaining("The template asks for ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=\"stylesheet\" href=\"http://evil.example.org/x.css\"/>",
                "<link rel=\"stylesheet\" href=\"data:text/css,p%7B%7D\"/>",
                "<style>@import url(http://evil.example.org/x.css);</style>",
                "<style>@font-face { font-family: F; src: url(file:///etc/f.ttf); } p { font-family: F; }</style>"
            })
    void refusesStylesFromElsewhere(String head) {
        assertThatThrownBy(() -> rendered.pdf(
                        document("Ada", "en"), version("<html><head>" + head + "</head><body><p>x</p></body></html>")))
                .isInstanceOf(RenderFailure.class)
                .hasMessageContaining("The template asks for ");
    }

    @Test
    void refusesPicturesThatClaimToBeEnormous() {
        // Given
        String bomb = Base64.getEncoder().encodeToString(Pictures.pngClaiming(30_000, 30_000));

        // When, Then
        assertThatThrownBy(() -> rendered.pdf(
                        document("Ada", "en"), template("<img src=\"data:image/png;base64," + bomb + "\"/>")))
                .isInstanceOf(RenderFailure.class);
    }

    @Test
    void survivesDamagedFontsAndPictures() throws Exception {
        // Given
        rendered.add("font", "font/ttf", new byte[] {0, 1, 0, 0, 9, 9, 9, 9});
        rendered.add("picture", "image/png", Pictures.pngClaiming(10, 10));
        String text = "<html><head><style>@font-face { font-family: F; src: url({asset:url('font')}); }"
                + " p { font-family: F; }</style></head><body><img src=\"{asset:url('picture')}\"/><p>x</p></body></html>";

        // When
        String outcome;
        try {
            outcome = "pages " + pages(rendered.pdf(document("Ada", "en"), version(text)));
        } catch (RenderFailure failure) {
            outcome = failure.reason();
        }

        // Then
        assertThat(outcome).matches("pages 1|The template cannot be laid out: .*");
    }

    @Test
    void refusesMoreThanFivePages() {
        assertThatThrownBy(() -> rendered.pdf(
                        document("Ada", "en"),
                        template("<div style=\"page-break-after: always\">x</div>".repeat(5) + "y")))
                .isInstanceOf(RenderFailure.class)
                .hasMessage("The template makes 6 pages, at most 5 are taken.");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() ->
                        rendered.pdf(document("Ada", "en"), template("<div>".repeat(5_000) + "</div>".repeat(5_000))))
                .isInstanceOf(RenderFailure.class)
                .hasMessageContaining("levels");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givesUpAfterAWhile() {
        // Given
        Rendered hasty = new Rendered(Duration.ofMillis(1));
        hasty.addEndless("endless");

        // When, Then
        assertThatThrownBy(() -> hasty.pdf(document("Ada", "en"), template("<img src=\"{asset:url('endless')}\"/>")))
                .isInstanceOfSatisfying(
                        RenderFailure.class,
                        failure -> assertThat(failure.isPassing()).isTrue());
    }
}
