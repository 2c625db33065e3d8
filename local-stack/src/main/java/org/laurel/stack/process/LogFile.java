package org.laurel.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the end of a log. */
public final class LogFile {
    private static final int TAIL_BYTES = 256 * 1024;
    private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|PANIC|Exception|Error:|Caused by");
    private static final Predicate<String> STACK_FRAME =
            Pattern.compile("^\\s+at |^\\s*\\.\\.\\.").asPredicate();

    private LogFile() {}

    /** The last lines, at most {@code count} of them and at most 256 KiB; none if there is no file. */
    public static List<String> lastLines(Path log, int count) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        List<String> lines = tail(log).lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The line that most likely says what went wrong: the last that speaks of an error, else the last one. */
    public static Optional<String> lastMessage(Path log) {
        return lastTrouble(log).or(() -> messages(log).findFirst());
    }

    /** The last line that speaks of an error. */
    public static Optional<String> lastTrouble(Path log) {
        return messages(log).filter(line -> TROUBLE.matcher(line).find()).findFirst();
    }

    /** The last lines, newest first, without stack traces. */
    private static Stream<String> messages(Path log) {
        return lastLines(log, 200).reversed().stream()
                .filter(line -> !line.isBlank() && !STACK_FRAME.test(line))
                .map(String::strip);
    }

    private static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
