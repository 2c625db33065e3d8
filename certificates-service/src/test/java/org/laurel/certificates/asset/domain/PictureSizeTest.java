package org.laurel.certificates.asset.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes read from headers, bit by bit. */
class PictureSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // start, a segment before, fill bytes, frame header with height 3 and width 258
                "ffd8 ffc0 0011 08 0003 0102 0300                      | 774",
                "ffd8 ffe0 0004 aaaa ffc0 0011 08 0003 0102 0300       | 774",
                "ffd8 ffe0 0002 ffc2 0011 08 0003 0102 0300            | 774",
                "ffd8 ffff ffcf 0011 08 0003 0102 0300                 | 774",
                "ffd8 ffc4 0004 aaaa ffc1 0011 08 0003 0102 0300       | 774",
                "ffd8 ffc8 0004 aaaa ffc1 0011 08 0003 0102 0300       | 774",
                "ffd8 ffcc 0004 aaaa ffc1 0011 08 0003 0102 0300       | 774",
                "ffd8 ffd0 0004 aaaa ffc1 0011 08 0003 0102 0300       | 774",
                "ffd8 ffe0 0001 ffc0 0011 08 0003 0102 0300            | 0",
                "ffd8 00c0 0011 08 0003 0102 0300                      | 0",
                "ffd8 ffc0 0011 08 0003 0102                           | 0",
                "ffd8 ffc0 0011 08 0000 0102 0300                      | 0",
                "ffd8 ffc0 0011 08 0003 0000 0300                      | 0",
                "ffd8 ffc0 0011 08 0001 0001 0300                      | 1",
            })
    void jpeg(String header, long pixels) {
        byte[] content = HexFormat.of().parseHex(header.replace(" ", ""));

        assertThat(PictureSize.pixels(AssetType.JPEG, content)).isEqualTo(pixels);
    }

    @Test
    void webpExtended() {
        byte[] content = webp('X');
        put(content, 24, 0x01, 0x02, 0x00, 0x02, 0x00, 0x00);

        assertThat(PictureSize.pixels(AssetType.WEBP, content)).isEqualTo(514L * 3);
    }

    @Test
    void webpLossless() {
        // Given: fourteen bits of width - 1, fourteen of height - 1, four bits of something else
        int bits = 299 | 399 << 14 | 0xb << 28;
        byte[] content = webp('L');

        // When
        put(content, 21, bits & 0xff, bits >> 8 & 0xff, bits >> 16 & 0xff, bits >>> 24);

        // Then
        assertThat(PictureSize.pixels(AssetType.WEBP, content)).isEqualTo(300L * 400);
    }

    @Test
    void webpLossyWithoutItsBitsOfScaling() {
        byte[] content = webp(' ');
        put(content, 26, 0x2c, 0xc1, 0x90, 0x41);

        assertThat(PictureSize.pixels(AssetType.WEBP, content)).isEqualTo(300L * 400);
    }

    @Test
    void aWebpOfAnotherKindOrCutShortHasNoSize() {
        assertThat(PictureSize.pixels(AssetType.WEBP, webp('Z'))).isZero();
        assertThat(PictureSize.pixels(AssetType.WEBP, Arrays.copyOf(webp('X'), 15)))
                .isZero();
        assertThat(PictureSize.pixels(AssetType.WEBP, Arrays.copyOf(webp('L'), 16)))
                .isEqualTo(1);
    }

    @Test
    void pngAndGif() {
        byte[] png = new byte[24];
        put(png, 16, 0, 1, 2, 3, 0, 0, 0, 2);
        byte[] gif = new byte[10];
        put(gif, 6, 3, 2, 1, 0);

        assertThat(PictureSize.pixels(AssetType.PNG, png)).isEqualTo(0x010203L * 2);
        assertThat(PictureSize.pixels(AssetType.PNG, Arrays.copyOf(png, 23))).isZero();
        assertThat(PictureSize.pixels(AssetType.GIF, gif)).isEqualTo(0x0203L);
        assertThat(PictureSize.pixels(AssetType.CSS, png)).isZero();
    }

    private static byte[] webp(char kind) {
        return Arrays.copyOf(("RIFF....WEBPVP8" + kind).getBytes(StandardCharsets.ISO_8859_1), 40);
    }

    private static void put(byte[] content, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            content[at + i] = (byte) values[i];
        }
    }
}
