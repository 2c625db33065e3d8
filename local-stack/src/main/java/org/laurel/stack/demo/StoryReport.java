package org.laurel.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laurel.stack.console.Columns;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Style;

/** Shows what came out of a script, as REST tells it. */
final class StoryReport {
    private static final int BAR = 10;

    private final Console console;
    private final Style style;
    private final Script script;
    private final Outcomes outcomes;

    StoryReport(Console console, Script script, Outcomes outcomes) {
        this.console = console;
        this.style = console.style();
        this.script = script;
        this.outcomes = outcomes;
    }

    /** The certificates of attempts, one line each. */
    void certificates(List<Attempt> attempts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LEARNER", "COURSE RUN", "CERTIFICATE", "MODE", "GRADE", "VERIFY UUID"));
        attempts.forEach(attempt -> rows.add(outcomes.certificate(attempt.learner(), attempt.course())
                .map(found -> row(
                        attempt,
                        found.path("status").asText(),
                        found.path("certificate_type").asText(),
                        found.path("grade").asText(),
                        found.path("uuid").asText()))
                .orElseGet(() -> row(attempt, "none", attempt.mode(), "-", "-"))));
        table(rows, List.of(4));
    }

    private static List<String> row(Attempt attempt, String status, String mode, String grade, String verifyUuid) {
        return List.of(attempt.learner().nickname(), attempt.course().title(), status, mode, grade, verifyUuid);
    }

    /** The credentials of learners, for courses and for the program, one line each. */
    void credentials(List<Learner> learners) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LEARNER", "CREDENTIAL FOR", "", "STATUS", "UUID"));
        learners.forEach(learner -> outcomes.credentials(learner).forEach(found -> {
            JsonNode credential = found.path("credential");
            boolean ofProgram = credential.path("type").asText().equals("program");
            rows.add(List.of(
                    learner.nickname(),
                    ofProgram ? "program" : "course",
                    ofProgram
                            ? script.program().title()
                            : titleOf(credential.path("course_run_key").asText()),
                    found.path("status").asText(),
                    found.path("uuid").asText()));
        }));
        table(rows, List.of());
    }

    /** One line for each attempt, with a bar. */
    void completions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LEARNER", "COURSE RUN", "COMPLETED", ""));
        script.attempts().forEach(attempt -> {
            Optional<Double> percent = outcomes.percent(attempt.learner(), attempt.course());
            rows.add(List.of(
                    attempt.learner().nickname(),
                    attempt.course().title(),
                    percent.map(value -> Math.round(value * 100) + " %").orElse("-"),
                    percent.map(this::bar).orElse("")));
        });
        table(rows, List.of(2));
    }

    /** Why the learner of an attempt has no certificate, rule by rule. */
    void explanation(Attempt attempt) {
        String nickname = attempt.learner().nickname();
        console.line("  "
                + style.strong("Why has " + nickname + " no certificate in "
                        + attempt.course().title() + "?"));
        console.line(style.faint("   GET " + Outcomes.explanationPath(attempt.learner(), attempt.course())));
        outcomes.explanation(attempt.learner(), attempt.course()).ifPresent(answer -> {
            answer.path("trace").forEach(this::step);
            answer.path("would_change")
                    .forEach(remedy -> console.line(
                            "     would change it: " + remedy.path("change").asText()));
        });
        console.line();
    }

    private void step(JsonNode step) {
        String rule = String.format(Locale.ROOT, "%-26s", step.path("rule").asText());
        console.line(
                switch (step.path("verdict").asText()) {
                    case "pass" ->
                        "     " + style.good(style.tick()) + " " + rule
                                + step.path("detail").asText();
                    case "fail" ->
                        "     "
                                + style.bad(style.cross() + " " + rule
                                        + step.path("detail").asText());
                    default -> style.faint("     - " + rule + "not reached");
                });
    }

    String titleOf(String courseKey) {
        return script.courses().stream()
                .filter(course -> course.key().equals(courseKey))
                .map(CourseRun::title)
                .findFirst()
                .orElse(courseKey);
    }

    private void table(List<List<String>> rows, List<Integer> numeric) {
        List<String> lines = new Columns(rows, numeric).lines();
        console.line("   " + style.strong(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(line -> console.line("   " + coloured(line)));
        console.line();
    }

    private String coloured(String line) {
        if (line.contains(" downloadable ") || line.contains(" awarded ")) {
            return style.good(line);
        }
        return line.contains(" notpassing ") || line.contains(" revoked ") ? style.bad(line) : line;
    }

    private String bar(double share) {
        int full = (int) Math.round(share * BAR);
        return (style.symbols() ? "\u2588" : "#").repeat(full) + (style.symbols() ? "\u2591" : ".").repeat(BAR - full);
    }
}
