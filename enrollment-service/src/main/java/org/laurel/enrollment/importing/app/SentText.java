package org.laurel.enrollment.importing.app;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.laurel.kit.problem.ProblemException;

/** The characters of a file in UTF-8, with or without a byte order mark. */
public final class SentText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private SentText() {}

    /** Opens a file; reading bytes that are no UTF-8 fails, see {@link #problem}. */
    public static BufferedReader open(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        try {
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (CharacterCodingException malformed) {
            throw problem(malformed, 1);
        }
        return reader;
    }

    /** What to tell the sender of a file that cannot be read further. */
    static ProblemException problem(IOException failure, long line) {
        return switch (failure) {
            case CharacterCodingException malformed ->
                ProblemException.badRequest(
                        "not_utf8",
                        "The file is not in UTF-8, as seen at or after line " + line
                                + ". Convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8.");
            case ZipException damaged -> ProblemException.badRequest("not_a_zip", "The zip file is damaged.");
            case EOFException cut -> ProblemException.badRequest("not_a_zip", "The zip file is cut off.");
            default ->
                ProblemException.badRequest(
                        "unclosed_quote",
                        "The row at line " + line + " does not end within 65,536 characters; a quote is probably not"
                                + " closed. Double the quotes inside quoted fields.");
        };
    }
}
