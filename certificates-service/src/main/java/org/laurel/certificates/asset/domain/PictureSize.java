package org.laurel.certificates.asset.domain;

/** Reads how large a picture unpacks, from its header alone: a small file may claim to be enormous. */
final class PictureSize {

    private PictureSize() {}

    /** Width by height; 0 when the header cannot be read. */
    static long pixels(AssetType type, byte[] content) {
        return switch (type) {
            case PNG -> product(big(content, 16, 4), big(content, 20, 4));
            case GIF -> product(little(content, 6, 2), little(content, 8, 2));
            case JPEG -> jpeg(content);
            case WEBP -> webp(content);
            case CSS, TTF, OTF, WOFF2 -> 0;
        };
    }

    /** Walks over the segments to the frame header, which holds height and width. */
    private static long jpeg(byte[] content) {
        int at = 2;
        while (at + 9 < content.length) {
            if ((content[at] & 0xff) != 0xff) {
                return 0;
            }
            int marker = content[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return product(big(content, at + 7, 2), big(content, at + 5, 2));
            }
            long length = big(content, at + 2, 2);
            if (length < 2) {
                return 0;
            }
            at += 2 + (int) length;
        }
        return 0;
    }

    /** The three kinds of WebP: extended, lossless, lossy. */
    private static long webp(byte[] content) {
        return switch (content.length > 15 ? content[15] : 0) {
            case 'X' -> product(little(content, 24, 3) + 1, little(content, 27, 3) + 1);
            case 'L' -> {
                long bits = little(content, 21, 4);
                yield product((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
            }
            case ' ' -> product(little(content, 26, 2) & 0x3fff, little(content, 28, 2) & 0x3fff);
            default -> 0;
        };
    }

    private static long product(long width, long height) {
        return width <= 0 || height <= 0 ? 0 : width * height;
    }

    private static long big(byte[] content, int at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | (at + i < content.length ? content[at + i] & 0xff : 0);
        }
        return value;
    }

    private static long little(byte[] content, int at, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | (at + i < content.length ? content[at + i] & 0xff : 0);
        }
        return value;
    }
}
