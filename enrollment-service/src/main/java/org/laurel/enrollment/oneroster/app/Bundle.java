package org.laurel.enrollment.oneroster.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.laurel.enrollment.importing.app.CsvRows;
import org.laurel.enrollment.importing.app.SentText;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/**
 * A zip file with the files of a bundle, read in place: nothing is unpacked to disk and no name in it is ever used as a path.
 * What is read of it counts against a limit, so that a small file cannot grow without end.
 */
final class Bundle implements AutoCloseable {

    private static final int MOST_ENTRIES = 100;

    private final ZipFile zip;
    private final long largest;
    private long read;

    private Bundle(ZipFile zip, long largest) {
        this.zip = zip;
        this.largest = largest;
    }

    /**
     * Opens a bundle.
     *
     * @param largest how many bytes its files may have in all when unpacked
     * @throws ProblemException 400 when it is no zip file, has too many entries, or two of one name
     */
    static Bundle open(Path file, long largest) throws IOException {
        try {
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                check(zip);
                return new Bundle(zip, largest);
            } catch (RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (ZipException | IllegalArgumentException malformed) {
            throw unreadable();
        }
    }

    private static void check(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw ProblemException.badRequest("too_many_files", "A bundle has at most " + MOST_ENTRIES + " files.");
        }
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw ProblemException.badRequest("duplicate_file", "The bundle has two files of one name.");
            }
        });
    }

    /** Whether a file is there, at the top. */
    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** How many bytes a file has, as the bundle says. */
    long size(String name) {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? 0 : Math.max(entry.getSize(), 0);
    }

    /** The rows of a file that is there. */
    CsvRows rows(String name, List<String> required) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw ProblemException.badRequest("file_missing", "The bundle has no " + name + " at its top.");
        }
        List<List<String>> columns = required.stream().map(List::of).toList();
        try {
            return new CsvRows(
                    SentText.open(new Counted(zip.getInputStream(entry))),
                    new CsvRows.Columns(columns, column -> true),
                    null,
                    1);
        } catch (ZipException malformed) {
            throw unreadable();
        } catch (ProblemException refused) {
            throw refused.problem().errorCode().equals("missing_columns")
                    ? ProblemException.badRequest(
                            "missing_columns", name + ": " + refused.problem().detail())
                    : refused;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ProblemException unreadable() {
        return ProblemException.badRequest("not_a_zip", "The body is no zip file that can be read.");
    }

    /** Counts what is read of all files. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(some);
            return some;
        }

        private void count(int bytes) {
            read += Math.max(bytes, 0);
            if (read > largest) {
                throw new ProblemException(Problem.of(
                        413,
                        "bundle_too_large",
                        "Unpacked, the files of a bundle have at most " + largest + " bytes in all."));
            }
        }
    }
}
