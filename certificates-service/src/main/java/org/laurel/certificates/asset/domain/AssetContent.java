package org.laurel.certificates.asset.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what a file is by its bytes: a name or a declared media type proves nothing. Style sheets have no signature; they
 * must be called {@code .css}, be UTF-8 text and hold nothing that begins like a tag.
 */
public final class AssetContent {

    /** A picture may have this many pixels, an A4 page at 300 dots per inch has 8.7 million. Unpacked, each takes 4 bytes. */
    public static final long MOST_PIXELS = 10_000_000;

    private static final Pattern TAG = Pattern.compile("<[A-Za-z!/?]");
    private static final String REFUSED = "The file is none of the types that are allowed: " + AssetType.names()
            + " (CSS must be UTF-8 text without tags, in a file called .css).";

    private AssetContent() {}

    /** Looks at a file. */
    public static Inspection inspect(byte[] content, String fileName) {
        Optional<AssetType> type = signature(content).or(() -> styleSheet(content, fileName));
        if (type.isEmpty()) {
            return new Inspection.Refused(REFUSED);
        }
        if (type.get().isPicture()) {
            long pixels = PictureSize.pixels(type.get(), content);
            if (pixels <= 0 || pixels > MOST_PIXELS) {
                return new Inspection.Refused(
                        "The picture's size cannot be read or is above " + MOST_PIXELS + " pixels, width by height.");
            }
        }
        return new Inspection.Accepted(type.get());
    }

    private static Optional<AssetType> signature(byte[] content) {
        if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(AssetType.PNG);
        }
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(AssetType.JPEG);
        }
        if (begins(content, 0, "GIF87a") || begins(content, 0, "GIF89a")) {
            return Optional.of(AssetType.GIF);
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return Optional.of(AssetType.WEBP);
        }
        if (begins(content, 0, "\u0000\u0001\u0000\u0000") || begins(content, 0, "true")) {
            return Optional.of(AssetType.TTF);
        }
        if (begins(content, 0, "OTTO")) {
            return Optional.of(AssetType.OTF);
        }
        return begins(content, 0, "wOF2") ? Optional.of(AssetType.WOFF2) : Optional.empty();
    }

    private static Optional<AssetType> styleSheet(byte[] content, String fileName) {
        String text = new String(content, StandardCharsets.UTF_8);
        boolean plain = text.chars().allMatch(c -> (c >= ' ' && c != '\ufffd') || c == '\n' || c == '\r' || c == '\t');
        return plain
                        && !text.isBlank()
                        && fileName.toLowerCase(Locale.ROOT).endsWith(".css")
                        && !TAG.matcher(text).find()
                ? Optional.of(AssetType.CSS)
                : Optional.empty();
    }

    /** Each character of the signature stands for one byte. */
    private static boolean begins(byte[] content, int at, String signature) {
        if (content.length < at + signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((content[at + i] & 0xff) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
