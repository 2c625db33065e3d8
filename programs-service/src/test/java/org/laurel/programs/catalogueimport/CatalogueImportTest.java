package org.laurel.programs.catalogueimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.put;
import static org.laurel.programs.catalogue.Calls.uuid;
import static org.laurel.programs.catalogueimport.Imports.imported;
import static org.laurel.programs.catalogueimport.Imports.items;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.programs.Story;

/** What becomes of the items of a catalogue document. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CatalogueImportTest {

    private static final String PROGRAMS = "laurel.programs";

    @Test
    void importsOrganisationsPathwaysAndProgramsOfOneDocument() {
        // Given
        String document = """
                {"generated": {"programs": [7]}, "organizations": [{"uuid": "%s", "key": "ImpX"}],
                 "pathways": {"count": 1, "next": null, "results": [
                   {"id": 71001, "uuid": "%s", "name": "Way", "org_name": "Uni", "programs": [{"uuid": "%s", "title": "One"}]}]},
                 "programs": [{"count": 2, "results": [%s]}, %s]}""".formatted(
                uuid("imp-org"), uuid("imp-way"), uuid("imp-1"), program("imp-1", "One"), program("imp-2", "Two"));

        // When
        JsonPath report = imported("", document);

        // Then
        assertThat(report.getString("state")).isEqualTo("done");
        assertThat(report.getLong("items")).isEqualTo(4).isEqualTo(report.getLong("done"));
        assertThat(report.getMap("counts"))
                .isEqualTo(Map.of(
                        "organizations", Map.of("created", 1),
                        "pathways", Map.of("created", 1),
                        "programs", Map.of("created", 2)));
        get("programs/" + uuid("imp-2")).statusCode(200).body("title", equalTo("Two"), "extra", equalTo(1.5f));
        get("organizations/" + uuid("imp-org")).statusCode(200).body("key", equalTo("ImpX"));
        get("pathways", "program", uuid("imp-1")).body("results.id", contains(71001));
    }

    @Test
    void worksOffWhatComesSeveralTimesInItsOrder() {
        // Given
        String one = "{\"uuid\": \"%s\", \"key\": \"ImpAgainX\"}".formatted(uuid("imp-again-org"));
        String other = one.replace("}", ", \"name\": \"Again\"}");

        // When
        JsonPath report = imported("?kind=organizations", "[%s, %s, %s]".formatted(one, other, other));

        // Then
        assertThat(report.getMap("counts.organizations")).isEqualTo(Map.of("created", 1, "changed", 1, "unchanged", 1));
        get("organizations/" + uuid("imp-again-org")).body("name", equalTo("Again"));
    }

    @Test
    void tellsNothingAndKeepsTheVersionOfWhatDidNotChange() {
        // Given
        Story story = new Story("imp-again");
        String first = "[" + program(story, 1, "One") + ", " + program(story, 2, "Two") + "]";
        imported("", first);
        Database.current().awaitEmptyOutbox();
        try (KafkaProbe probe = KafkaProbe.fromNow(PROGRAMS)) {
            // When
            JsonPath report = imported("", "[" + program(story, 1, "One") + ", " + program(story, 2, "Other") + "]");

            // Then
            assertThat(report.getMap("counts.programs")).isEqualTo(Map.of("unchanged", 1, "changed", 1));
            ReceivedEvent event = probe.awaitEvent(
                    PROGRAMS,
                    received -> List.of(story.program(1), story.program(2)).contains(received.key()));
            assertThat(event.key()).isEqualTo(story.program(2));
            assertThat(event.body().path("version").asInt()).isEqualTo(2);
        }
        get("programs/" + story.program(1)).header("ETag", "\"1\"");
    }

    @Test
    void oneBadItemCostsOnlyItself() {
        // Given
        put("organizations/" + uuid("bad-owner"), "{\"key\": \"BadX\"}").statusCode(201);
        String document = """
                {"programs": [%s, {"title": "No uuid"}, {"uuid": "%s", "status": "gone", "courses": {}}, 7, %s],
                 "organizations": [{"uuid": "%s", "key": "BadX"}, {"uuid": "%s", "key": "GoodX"}],
                 "pathways": [{"uuid": "%s", "name": "W"}]}""".formatted(
                        program("bad-1", "Good one"),
                        uuid("bad-2"),
                        program("bad-3", "a\\u0000b"),
                        uuid("bad-org"),
                        uuid("good-org"),
                        uuid("bad-way"));

        // When
        JsonPath report = imported("", document);

        // Then
        assertThat(report.getMap("counts"))
                .isEqualTo(Map.of(
                        "organizations", Map.of("created", 1, "refused", 1),
                        "pathways", Map.of("refused", 1),
                        "programs", Map.of("created", 1, "refused", 4)));
        JsonPath refused = items(report, "refused", true);
        assertThat(refused.getList("results.code"))
                .containsExactly(
                        "invalid_program",
                        "invalid_program",
                        "invalid_program",
                        "invalid_program",
                        "organization_key_taken",
                        "invalid_pathway");
        assertThat(refused.getList("results[1].violations.field"))
                .containsExactlyInAnyOrder("title", "status", "courses");
        assertThat(refused.getList("results[0].violations.field")).containsExactly("uuid");
        assertThat(refused.getString("results[0].uuid")).isNull();
        assertThat(refused.getString("results[3].uuid")).isEqualTo(uuid("bad-3"));
        assertThat(refused.getList("results.position")).containsExactly(2, 3, 4, 5, 6, 8);
        get("programs/" + uuid("bad-1")).statusCode(200);
        get("organizations/" + uuid("good-org")).statusCode(200);
    }

    /** What only the database can refuse. */
    @Test
    void anItemThatFailsIsRefusedAndTheOthersAreTaken() {
        // Given
        Database database = Database.current();
        database.execute(
                "alter table program add constraint test_failing_item check (title <> 'Failing item') not valid");
        JsonPath report;
        try {
            // When
            report = imported(
                    "",
                    "[" + program("fail-1", "First") + ", " + program("fail-2", "Failing item") + ", "
                            + program("fail-3", "Third") + "]");
        } finally {
            database.execute("alter table program drop constraint test_failing_item");
        }

        // Then
        assertThat(report.getMap("counts.programs")).isEqualTo(Map.of("created", 2, "refused", 1));
        assertThat(items(report).getList("results.outcome")).containsExactly("created", "refused", "created");
        assertThat(items(report).getString("results[1].code")).isEqualTo("undecidable");
    }

    @Test
    void theSameProgramTwiceInADocumentIsTakenInOrder() {
        // When
        JsonPath report = imported(
                "",
                "[" + program("twice", "One") + ", " + program("twice", "Two") + ", " + program("twice", "Two") + "]");

        // Then
        assertThat(items(report).getList("results.outcome")).containsExactly("created", "changed", "unchanged");
        get("programs/" + uuid("twice")).header("ETag", "\"2\"").body("title", equalTo("Two"));
    }

    @Test
    void aDryRunReportsAndChangesNothing() {
        // Given
        put("programs/" + uuid("dry-1"), "{\"title\": \"One\"}").statusCode(201);

        // When
        JsonPath report = imported(
                "?dry_run=true",
                "[{\"uuid\": \"%s\", \"title\": \"Other\"}, %s, {}]".formatted(uuid("dry-1"), program("dry-2", "Two")));

        // Then
        assertThat(report.getBoolean("dry_run")).isTrue();
        assertThat(report.getMap("counts.programs")).isEqualTo(Map.of("changed", 1, "created", 1, "refused", 1));
        get("programs/" + uuid("dry-1")).header("ETag", "\"1\"").body("title", equalTo("One"));
        get("programs/" + uuid("dry-2")).statusCode(404);
    }

    @Test
    void aChangedProgramIsEvaluatedForLearners() {
        // Given
        Story story = new Story("imp-award");
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(PROGRAMS)) {
            probe.send(story.certificate("A", 1, "downloadable", 1));
            story.awaitCredentials("awarded", 1);

            // When
            imported("", "[" + story.document(1, List.of(List.of("A"))) + "]");

            // Then
            story.awaitCredentials("awarded", 2);
        }
    }

    /** More than a chunk, in one document. */
    @Test
    void takesManyItems() {
        // Given
        String document = IntStream.range(0, 250)
                .mapToObj(number -> program("many-" + number, "Many " + number))
                .collect(Collectors.joining(", ", "[", "]"));

        // When
        JsonPath report = imported("", document);

        // Then
        assertThat(report.getMap("counts.programs")).isEqualTo(Map.of("created", 250));
        JsonPath page = items(report, "limit", 200);
        assertThat(page.getList("results")).hasSize(200);
        assertThat(items(report, "limit", 200, "cursor", page.getString("next_cursor"))
                        .getList("results"))
                .hasSize(50);
    }

    private static String program(Story story, int number, String title) {
        return "{\"uuid\": \"%s\", \"title\": \"%s\", \"extra\": 1.50}".formatted(story.program(number), title);
    }

    private static String program(String word, String title) {
        return "{\"uuid\": \"%s\", \"title\": \"%s\", \"extra\": 1.50}".formatted(uuid(word), title);
    }
}
