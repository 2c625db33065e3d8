package org.laurel.certificates.legacyimport.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.laurel.kit.problem.ProblemException;

/** The characters of a file in UTF-8, with or without a byte order mark, and the line that one is on. */
final class Utf8Text implements AutoCloseable {

    static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NOTHING_READ = -2;

    private final Reader reader;
    private final long firstLine;
    private long line;
    private int ahead = NOTHING_READ;

    /** @param firstLine the number of the file's first line */
    Utf8Text(InputStream bytes, long firstLine) throws IOException {
        this.reader = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        this.firstLine = firstLine;
        this.line = firstLine;
        if (peek() == BYTE_ORDER_MARK) {
            ahead = NOTHING_READ;
        }
    }

    /** The line of the next character. */
    long line() {
        return line;
    }

    /** The next character, {@link #END} at the end of the file; it stays the next one. */
    int peek() throws IOException {
        if (ahead == NOTHING_READ) {
            ahead = readOne();
        }
        return ahead;
    }

    /** The next character; CR LF counts as one LF. */
    int read() throws IOException {
        int character = peek();
        ahead = NOTHING_READ;
        if (character == '\r' && peek() == '\n') {
            ahead = NOTHING_READ;
            character = '\n';
        }
        if (character == '\n') {
            line++;
        }
        return character;
    }

    private int readOne() throws IOException {
        try {
            return reader.read();
        } catch (CharacterCodingException malformed) {
            throw ProblemException.badRequest(
                    "not_utf8",
                    "The file is not in UTF-8, as seen at or after line " + Math.max(line, firstLine)
                            + ". Convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8.");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
