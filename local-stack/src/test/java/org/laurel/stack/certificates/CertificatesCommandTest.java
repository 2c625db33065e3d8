package org.laurel.stack.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.stack.cli.Commands;

/** What the commands say to the service, what they print, and how they end. */
class CertificatesCommandTest {
    private static final String CASE = "--learner ada --course course-v1:O+C+R";
    private static final String PATH = "/api/certificates/v1/learners/ada/courses/course-v1%3AO%2BC%2BR";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();

    @AutoClose
    private final Commands commands;

    private int status = 200;

    @TempDir
    private Path folder = Path.of("");

    CertificatesCommandTest(@TempDir Path data) throws IOException {
        commands = new Commands(data, this::answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                "add --learner ada",
                "explain --course x",
                "generate",
                "generate --learners missing.csv",
                "generate --course x --from-config --student-set all",
                "generate --course x --learners list.csv --student-set all",
                "generate --course x --schedule a --once-at b",
                "generate --course x --zone UTC",
                "generate --course x --once-at b --watch",
                "regenerate-unverified -c a --excluded-keys b",
                "regenerate-unverified --batch-size x",
                "import --resume 7 --dry-run file.csv",
                "import --resume 7",
                "date-override --learner a --course b",
                "date-override --learner a --course b --date 2026-01-01",
                "renotify",
                "purge-pdf",
                "replace-template --old-text x",
                "self-generation --course x maybe",
                "mode",
                "import file.txt",
                "import",
                "nothing"
            })
    void exitsWithTwoOnWrongUsage(String line) {
        // Given When
        int exitCode = run(line);

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(requests).isEmpty();
    }

