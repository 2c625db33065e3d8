package org.laurel.completion;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every row of the table of scenarios (completion, test scenarios) is found by its number in a test. The table leaves the numbers
 * 5, 10, 15 and so on out. Of these rows the decisions have made something else, and that is what is tested:
 *
 * <ul>
 *   <li>4: an illegal mode is refused when the structure is published, so no sum is ever made by one.
 *   <li>6, 7: a completion of somebody, or in a course run, of whom or which nothing is known is kept, and counts from when it is;
 *       there is no queue of stale rows to empty.
 *   <li>8: there is no task that could end with an exception; what arrives is counted in the transaction that takes it in, and
 *       parked when it breaks rules.
 *   <li>14, 21: numbers are the block's own, and blocks in which nothing is completed are listed too.
 *   <li>19, 29: there are no stale rows. What is read follows what a learner sees now, although what is stored is behind.
 *   <li>23: the flag is gone.
 *   <li>27: as in the table before the structure is known; after that everybody who is enrolled has 0 of what is possible.
 *   <li>37: an unknown cohort is 404.
 *   <li>46: sums are found by learner and course run, so nobody can be handed another's.
 *   <li>51, 52: whatever number of blocks comes with a batch costs the same statements, so there are no tasks to bundle.
 *   <li>53, 54: there is nothing to lock and nothing to clean up; jobs are taken by one process at a time.
 *   <li>57: how many statements it takes is another matter, and a value beyond 1 is refused at first too.
 * </ul>
 */
class ScenarioTableTest {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern LABEL = Pattern.compile("[Ss]cenarios? ((?:[0-9]+(?:, | and )?)+)");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?://|/?\\*\\*?|@DisplayName|\"Scenario).*");

    @Test
    void isWholeInTests() throws IOException {
        // Given
        List<Integer> absent = List.of(5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60);

        // When
        TreeSet<Integer> labelled = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(ScenarioTableTest::isTest).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> COMMENT.matcher(line).matches())
                        .flatMap(line -> LABEL.matcher(line).results())
                        .flatMap(label -> Arrays.stream(label.group(1).split("\\D+")))
                        .map(Integer::valueOf)
                        .forEach(labelled::add);
            }
        }

        // Then
        assertThat(labelled)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 62)
                        .boxed()
                        .filter(row -> !absent.contains(row))
                        .collect(toCollection(TreeSet::new)));
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("ScenarioTableTest.java");
    }
}
