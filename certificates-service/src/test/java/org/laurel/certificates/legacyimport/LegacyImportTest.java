package org.laurel.certificates.legacyimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.certificates.legacyimport.Imports.CSV;
import static org.laurel.certificates.legacyimport.Imports.NDJSON;
import static org.laurel.certificates.legacyimport.Imports.PATH;
import static org.laurel.certificates.legacyimport.Imports.imported;
import static org.laurel.certificates.legacyimport.Imports.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LegacyImportTest {

    private static final String COURSE = "course-v1:Old+Import+2012";

    @Test
    void keepsEveryStatusUuidAndDateAndTellsNobody() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            String rows = Stream.of(CertificateStatus.values())
                    .map(status -> """
                            {"learner_id": "all-%1$s", "course_key": "%2$s", "status": "%1$s", "mode": "some-old-mode",
                             "grade": 0.88, "name": "Ada", "verify_uuid": "%3$s", "created_at": "2012-08-01T10:00:00Z",
                             "modified_at": "2013-08-01T10:00:00.5Z", "download_uuid": "d", "download_url": "https://x/y",
                             "error_reason": ""}""".replace("\n", "").formatted(status.slug(), COURSE, uuid(status.slug())))
                    .collect(Collectors.joining("\n"));

            // When
            var report = imported(NDJSON, "", rows);

            // Then
            report.body("state", equalTo("done"))
                    .body("rows", equalTo(16), "done", equalTo(16), "counts.imported", equalTo(16))
                    .body("refused", aMapWithSize(0));
            for (CertificateStatus status : CertificateStatus.values()) {
                assertThat(certificate("all-" + status.slug()))
                        .containsEntry("status", status.slug())
                        .containsEntry("mode", "some-old-mode")
                        .containsEntry("grade", "0.88")
                        .containsEntry("name", "Ada")
                        .containsEntry("verify_uuid", uuid(status.slug()))
                        .containsEntry("download_url", "https://x/y")
                        .containsEntry("created", "2012-08-01 10:00:00+00")
                        .containsEntry("modified", "2013-08-01 10:00:00.5+00");
            }
            assertThat(Database.current().query("""
                    select distinct c.change_reason, i.id is not null as led from certificate_history c
                    left join legacy_import i using (cause_id) where c.learner_id like 'all-%'
                    """))
                    .as("certificates lead to their import and have no reason, which people give")
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("change_reason")).isNull();
                        assertThat(row.get("led")).isEqualTo(true);
                    });
            assertThat(Database.current().query("select 1 from outbox where record_key like 'all-%'"))
                    .isEmpty();
            Told marker = new Told("import-marker", "import-marker").inRun().enrolled("verified");
            marker.passing("0.9", 20);
            probe.awaitEvents(
                    "laurel.certificates", 2, event -> marker.learnerId().equals(event.key()));
            assertThat(probe.received("laurel.certificates"))
                    .noneMatch(event -> String.valueOf(event.key()).startsWith("all-"));
            assertThat(Database.current().query("select 1 from legacy_import_row where course_key = ?", COURSE))
                    .as("rows do not outlive their import")
                    .isEmpty();
        }
    }

    @Test
    void announcesOnRequest() {
        Story story = new Story("announced-import");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            String row = row(story.learnerId(), "downloadable", "announce");

            // When
            imported(NDJSON, "?announce=true", row).body("counts.imported", equalTo(1));

            // Then
            probe.awaitEvents("laurel.certificates", 2, story::isAbout);
        }
    }

    @Test
    void changesNothingTheSecondTime() {
        // Given
        String rows = row("twice-1", "downloadable", "twice1") + "\n" + row("twice-2", "notpassing", "twice2");
        imported(NDJSON, "", rows).body("counts.imported", equalTo(2));
        String history = "select * from certificate_history where learner_id like 'twice-%' order by history_id";
        var before = Database.current().query(history);

        // When
        var report = imported(NDJSON, "", rows);

        // Then
        report.body("counts", equalTo(Map.of("unchanged", 2)));
        assertThat(Database.current().query(history)).isEqualTo(before);
        assertThat(Database.current().query("select 1 from standing_fact where learner_id like 'twice-%'"))
                .hasSize(2);
    }

    @Test
    void aLaterImportCorrectsAnEarlierOne() {
        // Given
        imported(NDJSON, "", row("corrected", "downloadable", "corrected"));

        // When
        imported(NDJSON, "", row("corrected", "downloadable", "corrected").replace("Ada", "Grace"))
                .body("counts.imported", equalTo(1));

        // Then
        assertThat(certificate("corrected")).containsEntry("name", "Grace").containsEntry("version", 2L);
    }

    @Test
    void checksOnlyInADryRun() {
        // Given
        String rows = row("dry", "downloadable", "dry") + "\n{}\nnonsense";

        // When
        var report = imported(NDJSON, "?dry_run=true", rows);

        // Then
        report.body("dry_run", equalTo(true), "counts", equalTo(Map.of("would_import", 1)))
                .body("refused", equalTo(Map.of("missing_learner", 1, "unreadable_row", 1)));
        assertThat(Database.current().query("select 1 from standing_fact where learner_id = 'dry'"))
                .isEmpty();
    }

    @Test
    void refusesRowsOneByOneAndNamesThem() {
        // Given
        imported(NDJSON, "", row("one", "downloadable", "refuse-one"));
        String csv = """
                \uFEFFlearner_id,username,course_key,status,verify_uuid,modified_at,name
                two,,%1$s,downloadable,%2$s,2013-01-01T00:00:00Z,"Lovelace, ""Ada""\"
                ,nobody,%1$s,downloadable,,2013-01-01T00:00:00Z,

                three,,%1$s,downloadable,%3$s,2013-01-01T00:00:00Z,
                one,,%1$s,downloadable,%4$s,2013-01-01T00:00:00Z,
                two,,%1$s,notpassing,,2013-01-01T00:00:00Z,
                four,,%1$s,downloadable,%2$s,2013-01-01T00:00:00Z,
                five,,%1$s
                six,,%1$s,invented,,2013-01-01T00:00:00Z,
                """.formatted(COURSE, uuid("two"), uuid("refuse-one"), uuid("other"));

        // When
        var report = imported(CSV, "", csv);

        // Then
        report.body("format", equalTo("csv"), "counts", equalTo(Map.of("imported", 1)));
        String problems = PATH + "/" + report.extract().jsonPath().getLong("id") + "/problems";
        assertThat(certificate("two")).containsEntry("name", "Lovelace, \"Ada\"");
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("limit", 5)
                .get(problems)
                .then()
                .statusCode(200)
                .body("results.row", contains(3, 5, 6, 7, 8), "next_cursor", equalTo("1:8"))
                .body(
                        "results.code",
                        contains("unknown_learner", "uuid_in_use", "other_uuid", "duplicate_row", "uuid_in_use"));
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("cursor", "1:8")
                .get(problems)
                .then()
                .body("results.code", contains("wrong_number_of_columns", "unknown_status"));
        given().auth()
                .oauth2(Tokens.staff())
                .accept(CSV)
                .get(problems)
                .then()
                .statusCode(200)
                .body(containsString("part,row,code,message\r\n1,3,unknown_learner,\"Nobody"));
    }

    @Test
    void takesLargeImportsInPartsInAnyNumberOfTries() {
        // Given
        long id = given().auth()
                .oauth2(Tokens.service())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        String header = "learner_id,course_key,status,modified_at\n";
        String first = header + lines(0, 1_200);
        String second = lines(1_200, 2_500);
        part(id, 2, 1, second).statusCode(409).body("error_code", equalTo("header_missing"));
        part(id, 1, 1, first).statusCode(200).body("rows", equalTo(1_200));
        start(id, 202).body("rows", equalTo(1_200));
        part(id, 1, 1, first).statusCode(200).body("rows", equalTo(1_200));
        part(id, 2, 1_202, second).statusCode(409).body("error_code", equalTo("import_started"));

        long other = given().auth()
                .oauth2(Tokens.service())
                .post(PATH)
                .then()
                .extract()
                .jsonPath()
                .getLong("id");
        part(other, 1, 1, first).statusCode(200);
        part(other, 1, 1, second).statusCode(409).body("error_code", equalTo("part_differs"));
        part(other, 3, 1_202, second).statusCode(200);
        start(other, 409).body("error_code", equalTo("part_missing"));
        part(other, 2, 1_202, lines(2_500, 2_600)).statusCode(200);

        Imports.ended(id).body("counts", equalTo(Map.of("imported", 1_200)));

        // When
        start(other, 202);
        start(other, 202);

        // Then
        Imports.ended(other)
                .body("rows", equalTo(2_600), "counts", equalTo(Map.of("imported", 1_400, "unchanged", 1_200)));
        assertThat(Database.current().query("select 1 from certificate where learner_id like 'part-%'"))
                .hasSize(2_600);
    }

    @Test
    void goesOnWhereItWasWhenTheDatabaseComesBack() {
        // Given
        String rows = IntStream.range(0, 6_000)
                .mapToObj(i -> row("cut-" + i, "downloadable", "cut" + i))
                .collect(Collectors.joining("\n"));
        long id = Imports.send(NDJSON, "", rows)
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");

        // When
        LaurelInfrastructure.postgres().cut();
        LaurelInfrastructure.postgres().restore();

        // Then
        Imports.ended(id).body("done", equalTo(6_000), "counts", equalTo(Map.of("imported", 6_000)));
        assertThat(Database.current().value("select count(*) from certificate_history where learner_id like 'cut-%'"))
                .isEqualTo("6000");
    }

    @Test
    void saysWhatToDoWithFilesThatItCannotTake() {
        // Given
        byte[] latin = "learner_id,course_key,status\n1,x,y\n\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        // When Then
        Imports.send(CSV, "?dry_run=yes", "learner_id\n")
                .statusCode(400)
                .body("error_code", equalTo("invalid_dry_run"));
        Imports.send(CSV, "", latin).statusCode(400).body("error_code", equalTo("not_utf8"));
        Imports.send(CSV, "", "a;b\n").statusCode(400).body("error_code", equalTo("missing_columns"));
        Imports.send(CSV, "", "learner_id,course_key,status\n\"1,x,y\n")
                .statusCode(400)
                .body("error_code", equalTo("unclosed_quote"));
        Imports.send("application/pdf", "", "x").statusCode(415).body("detail", containsString("application/x-ndjson"));
        Imports.send("text/csv;charset=latin1", "", "x")
                .statusCode(415)
                .body("error_code", equalTo("unsupported_media_type"));
    }

    @Test
    void refusesALargeFileBeforeItIsSent() throws IOException {
        // Given
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        String request = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: text/csv\r
                Content-Length: 1000000000\r
                Expect: 100-continue\r
                \r
                """.formatted(PATH, Tokens.staff());

        // When
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) KafkaProbe.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = new byte[4_096];
            StringBuilder answer = new StringBuilder();
            for (int read = 0; read >= 0 && !answer.toString().endsWith("}"); ) {
                read = socket.getInputStream().read(bytes);
                answer.append(new String(bytes, 0, Math.max(read, 0), StandardCharsets.UTF_8));
            }

            // Then
            assertThat(answer.toString()).startsWith("HTTP/1.1 413").contains("part_too_large", "/parts?n=1");
        }
    }

    @Test
    void repeatsItsAnswerUnderAnIdempotencyKey() {
        // Given
        String row = row("idempotent", "downloadable", "idempotent");

        // When
        var first =
                keyed("import-key", row).statusCode(202).extract().jsonPath().getLong("id");

        // Then
        assertThat(keyed("import-key", row).statusCode(202).extract().jsonPath().getLong("id"))
                .isEqualTo(first);
        keyed("import-key", row + "\n").statusCode(422);
        Imports.ended(first);
    }

    @Test
    void isForStaffAndServicesOnly() {
        given().auth()
                .oauth2(Tokens.learner("x", "x"))
                .contentType(CSV + "; charset=UTF-8")
                .body("x")
                .post(PATH)
                .then()
                .statusCode(403);
        given().auth().oauth2(Tokens.staff()).get(PATH + "/999999").then().statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse keyed(String key, String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("Idempotency-Key", key)
                .contentType(CSV + "; charset=UTF-8")
                .body("learner_id,course_key,status,modified_at\nkeyed," + COURSE + ",notpassing,2013-01-01T00:00:00Z\n"
                        + (body.endsWith("\n") ? "\n" : ""))
                .post(PATH)
                .then();
    }

    private static io.restassured.response.ValidatableResponse part(long id, int number, int line, String body) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(CSV + "; charset=UTF-8")
                .body(body)
                .post(PATH + "/" + id + "/parts?n=" + number + "&first_line=" + line)
                .then();
    }

    private static io.restassured.response.ValidatableResponse start(long id, int status) {
        return given().auth()
                .oauth2(Tokens.service())
                .post(PATH + "/" + id + "/start")
                .then()
                .statusCode(status);
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "part-" + i + "," + COURSE + ",downloadable,2013-01-01T00:00:00Z\n")
                .collect(Collectors.joining());
    }

    private static String row(String learner, String status, String word) {
        return """
                {"learner_id": "%s", "course_key": "%s", "status": "%s", "mode": "honor", "name": "Ada", "verify_uuid": "%s",
                 "created_at": "2012-08-01T10:00:00Z", "modified_at": "2013-08-01T10:00:00Z"}""".replace("\n", "").formatted(learner, COURSE, status, uuid(word));
    }

    private static Map<String, Object> certificate(String learner) {
        return Database.current().query("""
                        select *, created_at::text as created, modified_at::text as modified from certificate
                        where learner_id = ? and course_key = ?
                        """, learner, COURSE).getFirst();
    }
}
