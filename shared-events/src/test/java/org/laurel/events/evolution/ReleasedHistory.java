package org.laurel.events.evolution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the commits of a repository released, one after the other. The commit that takes something away may take away its
 * traces in the working tree too, but not in those before it.
 */
final class ReleasedHistory {

    private final Path repository;
    private final String folder;
    private final Map<String, String> texts = new HashMap<>();

    /**
     * @param repository a folder with a working tree of git
     * @param folder where it keeps what is released, relative to its root
     */
    ReleasedHistory(Path repository, String folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** By the commit that changed what was released, the newest first; empty without git, its working tree or a commit. */
    Map<String, Contract> contracts() {
        Map<String, Contract> contracts = new LinkedHashMap<>();
        git("log", "--format=%H", "--", folder)
                .lines()
                .forEach(commit -> contracts.put(commit, Contract.of(files(commit))));
        return contracts;
    }

    private Map<String, String> files(String commit) {
        Map<String, String> files = new HashMap<>();
        git("ls-tree", commit, folder + "/").lines().forEach(line -> {
            // <mode> <kind> <object>\t<path>
            String[] entry = line.split("[ \t]", 4);
            String text = texts.computeIfAbsent(entry[2], object -> git("cat-file", "blob", object));
            files.put(entry[3].substring(folder.length() + 1), text);
        });
        return files;
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "safe.directory=*", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? answer : "";
        } catch (IOException missing) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
