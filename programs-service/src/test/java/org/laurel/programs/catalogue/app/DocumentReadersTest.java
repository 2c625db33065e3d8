package org.laurel.programs.catalogue.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Requirement;

/** What is read of documents, and what is found wrong with them. */
class DocumentReadersTest {

    private static final UUID OWN = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");
    private static final String A = "{\"key\": \"course-v1:O+A+1\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\": \"T\"} | ",
                "{} | title is required",
                "{\"title\": \"LONG\"} | title must not be longer than 255 characters",
                "{\"title\": \"T\", \"type\": \"LONG\"} | type must not be longer than 100 characters",
                "{\"title\": \"T\", \"type_attrs\": {\"slug\": 7}} | type_attrs.slug must be a text",
                "{\"title\": \"T\", \"status\": \"gone\"} | status must be active, retired, deleted or unpublished",
                "{\"title\": \"T\", \"hidden\": \"no\"} | ",
                "{\"title\": \"T\", \"uuid\": \"x\"} | uuid must be a uuid",
                "{\"title\": \"T\", \"uuid\": \"1f0e0d0c-0b0a-4908-8706-050403020100\"} | uuid must be the uuid in the path",
                "{\"title\": \"T\", \"courses\": 7} | courses must be a list",
                "{\"title\": \"T\", \"courses\": [null]} | courses[0] must be an object",
                "{\"title\": \"T\", \"courses\": [\"Org+A\"]} | courses[0] must be an object",
                "{\"title\": \"T\", \"courses\": [{\"course_runs\": [{\"key\": \"course-v1:O+A+1\", \"uuid\": \"x\"}]}]}"
                        + " | courses[0].course_runs[0].uuid must be a uuid",
                "{\"title\": \"T\", \"courses\": [{\"course_runs\": [{}]}]} | courses[0].course_runs[0].key is required",
                "{\"title\": \"T\", \"courses\": [{\"course_runs\": [{\"key\": \"x\"}]}]}"
                        + " | courses[0].course_runs[0].key is not the key of a course run",
                "{\"title\": \"T\", \"courses\": [{\"course_runs\": [A]}, {\"course_runs\": [A]}]}"
                        + " | courses[1].course_runs[0].key must not stand in the program twice",
                "{\"title\": \"T\", \"courses\": [{\"uuid\": \"OWN\"}, {\"uuid\": \"OWN\"}]}"
                        + " | courses[1].uuid must not stand for two courses",
                "{\"title\": \"T\", \"x\": [1e99999]} | x[0] is too large or too small a number",
                "{\"title\": \"T\", \"a\\u0000\": 1} |  must not have a member whose name contains U+0000 or half a surrogate pair",
            })
    void tellsWhatIsWrongWithAProgram(String document, String expected) {
        // Given
        JsonNode read = json(document.replace("LONG", "x".repeat(256))
                .replace("OWN", OWN.toString())
                .replace("[A]", "[" + A + "]"));

        // When
        List<String> flaws = flaws(ProgramReader.read(OWN, read));

        // Then
        assertThat(flaws).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void readsWhatTheRulesNeedOfAProgram() {
        // When
        Reading<Program> reading = ProgramReader.read(OWN, json("""
                {"uuid": "0F0E0D0C-0B0A-4908-8706-050403020100", "title": "T", "type": "Big Program", "status": "Retired",
                 "courses": [{"key": "K", "course_runs": [{"key": "course-v1:O+A+1", "type": "verified"}]}, {}],
                 "requirements": [{"type": "courses", "courses": ["K"], "title": "Core"}]}"""));

        // Then
        Program program = reading.orRefuse("x", "x");
        assertThat(program.uuid()).isEqualTo(OWN);
        assertThat(program.type()).isEqualTo("big-program");
        assertThat(program.status()).isEqualTo(ProgramStatus.RETIRED);
        assertThat(program.courses()).extracting(course -> course.title()).containsExactly("K", "course 2");
        assertThat(program.requirements()).containsExactly(new Requirement(1, List.of(0), "Core"));
    }

    @ParameterizedTest
    @CsvSource({
        "key, 256, key must not be longer than 255 characters",
        "name, 256, name must not be longer than 255 characters",
        "logo_image_url, 513, logo_image_url must not be longer than 512 characters",
        "certificate_logo_image_url, 20, certificate_logo_image_url must be an http or https address",
    })
    void tellsWhatIsWrongWithAnOrganisation(String member, int length, String expected) {
        // Given
        String key = member.equals("key") ? "" : "\"key\": \"K\", ";

        // When
        List<String> flaws = flaws(OrganizationReader.read(
                OWN, json("{%s\"%s\": \"%s\"}".formatted(key, member, "x".repeat(length)))));

        // Then
        assertThat(flaws).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "name, 256, name must not be longer than 255 characters",
        "org_name, 256, org_name must not be longer than 255 characters",
        "email, 255, email must not be longer than 254 characters",
        "email, 5, email must be an email address",
        "description, 10001, description must not be longer than 10000 characters",
        "destination_url, 513, destination_url must not be longer than 512 characters",
        "destination_url, 5, destination_url must be an http or https address",
    })
    void tellsWhatIsWrongWithAPathway(String member, int length, String expected) {
        // Given
        String name = member.equals("name") ? "" : "\"name\": \"N\", ";
        String orgName = member.equals("org_name") ? "" : "\"org_name\": \"O\", ";

        // When
        List<String> flaws = flaws(PathwayReader.read(
                OWN, json("{%s%s\"%s\": \"%s\"}".formatted(name, orgName, member, "x".repeat(length)))));

        // Then
        assertThat(flaws).containsExactly(expected);
    }

    @Test
    void aPathwayDoesNotNameMoreProgramsThanAThousand() {
        // Given
        String programs = "\"x\", ".repeat(1_000) + "\"x\"";

        // When
        List<String> flaws = flaws(PathwayReader.read(
                OWN, json("{\"name\": \"N\", \"org_name\": \"O\", \"program_uuids\": [" + programs + "]}")));

        // Then
        assertThat(flaws).containsExactly("program_uuids must not name more than 1000 programs");
    }

    @Test
    void readsTheProgramsOfAPathwayAsADiscoveryServiceServesThem() {
        // When
        Reading<Pathway> served = PathwayReader.read(OWN, json("""
                {"name": "N", "org_name": "O", "programs": [{"uuid": "%s", "title": "T", "hidden": false}]}""".formatted(OWN)));
        Reading<Pathway> both = PathwayReader.read(OWN, json("""
                {"name": "N", "org_name": "O", "program_uuids": [], "programs": [{"uuid": "%s"}]}""".formatted(OWN)));
        List<String> flaws = flaws(PathwayReader.read(OWN, json("""
                {"name": "N", "org_name": "O", "programs": [{"uuid": "%1$s"}, "%1$s", {"uuid": "%1$s"}]}""".formatted(OWN))));

        // Then
        assertThat(served.orRefuse("x", "x").programs()).containsExactly(OWN);
        assertThat(both.orRefuse("x", "x").programs()).isEmpty();
        assertThat(flaws)
                .containsExactly("programs[1].uuid must be a uuid", "programs[2].uuid must not name a program twice");
    }

    private static List<String> flaws(Reading<?> reading) {
        List<Violation> violations = reading instanceof Reading.Faulty<?> faulty ? faulty.violations() : List.of();
        return violations.stream()
                .map(violation -> (violation.field() + " " + violation.message()).strip())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper()
                    .reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
