package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file that follow from another one, between {@code # begin of NAME} and {@code # end of NAME}.
 *
 * @param file path in the repository
 * @param name name of the section
 */
record GeneratedSection(String file, String name) {

    /** Fails when the section differs; with {@code -Dlaurel.update=true} writes it instead. */
    void check(List<String> expected) throws IOException {
        List<String> lines = Files.readAllLines(Repository.file(file));
        int begin = indexOf(lines, "# begin of " + name);
        int end = indexOf(lines, "# end of " + name);
        List<String> indented =
                expected.stream().map(line -> indentOf(lines.get(begin)) + line).toList();
        if (Boolean.getBoolean("laurel.update")) {
            List<String> updated = new ArrayList<>(lines.subList(0, begin + 1));
            updated.addAll(indented);
            updated.addAll(lines.subList(end, lines.size()));
            Files.writeString(Repository.file(file), String.join("\n", updated) + "\n");
        } else {
            assertThat(lines.subList(begin + 1, end))
                    .as("%s; to write it anew, run this test with -Dlaurel.update=true", file)
                    .isEqualTo(indented);
        }
    }

    private int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(marker)) {
                return i;
            }
        }
        throw new AssertionError(file + " has no line that starts with " + marker);
    }

    private static String indentOf(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
