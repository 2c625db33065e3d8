package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Classes of a service as the JVM has read, checked and linked them once, in a file beside its jar: a start with it takes less than
 * half the time. The JVM itself leaves a cache alone that was made by another build, JVM or set of flags, and says nothing of it; so
 * the file is called by JVM and flags, and one that does not fit is not there. Source: JEP 483, JEP 514.
 *
 * @param jar what {@code java -jar} starts
 * @param flags with which it is started
 */
public record StartCache(Path jar, List<String> flags) {

    private static final int FIRST_THAT_RECORDS_IN_ONE_RUN = 25;
    private static final Pattern ANY = Pattern.compile("app(?:-.*)?\\.aot");
    /** A draft, or what the JVM writes beside it while it records. */
    private static final Pattern ANY_DRAFT = Pattern.compile("app(?:-.*)?\\.aot\\.(\\d{1,18})(?:\\.config)?");

    public StartCache {
        flags = List.copyOf(flags);
    }

    /** That of a service as it is started here. */
    public static StartCache of(Path jar) {
        return new StartCache(jar, JavaCommand.service());
    }

    /** Whether this JVM can make one. */
    public static boolean isPossible() {
        return Runtime.version().feature() >= FIRST_THAT_RECORDS_IN_ONE_RUN;
    }

    private String name() {
        return "app-" + Runtime.version() + "-" + Integer.toHexString(flags.hashCode()) + ".aot";
    }

    Path file() {
        return jar.resolveSibling(name());
    }

    /** Whether there is one for this JVM and these flags, younger than the jar. */
    public boolean isThere() {
        try {
            return isPossible()
                    && Files.isRegularFile(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Whether a process starts from it, which is more than that it was told to: the JVM has mapped the file. False where the system
     * does not show what processes have mapped.
     */
    public boolean isUsedBy(ProcessHandle process) {
        String end = "/" + name();
        try (Stream<String> mapped = Files.lines(Path.of("/proc", Long.toString(process.pid()), "maps"))) {
            return mapped.anyMatch(line -> line.endsWith(end));
        } catch (IOException | UncheckedIOException unknown) {
            return false;
        }
    }

    /** Where it is recorded until it is complete. */
    Path draft() {
        return jar.resolveSibling(name() + "." + ProcessHandle.current().pid());
    }

    /**
     * Takes the draft into use, if the training has written one, and deletes the caches of other JVMs and flags.
     *
     * @throws IOException if the folder cannot be written
     */
    void adopt() throws IOException {
        if (Files.isRegularFile(draft())) {
            Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            delete(name -> ANY.matcher(name).matches() && !name.equals(name()));
        }
    }

    /**
     * Deletes the draft, and those of processes that are gone.
     *
     * @throws IOException if the folder cannot be written
     */
    void discardDrafts() throws IOException {
        delete(StartCache::isNobodysDraft);
    }

    private static boolean isNobodysDraft(String name) {
        Matcher draft = ANY_DRAFT.matcher(name);
        if (!draft.matches()) {
            return false;
        }
        long process = Long.parseLong(draft.group(1));
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }

    private void delete(Predicate<String> names) throws IOException {
        List<Path> chosen;
        try (Stream<Path> files = Files.list(jar.toAbsolutePath().getParent())) {
            chosen = files.filter(file -> names.test(String.valueOf(file.getFileName())))
                    .toList();
        }
        for (Path file : chosen) {
            Files.deleteIfExists(file);
        }
    }
}
