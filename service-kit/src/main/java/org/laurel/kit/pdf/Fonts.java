package org.laurel.kit.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The DejaVu fonts, embedded as far as a document uses them. They cover Latin, Greek, Cyrillic, Hebrew and Arabic; what no
 * font has is printed as {@link #MISSING}.
 */
final class Fonts {

    /** Stands for a character that no font has, so that a reader sees that something is missing. */
    static final String MISSING = "\u25a1";

    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";
    private static final Set<FSFontUseCase> FALLBACK = EnumSet.of(FSFontUseCase.FALLBACK_PRE);
    private static final Set<FSFontUseCase> DOCUMENT = EnumSet.of(FSFontUseCase.DOCUMENT);
    private static final List<Font> ALL = List.of(
            Font.of("DejaVuSans.ttf", "DejaVu Sans", 400, FontStyle.NORMAL),
            Font.of("DejaVuSans-Bold.ttf", "DejaVu Sans", 700, FontStyle.NORMAL),
            Font.of("DejaVuSans-Oblique.ttf", "DejaVu Sans", 400, FontStyle.ITALIC),
            Font.of("DejaVuSans-BoldOblique.ttf", "DejaVu Sans", 700, FontStyle.ITALIC),
            Font.of("DejaVuSerif.ttf", "DejaVu Serif", 400, FontStyle.NORMAL),
            Font.of("DejaVuSerif-Bold.ttf", "DejaVu Serif", 700, FontStyle.NORMAL),
            Font.of("DejaVuSerif-Italic.ttf", "DejaVu Serif", 400, FontStyle.ITALIC),
            Font.of("DejaVuSerif-BoldItalic.ttf", "DejaVu Serif", 700, FontStyle.ITALIC),
            Font.of("DejaVuSansMono.ttf", "DejaVu Sans Mono", 400, FontStyle.NORMAL));

    private Fonts() {}

    private record Font(byte[] content, String family, int weight, FontStyle style) {

        static Font of(String file, String family, int weight, FontStyle style) {
            try (InputStream font = Fonts.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
                if (font == null) {
                    throw new IllegalStateException("no font " + file + " on the class path");
                }
                return new Font(font.readAllBytes(), family, weight, style);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The names that templates call the font by: its own, CSS's general one, and those that PDF readers bring along. */
        List<String> names() {
            return switch (family) {
                case "DejaVu Serif" -> List.of(family, "serif", "Times", "Times New Roman", "TimesRoman");
                case "DejaVu Sans Mono" -> List.of(family, "monospace", "Courier", "Courier New");
                default -> List.of(family, "sans-serif", "Helvetica", "Arial");
            };
        }
    }

    /** The bytes of the plain font, for whoever asks for any. */
    static byte[] plain() {
        return ALL.getFirst().content();
    }

    /** Offers the fonts under all their names. */
    static void offer(PdfRendererBuilder builder) {
        for (Font font : ALL) {
            for (String family : font.names()) {
                offer(builder, font, family, DOCUMENT);
            }
            if (font.family().equals("DejaVu Sans") && font.style() == FontStyle.NORMAL) {
                offer(builder, font, "fallback", FALLBACK);
            }
        }
    }

    private static void offer(PdfRendererBuilder builder, Font font, String family, Set<FSFontUseCase> use) {
        builder.useFont(() -> new ByteArrayInputStream(font.content()), family, font.weight(), font.style(), true, use);
    }
}
