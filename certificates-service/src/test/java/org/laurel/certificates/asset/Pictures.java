package org.laurel.certificates.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Pictures {

    private static final int HEADER = 33;

    private Pictures() {}

    /** A real PNG file. */
    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    /** A real file of a format that Java writes. */
    public static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toByteArray();
    }

    /** The header of a PNG file that claims a size and holds nothing. */
    public static byte[] pngClaiming(int width, int height) {
        byte[] header = Arrays.copyOf(png(1, 1), HEADER);
        ByteBuffer.wrap(header).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(header, 12, 17);
        ByteBuffer.wrap(header).putInt(29, (int) sum.getValue());
        return header;
    }
}
