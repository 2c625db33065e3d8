package org.laurel.stack.certificates;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a file of rows into parts of whole rows. A line break inside the quotes of a CSV field ends no row. */
final class FileParts {
    private static final int ENOUGH = 8 * 1024 * 1024;

    private final InputStream bytes;
    private final boolean quotes;
    private final int enough;
    private long line = 1;
    private long sent;

    FileParts(InputStream bytes, boolean quotes) {
        this(bytes, quotes, ENOUGH);
    }

    /** @param enough bytes after which a part ends with the next row */
    FileParts(InputStream bytes, boolean quotes, int enough) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
        this.quotes = quotes;
        this.enough = enough;
    }

    /**
     * A part.
     *
     * @param firstLine the line of the file on which it begins
     * @param sent bytes up to its end
     */
    record Part(byte[] bytes, long firstLine, long sent) {}

    /** The next part, null at the end. */
    @Nullable Part next() throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        long first = line;
        boolean quoted = false;
        for (int one = bytes.read(); one >= 0; one = bytes.read()) {
            part.write(one);
            if (one == '"' && quotes) {
                quoted = !quoted;
            }
            if (one == '\n') {
                line++;
                if (!quoted && part.size() >= enough) {
                    break;
                }
            }
        }
        sent += part.size();
        return part.size() == 0 ? null : new Part(part.toByteArray(), first, sent);
    }
}
