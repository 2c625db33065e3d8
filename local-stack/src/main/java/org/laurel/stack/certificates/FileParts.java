package org.laurel.stack.certificates;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;

/**
 * Cuts a file of rows into parts of whole rows. Rows of CSV end where the service sees their ends: a quote opens a quoted field
 * only where the field begins, and a line break inside of one ends no row.
 */
final class FileParts {
    private static final int ENOUGH = 8 * 1024 * 1024;

    /** A little less than the service takes in one request by default. */
    private static final int MOST = 14 * 1024 * 1024;

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final BufferedInputStream bytes;
    private final boolean csv;
    private final int enough;
    private final int most;
    private long line = 1;
    private long sent;

    FileParts(InputStream bytes, boolean csv) {
        this(bytes, csv, ENOUGH, MOST);
    }

    /**
     * Cuts otherwise.
     *
     * @param enough bytes after which a part ends with the next row
     * @param most bytes that no part exceeds
     */
    FileParts(InputStream bytes, boolean csv, int enough, int most) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
        this.csv = csv;
        this.enough = enough;
        this.most = most;
    }

    /**
     * A part.
     *
     * @param firstLine the line of the file on which it begins
     * @param sent bytes up to its end
     */
    record Part(byte[] bytes, long firstLine, long sent) {}

    /**
     * The next part, null at the end.
     *
     * @throws StackFailure when a row makes the part larger than the service takes
     */
    @Nullable Part next() throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        Field field = new Field();
        long first = line;
        long row = line;
        for (int one = bytes.read(); one >= 0; one = bytes.read()) {
            if (part.size() == most) {
                throw tooLong(row);
            }
            part.write(one);
            if (csv && !isByteOrderMark(one, sent + part.size())) {
                field.take(one, one == '"' ? peek() : one);
            }
            if (one == '\n') {
                line++;
                if (!field.quoted) {
                    row = line;
                    if (part.size() >= enough) {
                        break;
                    }
                }
            }
        }
        sent += part.size();
        return part.size() == 0 ? null : new Part(part.toByteArray(), first, sent);
    }

    /** The field of a CSV row that is being read. */
    private static final class Field {
        private boolean quoted;
        private boolean empty = true;
        private boolean doubled;

        void take(int one, int next) {
            if (doubled) {
                doubled = false;
            } else if (quoted && one == '"') {
                doubled = next == '"';
                quoted = doubled;
                empty = empty && !doubled;
            } else if (!quoted && one == '"' && empty) {
                quoted = true;
            } else {
                empty = !quoted && (one == ',' || one == '\n');
            }
        }
    }

    private int peek() throws IOException {
        bytes.mark(1);
        int next = bytes.read();
        bytes.reset();
        return next;
    }

    private static boolean isByteOrderMark(int one, long position) {
        return position <= BYTE_ORDER_MARK.length && one == BYTE_ORDER_MARK[(int) position - 1];
    }

    private StackFailure tooLong(long row) {
        return new StackFailure(
                "The row that begins on line " + row + " is too long: no part of an import has more than " + most
                        + " bytes.",
                csv
                        ? "A quote of it is probably not closed. Quotes inside quoted fields are doubled."
                        : "A row is one line, and no certificate takes as much. Look at that line.");
    }
}
