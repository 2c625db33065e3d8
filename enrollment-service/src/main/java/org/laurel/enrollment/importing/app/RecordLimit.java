package org.laurel.enrollment.importing.app;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.laurel.enrollment.importing.domain.RawRow;

/**
 * Characters of a file whose records may not grow without end, as one does whose quote is never closed: reading fails before
 * whoever takes the records apart has the whole of it in memory. Who reads tells where records begin and may read ahead, so a
 * record of {@link RawRow#LONGEST} characters always passes, and one of two buffers more never does.
 */
final class RecordLimit extends FilterReader {

    /** No less than what is read ahead at once. */
    private static final int BUFFER = 16_384;

    private static final long MOST = RawRow.LONGEST + BUFFER;

    private long taken;

    RecordLimit(Reader text) {
        super(text);
    }

    /** The next record begins. */
    void begin() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int some = super.read(characters, offset, Math.min(length, BUFFER));
        count(some);
        return some;
    }

    private void count(int characters) throws IOException {
        taken += Math.max(characters, 0);
        if (taken > MOST) {
            throw new IOException("a record does not end");
        }
    }
}