    @Test
    void needsARunningStackOrAnAddress() {
        // Given When
        int exitCode = commands.execute("certificates", "explain", "--learner", "a", "--course", "b");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.err()).contains("Laurel is not running.");
    }

    @Test
    void commandsEndByWhatTheyChange() {
        // Given
        answers.put("certificate:add", "{\"outcome\": \"changed\"}");
        answers.put("certificate:delete", "{\"outcome\": \"unchanged\", \"why\": \"Nothing is there.\"}");

        // When
        int added = run("add " + CASE);
        int deleted = run("delete " + CASE);

        // Then
        assertThat(added).isZero();
        assertThat(deleted).isEqualTo(1);
        assertThat(requests)
                .containsExactly("POST " + PATH + "/certificate:add ", "POST " + PATH + "/certificate:delete ");
        assertThat(commands.out()).contains("unchanged: Nothing is there.");
    }

    @Test
    void showsWhatTheServiceObjectsTo() {
        // Given
        status = 404;
        answers.put("eligibility?as_of=2026-01-01T00%3A00%3A00Z", "{\"detail\": \"There is no such learner.\"}");

        // When
        int exitCode = run("explain " + CASE + " --as-of 2026-01-01T00:00:00Z");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(requests).containsExactly("GET " + PATH + "/eligibility?as_of=2026-01-01T00%3A00%3A00Z ");
        assertThat(commands.err()).contains("answers 404: There is no such learner.");
    }

    @Test
    void importsAFileAndReports() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("old.csv"), "learner_id,course_key,status\n1,a,b\n");
        answers.put("imports?announce=false&dry_run=true", "{\"id\": 7}");
        answers.put("imports/7/events", "data: {\"state\": \"done\", \"done\": 1, \"rows\": 1}\n\n");
        answers.put("imports/7/problems?limit=10", """
                {"results": [{"row": 2, "code": "bad_course_key", "message": "It is none."}]}""");
        answers.put("v1/imports/7", "{\"state\": \"done\", \"refused\": {\"bad_course_key\": 1}}");

        // When
        int exitCode = run("import --dry-run " + file);

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(requests)
                .containsExactly(
                        "POST /api/certificates/v1/imports?announce=false&dry_run=true ",
                        "POST /api/certificates/v1/imports/7/parts?n=1&first_line=1 " + Files.readString(file),
                        "POST /api/certificates/v1/imports/7/start ",
                        "GET /api/certificates/v1/imports/7/events ",
                        "GET /api/certificates/v1/imports/7 ",
                        "GET /api/certificates/v1/imports/7/problems?limit=10 ");
        assertThat(commands.out()).contains("row 2: bad_course_key It is none.");
    }

    @Test
    void goesOnWithAnImportThatIsOpen() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("old.jsonl"), "{}\n");
        answers.put("GET v1/imports/7", "{\"id\": 7, \"state\": \"open\"}");
        answers.put("imports/7/events", "data: {\"state\": \"done\"}\n\n");

        // When
        run("import --resume 7 " + file);

        // Then
        assertThat(requests)
                .containsExactly(
                        "GET /api/certificates/v1/imports/7 ",
                        "POST /api/certificates/v1/imports/7/parts?n=1&first_line=1 {}\n",
                        "POST /api/certificates/v1/imports/7/start ",
                        "GET /api/certificates/v1/imports/7/events ",
                        "GET /api/certificates/v1/imports/7 ",
                        "GET /api/certificates/v1/imports/7/problems?limit=10 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "paused", "cancelled"})
    @Timeout(30)
    void endsWithOneWhenTheWorkWaitsOrIsGivenUpThoughTheStreamGoesOn(String state) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("old.jsonl"), "{}\n");
        String event = "data: {\"state\": \"running\"}\n\ndata: {\"state\": \"" + state + "\"}\n\n";
        String report = "{\"id\": 7, \"state\": \"" + state + "\", \"job_id\": 12, \"task_id\": \"12\"}";
        answers.put("c/generation-runs", "{\"id\": 7}");
        answers.put("generation-runs/7/events", event);
        answers.put("v1/generation-runs/7", report);
        answers.put("imports/7/events", event);
        answers.put("v1/imports/7", report);

        // When
        int generated = run("generate --course c --watch");
        int imported = run("import --resume 7 " + file);

        // Then
        assertThat(generated).isEqualTo(1);
        assertThat(imported).isEqualTo(1);
        assertThat(requests).noneMatch(request -> request.contains("/parts"));
        String hints = commands.err();
        assertThat(hints.contains("POST " + commands.url() + "/api/certificates/ops/jobs/12/resume"))
                .isEqualTo(!state.equals("cancelled"));
        assertThat(hints).doesNotContain("jobs resume");
    }

    @ParameterizedTest
    @CsvSource({"running, done, 0", "running, cancelled, 1", "done, failed, 1"})
    void endsByTheStateInWhichTheRunIsWhenTheStreamIsOver(String streamed, String state, int expected) {
        // Given
        answers.put("c/generation-runs", "{\"id\": 7}");
        answers.put("generation-runs/7/events", "data: {\"state\": \"" + streamed + "\", \"done\": 1}\n\n");
        answers.put("v1/generation-runs/7", "{\"id\": 7, \"state\": \"" + state + "\"}");

        // When
        int exitCode = run("generate --course c --watch");

        // Then
        assertThat(exitCode).isEqualTo(expected);
    }

    @Test
    void needsNeitherAServiceNorTheFileToSeeThatTheCourseRunIsMissing() {
        // Given When
        int exitCode = commands.execute("certificates", "generate", "--learners", "missing.csv");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(commands.err()).contains("--course");
    }

    @Test
    void regeneratesUnverifiedCertificatesOfCourseRuns() {
        // Given
        answers.put("v1/generation-runs", "{\"runs\": [{}, {}], \"busy\": [], \"total\": 5, \"more\": false}");

        // When
        int named = run("regenerate-unverified --course-keys a b --reason moved");
        answers.put("v1/generation-runs", "{\"runs\": [], \"busy\": [\"d\"], \"total\": 0, \"more\": false}");
        int busy = run("regenerate-unverified --excluded-keys c --batch-size 50 --sleep-seconds 0");

        // Then
        assertThat(named).isZero();
        assertThat(busy).isEqualTo(1);
        assertThat(commands.out()).contains("5 unverified certificates in 2 course runs");
        assertThat(requests)
                .containsExactly(
                        "POST /api/certificates/v1/generation-runs {\"course_keys\":[\"a\",\"b\"],\"chunk\":200,"
                                + "\"pause_seconds\":20,\"reason\":\"moved\"}",
                        "POST /api/certificates/v1/generation-runs {\"excluded_course_keys\":[\"c\"],\"chunk\":50,"
                                + "\"pause_seconds\":0}");
    }

    @Test
    void generatesWhatTheServiceCan() {
        // Given When
        int run = run(
                "generate --course c --student-set all --statuses error,unverified --passing-only --chunk 50 --pause 5"
                        + " --reason term");
        int once = run("generate --course c --passing-only --once-at 2030-07-01T06:00:00Z");

        // Then
        assertThat(run + once).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/certificates/v1/course-runs/c/generation-runs {\"chunk\":50,\"pause_seconds\":5,"
                                + "\"reason\":\"term\",\"student_set\":\"all\",\"statuses\":[\"error\",\"unverified\"],"
                                + "\"passing_only\":true}",
                        "POST /api/certificates/v1/course-runs/c/generation-schedules "
                                + "{\"once_at\":\"2030-07-01T06:00:00Z\",\"run\":{\"passing_only\":true}}");
    }

    @Test
    void takesStoredOptions() {
        // Given
        answers.put("purge_references_to_pdf_certificates/arguments", """
                {"options": {"certificate_ids": ["1", "2"], "dry_run": []}}""");
        answers.put("purge-pdf-references", "{\"unknown\": []}");

        // When
        int exitCode = run("purge-pdf --from-config");

        // Then
        assertThat(exitCode).isZero();
        assertThat(requests.getLast())
                .startsWith("POST /api/certificates/v1/certificates:purge-pdf-references ")
                .contains("\"certificate_ids\":[\"1\",\"2\"]", "\"dry_run\":true");
    }

    @Test
    void switchesCourseRunsAndTheDeployment() {
        // Given When
        int exitCode = run("self-generation --course c on") + run("mode observe") + run("mode --course c live");

        // Then
        assertThat(exitCode).isZero();
        assertThat(requests)
                .containsExactly(
                        "PATCH /api/certificates/v1/course-runs/c/settings?require_examples=true "
                                + "{\"self_generation_enabled\":true}",
                        "PATCH /api/certificates/v1/policy {\"mode\":\"observe\"}",
                        "PATCH /api/certificates/v1/course-runs/c/settings {\"mode\":\"live\"}");
    }

    @Test
    void startsAndSchedulesRuns() throws IOException {
        // Given
        Path list = Files.writeString(folder.resolve("list.csv"), "ada\n");
        answers.put("generation-runs", "{\"id\": 3}");
        answers.put("generation-schedules", "{\"id\": 4}");

        // When
        int started = run("generate --course c --learners " + list);
        List<String> schedule = new ArrayList<>(line("generate --course c --schedule"));
        schedule.add("0 3 * * *");
        int scheduled = commands.execute(schedule.toArray(String[]::new));

        // Then
        assertThat(started).isZero();
        assertThat(scheduled).isZero();
        assertThat(requests.getFirst())
                .isEqualTo("POST /api/certificates/v1/course-runs/c/generation-runs "
                        + "{\"student_set\":\"listed\",\"learners_csv\":\"ada\\n\"}");
        assertThat(requests.getLast())
                .startsWith("POST /api/certificates/v1/course-runs/c/generation-schedules ")
                .contains("\"cron\":\"0 3 * * *\"");
    }

    private int run(String line) {
        return commands.execute(line(line).toArray(String[]::new));
    }

    private List<String> line(String line) {
        String url = "--service-url=" + commands.url();
        List<String> words = Arrays.asList(line.split(" "));
        return Stream.of(
                        Stream.of("certificates", words.getFirst(), url, "--token=t"),
                        words.stream().skip(1))
                .<String>flatMap(part -> part)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        String address = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String answer = answers.entrySet().stream()
                .filter(known -> known.getKey().startsWith("GET ")
                        ? address.startsWith("GET ")
                                && address.endsWith(known.getKey().substring(4))
                        : address.endsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        boolean stream = address.endsWith("/events");
        exchange.sendResponseHeaders(status, stream ? 0 : bytes.length);
        exchange.getResponseBody().write(bytes);
        if (stream && !answer.contains("done")) {
            exchange.getResponseBody().flush();
        } else {
            exchange.close();
        }
    }
}
