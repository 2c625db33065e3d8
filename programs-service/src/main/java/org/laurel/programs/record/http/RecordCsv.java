package org.laurel.programs.record.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.csv.CsvLine;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.RecordRow;
import org.laurel.programs.record.http.ReadableRecords.Read;

/** A record as a table for spreadsheets: whose it is, an empty row, and the grades. Source: programs, records, csv. */
final class RecordCsv {

    private static final List<String> HEADER =
            List.of("Course Name", "School", "Attempts", "Course ID", "Issue Date", "Percent Grade", "Letter Grade");

    private RecordCsv() {}

    /** The whole file, every cell in quotes. */
    static String of(Read read) {
        ProgramRecord record = read.record();
        StringBuilder file = new StringBuilder();
        metadata(read).forEach(row -> file.append(CsvLine.quoted(row)));
        file.append(CsvLine.quoted(List.of("")));
        file.append(CsvLine.quoted(HEADER));
        record.rows().forEach(row -> file.append(CsvLine.quoted(cells(row))));
        return file.toString();
    }

    /** {@code <user>_<program>_grades}, in lower case and without blanks. */
    static String name(ProgramRecord record) {
        return (record.learner().username() + "_" + record.program().title() + "_grades")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }

    private static List<List<String>> metadata(Read read) {
        ProgramRecord record = read.record();
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("Program Name", record.program().title()),
                List.of("Platform Provider", read.settings().platformName()),
                List.of("Authoring Organization(s)", record.school()),
                List.of("Learner Name", record.learner().name()),
                List.of("Username", record.learner().username())));
        if (!record.learner().email().isEmpty()) {
            rows.add(List.of("Email", record.learner().email()));
        }
        return rows;
    }

    private static List<@Nullable Object> cells(RecordRow row) {
        CourseKey run = row.courseKey();
        Instant issued = row.issuedAt();
        BigDecimal percent = row.percent();
        return Arrays.asList(row.name(), row.school(), row.attempts(), run, issued, percent, row.letter());
    }
}
