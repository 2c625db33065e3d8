package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table in words: a line of column names, then a line for each row with its name first. Cells stand between bars; a line of
 * dashes is decoration.
 */
record Matrix(List<String> columns, List<List<String>> rows) {

    /** Reads a table. */
    static Matrix of(String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("---"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<String> columns = lines.getFirst();
        lines.forEach(line -> {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException("This row has other columns than " + columns + ": " + line);
            }
        });
        return new Matrix(columns, lines.subList(1, lines.size()));
    }

    /** One test for each row. */
    Stream<DynamicTest> eachRow(Cell cell) {
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    Map<String, String> expected = new LinkedHashMap<>();
                    Map<String, String> seen = new LinkedHashMap<>();
                    for (int column = 1; column < columns.size(); column++) {
                        expected.put(columns.get(column), row.get(column));
                        seen.put(columns.get(column), cell.of(row.getFirst(), columns.get(column)));
                    }
                    assertThat(seen).isEqualTo(expected);
                }));
    }

    /** What is seen in a cell. */
    @FunctionalInterface
    interface Cell {
        String of(String row, String column);
    }
}
