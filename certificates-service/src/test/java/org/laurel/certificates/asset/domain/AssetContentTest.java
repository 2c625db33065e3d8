package org.laurel.certificates.asset.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.asset.Pictures;

class AssetContentTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void tellsPicturesByTheirBytes(String format, AssetType expected) {
        // When
        Inspection inspection = AssetContent.inspect(Pictures.picture(format, 20, 10), "picture.css");

        // Then
        assertThat(inspection).isEqualTo(new Inspection.Accepted(expected));
    }

    @Test
    void tellsFonts() throws Exception {
        try (InputStream font = Objects.requireNonNull(
                getClass().getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"))) {
            assertThat(AssetContent.inspect(font.readAllBytes(), "x"))
                    .isEqualTo(new Inspection.Accepted(AssetType.TTF));
        }
        assertThat(AssetContent.inspect(bytes("OTTO...."), "x")).isEqualTo(new Inspection.Accepted(AssetType.OTF));
        assertThat(AssetContent.inspect(bytes("wOF2...."), "x")).isEqualTo(new Inspection.Accepted(AssetType.WOFF2));
    }

    @ParameterizedTest
    @CsvSource({"'VP8X', 24", "'VP8L', 20", "'VP8 ', 26"})
    void readsTheSizeOfEveryKindOfWebp(String kind, int at) {
        // Given
        byte[] small = Arrays.copyOf(bytes("RIFF....WEBP" + kind), 40);
        if (kind.equals("VP8 ")) {
            small[26] = 1;
            small[28] = 1;
        }
        byte[] large = small.clone();
        Arrays.fill(large, at, at + 6, (byte) 0xff);

        // When
        Inspection accepted = AssetContent.inspect(small, "x");
        Inspection refused = AssetContent.inspect(large, "x");

        // Then
        assertThat(accepted).isEqualTo(new Inspection.Accepted(AssetType.WEBP));
        assertThat(refused).isInstanceOf(Inspection.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p { color: red }", "@media (width < 600px) { p > a { color: red } }", "/* ż */"})
    void takesStyleSheets(String css) {
        assertThat(AssetContent.inspect(css.getBytes(StandardCharsets.UTF_8), "Style.CSS"))
                .isEqualTo(new Inspection.Accepted(AssetType.CSS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?><svg/>",
                "<script>alert(1)</script>",
                "p{} </style><script>",
                "<!-- x -->",
                "%PDF-1.7\n%\u00e2\u00e3",
                "MZ\u0000",
                "p { }\u0000",
                "",
                " ",
                "\u00ff\u00fe",
                "\u0089PNG\r\n\u001a\n",
                "GIF89a",
                "\u00ff\u00d8\u00ff",
                "RIFF....WEBP"
            })
    void refusesEverythingElse(String content) {
        // When
        Inspection inspection = AssetContent.inspect(bytes(content), "style.css");

        // Then
        assertThat(inspection).isInstanceOf(Inspection.Refused.class);
    }

    @Test
    void refusesStyleSheetsUnderOtherNames() {
        // When
        Inspection inspection = AssetContent.inspect(bytes("p { color: red }"), "style.png");

        // Then
        assertThat(inspection)
                .isInstanceOfSatisfying(
                        Inspection.Refused.class,
                        refused -> assertThat(refused.reason()).contains("PNG, JPEG, GIF, WEBP, CSS, TTF, OTF, WOFF2"));
    }

    @Test
    void refusesPicturesThatUnpackTooLarge() {
        assertThat(AssetContent.inspect(Pictures.pngClaiming(5_000, 2_000), "x"))
                .isInstanceOf(Inspection.Accepted.class);
        assertThat(AssetContent.inspect(Pictures.pngClaiming(5_001, 2_000), "x"))
                .isInstanceOf(Inspection.Refused.class);
        assertThat(AssetContent.inspect(Pictures.pngClaiming(-1, -1), "x")).isInstanceOf(Inspection.Refused.class);
    }
}
