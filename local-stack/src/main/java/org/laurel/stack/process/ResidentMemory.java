package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory that processes occupy. The pages that the children of a process share with it are counted once, which matters
 * for PostgreSQL: resident size of the parent plus the private (anonymous) pages of its descendants. Where the system
 * has no {@code /proc}, the resident sizes that {@code ps} tells are added up.
 */
public final class ResidentMemory {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isDirectory(PROC.resolve("self"));

    private ResidentMemory() {}

    /** Bytes occupied by the process alone; 0 if it has ended. */
    public static long of(ProcessHandle process) {
        return HAS_PROC ? procField(process, "VmRSS:") : psSize(process);
    }

    /** Bytes occupied by the process and all that it started; 0 if it has ended. */
    public static long withDescendants(ProcessHandle process) {
        return of(process)
                + process.descendants()
                        .mapToLong(child -> HAS_PROC ? procField(child, "RssAnon:") : psSize(child))
                        .sum();
    }

    private static long procField(ProcessHandle process, String field) {
        try (Stream<String> lines = Files.lines(PROC.resolve(process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> kibibytes(line.substring(field.length())))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static long psSize(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            String size = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return size.isBlank() ? 0 : kibibytes(size);
        } catch (IOException unavailable) {
            return 0;
        }
    }

    private static long kibibytes(String number) {
        return Long.parseLong(number.replace("kB", "").strip()) * 1024;
    }
}
