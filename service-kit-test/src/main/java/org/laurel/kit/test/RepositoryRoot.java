package org.laurel.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder that holds the whole repository, wherever below it a test runs. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /**
     * The nearest folder, from the working directory upwards, that has {@code deploy/topics.yaml}.
     *
     * @throws IllegalStateException when the working directory does not lie in the repository
     */
    public static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/topics.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds deploy/topics.yaml");
    }
}
