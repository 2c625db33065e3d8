package org.laurel.enrollment.exporting.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.CellText;

/**
 * Writes exports a thousand rows at a time: memory does not grow with the file, and no connection is held while a slow client
 * reads. In CSV what a spreadsheet might take for a formula has an apostrophe before it, which an import takes away again.
 */
@ApplicationScoped
class ExportFile {

    private static final int PAGE = 1_000;

    private final ObjectMapper json;

    ExportFile(ObjectMapper json) {
        this.json = json;
    }

    /** The rows after one, null for the first. */
    interface Pages {
        List<Map<String, @Nullable Object>> after(@Nullable Map<String, @Nullable Object> last, int limit);
    }

    /** Writes one row. */
    private interface Line {
        void write(Map<String, @Nullable Object> row) throws IOException;
    }

    /** A file of comma-separated values with these columns. */
    Response csv(String name, List<String> columns, Pages pages) {
        return answer(
                name,
                "text/csv;charset=utf-8",
                text -> {
                    CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
                    csv.printRecord(columns);
                    return row -> csv.printRecord(columns.stream()
                            .map(column -> CellText.written(row.get(column)))
                            .toList());
                },
                pages);
    }

    /** A file of JSON Lines. */
    Response jsonLines(String name, Pages pages) {
        ObjectWriter writer = json.writer();
        return answer(
                name,
                "application/x-ndjson",
                text -> row -> {
                    text.write(writer.writeValueAsString(row));
                    text.write('\n');
                },
                pages);
    }

    /** Begins a file. */
    private interface Format {
        Line begin(Writer text) throws IOException;
    }

    private static Response answer(String name, String mediaType, Format format, Pages pages) {
        StreamingOutput rows = out -> write(out, format, pages);
        return Response.ok(rows, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static void write(OutputStream out, Format format, Pages pages) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Line line = format.begin(text);
        Map<String, @Nullable Object> last = null;
        List<Map<String, @Nullable Object>> page;
        do {
            page = pages.after(last, PAGE);
            for (Map<String, @Nullable Object> row : page) {
                line.write(row);
                last = row;
            }
            text.flush();
        } while (page.size() == PAGE);
    }
}
