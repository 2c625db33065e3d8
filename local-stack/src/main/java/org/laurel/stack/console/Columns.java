package org.laurel.stack.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table with columns as wide as their widest cell. Cells are plain text, which may be foreign; colour whole
 * lines.
 *
 * @param rows the first one is the heading; all have the same number of cells
 * @param numeric indexes of the columns that are aligned to the right
 */
public record Columns(List<List<String>> rows, List<Integer> numeric) {
    private static final String GAP = "  ";

    public Columns {
        rows = rows.stream()
                .map(row -> row.stream().map(Printable::inOneLine).toList())
                .toList();
        numeric = List.copyOf(numeric);
    }

    /** The rows as lines. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(row.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String cell(String text, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String padding = " ".repeat(width - text.length());
        return numeric.contains(column) ? padding + text : text + padding;
    }
}
