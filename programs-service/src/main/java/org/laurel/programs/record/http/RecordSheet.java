package org.laurel.programs.record.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.RecordPathway;
import org.laurel.programs.record.domain.RecordRow;
import org.laurel.programs.record.http.ReadableRecords.Read;

/**
 * A record in words, for pages and files.
 *
 * @param email empty for whoever is not the learner
 * @param updated the day of the last change, empty for an empty record
 * @param address the record's page
 * @param help where learners read about records, empty without one
 */
public record RecordSheet(
        String platform,
        String program,
        String type,
        String school,
        String learner,
        String username,
        String email,
        boolean shared,
        boolean completed,
        long earned,
        String updated,
        List<Line> lines,
        List<Path> pathways,
        String address,
        String help) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** A course; what is not earned or not known is empty. */
    public record Line(
            String name,
            String school,
            boolean earned,
            String run,
            String issued,
            String percent,
            String letter,
            int attempts) {}

    /** A pathway and what is with it. */
    public record Path(String name, String organization, String state) {}

    static RecordSheet of(Read read, boolean shared, String address) {
        ProgramRecord record = read.record();
        String name = record.learner().name();
        return new RecordSheet(
                read.settings().platformName(),
                record.program().title(),
                Objects.requireNonNullElse(record.program().type(), ""),
                record.school(),
                name.isBlank() ? record.learner().username() : name,
                record.learner().username(),
                record.learner().email(),
                shared,
                record.completed(),
                record.earned(),
                record.lastUpdated().map(DAY::format).orElse(""),
                record.rows().stream().map(RecordSheet::line).toList(),
                record.pathways().stream().map(RecordSheet::path).toList(),
                address,
                Objects.requireNonNullElse(read.settings().recordsHelpUrl(), ""));
    }

    /** How many courses the program has. */
    public int courses() {
        return lines.size();
    }

    private static Line line(RecordRow row) {
        CourseKey run = row.courseKey();
        return new Line(
                row.name(),
                row.school(),
                row.isEarned(),
                run == null ? "" : run.value(),
                day(row.issuedAt()),
                percent(row.percent()),
                row.letter(),
                row.attempts());
    }

    private static Path path(RecordPathway pathway) {
        String state = pathway.sent() ? "Record sent" : pathway.active() ? "Takes records" : "";
        return new Path(pathway.name(), pathway.orgName(), state);
    }

    private static String day(@Nullable Instant time) {
        return time == null ? "" : DAY.format(time);
    }

    /** A grade in per cent, without decimals that say nothing. */
    private static String percent(@Nullable BigDecimal fraction) {
        return fraction == null
                ? ""
                : fraction.movePointRight(2)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %";
    }
}
