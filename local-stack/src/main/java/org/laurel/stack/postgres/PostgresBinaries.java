package org.laurel.stack.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.laurel.stack.StackFailure;

/** Unpacks the PostgreSQL programs of this platform, once, from the jar that carries them. */
final class PostgresBinaries {
    private final Path folder;

    PostgresBinaries(Path cache) {
        this.folder = cache.resolve("postgresql");
    }

    /**
     * The path of a program such as {@code initdb}; unpacks everything when called for the first time.
     *
     * @throws StackFailure if there are no programs for this platform or the disk refuses them
     */
    synchronized Path program(String name) {
        if (!Files.isDirectory(folder)) {
            unpack();
        }
        return folder.resolve("bin").resolve(name);
    }

    private void unpack() {
        String system = operatingSystem();
        String machine = System.getProperty("os.arch");
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Path unfinished = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "postgresql-");
            try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
                unpack(archive, unfinished);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | IllegalStateException failure) {
            throw new StackFailure(
                    "PostgreSQL for " + system + " on " + machine + " cannot be unpacked: " + failure.getMessage(),
                    "Check the space on the disk of " + folder + ".",
                    failure);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean runs = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "Darwin" : "Linux";
    }
}
