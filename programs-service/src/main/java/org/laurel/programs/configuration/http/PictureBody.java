package org.laurel.programs.configuration.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.configuration.domain.Picture;
import org.laurel.programs.configuration.domain.PictureType;

/** Looks at the bytes of an uploaded signature; what the request says of them proves nothing. */
final class PictureBody {

    /** 250 KiB. Source: programs, credential entities. */
    static final int LARGEST = 250 * 1024;

    /** Unpacked, each pixel takes four bytes in every browser that shows the page. */
    private static final long MOST_PIXELS = 4_000_000;

    private PictureBody() {}

    /**
     * The picture.
     *
     * @throws ProblemException 400 without content, 413 when it is too large, 415 when it is no picture that is allowed
     */
    static Picture read(byte[] content) {
        if (content.length == 0) {
            throw ProblemException.badRequest("picture_missing", "The body is the picture's bytes.");
        }
        if (content.length > LARGEST) {
            throw new ProblemException(Problem.of(
                    413,
                    "picture_too_large",
                    "The picture has " + content.length + " bytes; at most " + LARGEST + " (250 KiB) are allowed."));
        }
        PictureType type = PictureType.of(content)
                .filter(known -> isReadable(content))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        415,
                        "picture_type_not_allowed",
                        "The picture is a PNG or a JPEG of at most " + MOST_PIXELS + " pixels, width by height.")));
        return new Picture(sha256(content), type);
    }

    private static boolean isReadable(byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            return pixels > 0 && pixels <= MOST_PIXELS;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
