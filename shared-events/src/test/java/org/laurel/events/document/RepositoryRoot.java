package org.laurel.events.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of the parent POM, wherever the build was started. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /** The folder. */
    public static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path pom = folder.resolve("pom.xml");
            if (Files.isRegularFile(pom) && read(pom).contains("<module>shared-events</module>")) {
                return folder;
            }
        }
        throw new AssertionError("no folder above the working directory holds the parent POM");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
