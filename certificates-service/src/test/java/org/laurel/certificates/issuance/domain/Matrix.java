package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** One test for each cell. */
    Stream<DynamicTest> eachCell(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 1; column < columns.size(); column++) {
                String name = columns.get(column);
                String expected = row.get(column);
                tests.add(DynamicTest.dynamicTest(
                        row.getFirst() + ", " + name + ": " + expected,
                        () -> check.cell(row.getFirst(), name, expected)));
            }
        }
        return tests.stream();
    }

    /** What is to be seen in a cell. */
    @FunctionalInterface
    interface Check {
        void cell(String row, String column, String expected);
    }
}
