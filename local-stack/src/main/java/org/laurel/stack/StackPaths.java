package org.laurel.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where things lie.
 *
 * @param home the root of the source tree, which holds {@code deploy/} and the built services
 * @param data everything that the stack writes and that {@code laurel reset} empties
 * @param cache what can be made again at any time, such as unpacked PostgreSQL binaries
 */
public record StackPaths(Path home, Path data, Path cache) {

    /** The usual places below the root of the source tree. */
    public static StackPaths of(Path home) {
        Path data = home.resolve(".laurel");
        return new StackPaths(home, data, data.resolve("cache"));
    }

    /** Finds the root of the source tree: the system property {@code laurel.home}, or a folder above this one. */
    public static StackPaths find() {
        String given = System.getProperty("laurel.home");
        return of(given != null ? Path.of(given) : rootAbove(Path.of("").toAbsolutePath()));
    }

    /** The same source tree and cache with other data: for tests, and for a second stack beside the first. */
    public StackPaths withData(Path otherData) {
        return new StackPaths(home, otherData, cache);
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path kafka() {
        return data.resolve("kafka");
    }

    public Path registry() {
        return data.resolve("registry");
    }

    /** The schema registry's program, which the bridge's build unpacks. */
    public Path registryProgram() {
        return home.resolve(LaurelService.BRIDGE.module()).resolve("target/registry");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path keys() {
        return data.resolve("keys");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path run() {
        return data.resolve("run");
    }

    public Path log(String part) {
        return logs().resolve(part.toLowerCase(Locale.ROOT).replace(' ', '-') + ".log");
    }

    public Path topicFile() {
        return home.resolve("deploy/topics.yaml");
    }

    /** The topics that an Open edX site would have. */
    public Path openEdxTopicFile() {
        return home.resolve("deploy/openedx-topics.yaml");
    }

    public Path routeFile() {
        return home.resolve("deploy/routes.yaml");
    }

    public Path serviceJar(LaurelService service) {
        return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static Path rootAbove(Path start) {
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/routes.yaml"))) {
                return folder;
            }
        }
        throw new StackFailure(
                "No Laurel source tree at or above " + start + ".", "Run ./laurel from the folder that it lies in.");
    }
}
