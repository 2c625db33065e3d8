package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A generated text that is kept in the repository.
 *
 * @param file where it is kept
 */
record CommittedText(Path file) {

    /** Fails when the file differs from the text; with {@code -Dlaurel.update=true} writes the text instead. */
    void check(String current) throws IOException {
        if (Boolean.getBoolean("laurel.update")) {
            write(current);
        } else {
            compare(current);
        }
    }

    private void write(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private void compare(String current) throws IOException {
        String advice = "Look at the change, then run the test with -Dlaurel.update=true and commit the file.";
        if (!Files.exists(file)) {
            fail("%s does not exist. %s", file, advice);
            return;
        }
        List<String> committed = Files.readAllLines(file);
        List<String> now = current.lines().toList();
        for (int i = 0; i < Math.max(committed.size(), now.size()); i++) {
            String before = line(committed, i);
            String after = line(now, i);
            if (!before.equals(after)) {
                fail(
                        "%s is out of date from line %d.%ncommitted: %s%nserved:    %s%n%s",
                        file, i + 1, before, after, advice);
            }
        }
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(end of file)";
    }
}
