package org.laurel.stack.demo;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.console.Columns;
import org.laurel.stack.console.Console;

/** Shows the events that Laurel published, oldest first. */
final class EventReport {
    private static final String PREFIX = "org.laurel.";

    private final Console console;
    private final StoryReport titles;
    private final Script script;
    private final DateTimeFormatter clock =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    EventReport(Console console, StoryReport titles, Script script) {
        this.console = console;
        this.titles = titles;
        this.script = script;
    }

    void show(List<SeenEvent> events) {
        List<SeenEvent> shown =
                events.stream().filter(event -> !isBelowTheCourse(event)).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TIME", "TOPIC", "EVENT", "LEARNER", "SAYS"));
        shown.forEach(event -> rows.add(
                List.of(clock.format(event.at()), event.topic(), shortType(event), nickname(event), says(event))));
        List<String> lines = new Columns(rows, List.of()).lines();
        console.line("   " + console.style().strong(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(line -> console.line("   " + coloured(line)));
        console.line(console.style()
                .faint("   and " + (events.size() - shown.size())
                        + " completion.progressed of chapters, sequentials and verticals"));
        console.line();
    }

    private static boolean isBelowTheCourse(SeenEvent event) {
        return event.is(EventCatalogue.COMPLETION_PROGRESSED)
                && !event.text("type").equals("course");
    }

    private static String shortType(SeenEvent event) {
        return event.type().substring(PREFIX.length()).replaceFirst("\\.v[0-9]+$", "");
    }

    private String nickname(SeenEvent event) {
        return script.learners().stream()
                .filter(learner -> learner.id().equals(event.learnerId()))
                .map(Learner::nickname)
                .findFirst()
                .orElse(event.learnerId());
    }

    private String says(SeenEvent event) {
        String subject =
                event.body().has("program_uuid") ? script.program().title() : titles.titleOf(event.text("course_key"));
        if (event.is(EventCatalogue.COMPLETION_PROGRESSED)) {
            return subject + "  " + Math.round(event.body().path("percent").asDouble() * 100) + " %";
        }
        if (event.is(EventCatalogue.COURSE_COMPLETED)) {
            return subject + (event.body().path("completed").asBoolean() ? "  completed" : "  no longer complete");
        }
        return subject + "  " + event.text("status") + "  version " + event.text("version");
    }

    private String coloured(String line) {
        if (line.contains(".awarded ")) {
            return console.style().good(line);
        }
        return line.contains(".revoked ") ? console.style().bad(line) : line;
    }
}
