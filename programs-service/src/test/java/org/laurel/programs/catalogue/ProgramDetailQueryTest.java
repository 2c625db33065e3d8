package org.laurel.programs.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.catalogue.db.ProgramDetailQuery;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.Extent;
import org.laurel.programs.catalogue.domain.InstructorDetail;
import org.laurel.programs.catalogue.domain.InstructorName;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.catalogue.domain.SeatDetail;

/** Whole program documents as readers find them. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramDetailQueryTest {

    @Inject
    ProgramDetailQuery query;

    @Test
    void readsEverythingThatADocumentSays() {
        // Given
        Story story = new Story("rich");
        story.put(1, rich(story)).statusCode(201);

        // When
        ProgramDetail program = query.find(uuid(story, 1)).orElseThrow();

        // Then
        assertThat(program.title()).isEqualTo("Data");
        assertThat(program.typeSlug()).isEqualTo("professional-certificate");
        assertThat(program.status()).isEqualTo(ProgramStatus.RETIRED);
        assertThat(program.authoringOrganizations()).hasSize(1);
        assertThat(program.applicableSeatTypes()).containsExactly("verified");
        assertThat(program.isEligibleForOneClickPurchase()).isTrue();
        assertThat(program.pathwayIds()).containsExactly(3L, 5L);
        assertThat(program.instructorOrdering())
                .extracting(InstructorName::full)
                .containsExactly("Ada Lovelace");
        assertThat(program.totalHoursOfEffort()).isEqualTo(40);
    }

    @Test
    void readsCoursesWithRunsAndSeats() {
        // Given
        Story story = new Story("seats");
        story.put(1, rich(story)).statusCode(201);

        // When
        CourseDetail course = query.find(uuid(story, 1)).orElseThrow().courses().getFirst();

        // Then
        RunDetail run = course.runs().getFirst();
        assertThat(course.uuid()).isEqualTo(uuid(story, 7));
        assertThat(course.members().values()).containsEntry("extra", 1);
        assertThat(course.entitlements().getFirst().price()).isEqualByComparingTo("90");
        assertThat(run.courseKey()).isEqualTo(new CourseKey(story.course("A")));
        assertThat(run.isPublished()).isTrue();
        assertThat(run.start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(run.seats()).containsExactly(new SeatDetail("verified", "S1", new BigDecimal("49.5"), null));
        assertThat(run.instructors())
                .containsExactly(new InstructorDetail("Ada Lovelace", "Countess", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"A\"}",
                "{\"title\": \"A\", \"hidden\": \"no\", \"banner_image\": [], \"authoring_organizations\": 7}",
                "{\"title\": \"A\", \"total_hours_of_effort\": 1e1000, \"pathway_ids\": {}, \"curricula\": \"none\"}",
                "{\"title\": \"A\", \"courses\": [{\"entitlements\": 1, \"course_runs\": null}], \"subtitle\": [[]]}"
            })
    void readsWhateverWasStored(String document) {
        // Given
        Story story = new Story("stored" + document.hashCode());
        story.put(1, document).statusCode(201);

        // When
        ProgramDetail program = query.find(uuid(story, 1)).orElseThrow();

        // Then
        assertThat(program.title()).isEqualTo("A");
        assertThat(program.pathwayIds()).isNull();
        assertThat(program.totalHoursOfEffort()).isNull();
        assertThat(program.authoringOrganizations()).isEmpty();
        assertThat(program.courses())
                .allSatisfy(course -> assertThat(course.runs()).isEmpty());
    }

    @Test
    void findsProgramsByRunAndByCourseEvenWithoutRuns() {
        // Given
        Story story = new Story("holding");
        story.put(1, story.document(1, List.of(List.of("A")))).statusCode(201);
        String course = uuid(story, 8).toString().toUpperCase(Locale.ROOT);
        story.put(2, "{\"title\": \"Another\", \"courses\": [{\"uuid\": \"" + course + "\"}]}")
                .statusCode(201);
        story.put(3, story.document(3, List.of(List.of("B")))).statusCode(201);
        story.put(4, story.document(4, List.of(List.of("A"))).replace("active", "unpublished"))
                .statusCode(201);

        // When
        List<ProgramDetail> programs =
                query.containing(List.of(new CourseKey(story.course("A"))), List.of(uuid(story, 8)));

        // Then
        assertThat(programs).extracting(ProgramDetail::title).containsExactly("Another", "Program holding");
    }

    @Test
    void loadsTheProgramsThatThereAre() {
        // Given
        Story story = new Story("load");
        story.put(1, story.document(1, List.of())).statusCode(201);

        // When
        var programs = query.load(List.of(uuid(story, 1), uuid(story, 2)));

        // Then
        assertThat(programs).containsOnlyKeys(uuid(story, 1));
    }

    /** Whatever a document says, lists of programs and progress in them read the same of its outline. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", 'type': 'Big Thing', 'status': 'retired', 'banner_image': {'large': null, 'small': {'url': 'u'}}",
                ", 'type_attrs': {'slug': 's'}, 'authoring_organizations': [{'key': 'O', 'logo_image_url': null}, 7]",
                ", 'courses': [{'uuid': '%1$s', 'entitlements': [{'mode': 'verified', 'price': '9'}]}, {'uuid': null}]",
                ", 'courses': [{}, {'course_runs': null}, {'course_runs': [{'key': '%2$s', 'type': 'credit'}]}]",
                ", 'courses': [{'course_runs': [{'key': '%2$s', 'seats': [{'type': 'a', 'upgrade_deadline': null}, 1]}]}]",
                ", 'courses': [{'course_runs': [{'key': '%2$sB', 'seats': 7}, {'key': '%2$s', 'title': 'T'}]}]"
            })
    void readsTheSameOfOutlines(String members) {
        // Given
        Story story = new Story("outline" + members.hashCode());
        String document = "{'title': 'A'%s}".formatted(members.formatted(story.program(7), story.course("A")));
        story.put(1, document.replace('\'', '"')).statusCode(201);
        UUID uuid = uuid(story, 1);

        // When
        ProgramDetail outline = only(query.load(List.of(uuid), Extent.OUTLINE));

        // Then
        ProgramDetail whole = only(query.load(List.of(uuid)));
        assertThat(outlined(outline)).isEqualTo(outlined(whole));
    }

    @Test
    void leavesOutOfOutlinesWhatListsOfProgramsDoNotShow() {
        // Given
        Story story = new Story("short");
        story.put(1, rich(story)).statusCode(201);

        // When
        ProgramDetail outline = only(query.load(List.of(uuid(story, 1)), Extent.OUTLINE));

        // Then
        assertThat(outline.members().values())
                .containsOnlyKeys(
                        "title", "type", "type_attrs", "status", "banner_image", "authoring_organizations", "courses");
        CourseDetail course = outline.courses().getFirst();
        assertThat(course.members().values()).containsOnlyKeys("uuid", "entitlements", "course_runs");
        assertThat(course.runs().getFirst().members().values()).containsOnlyKeys("key", "type", "seats");
    }

    private static ProgramDetail only(Map<UUID, ProgramDetail> found) {
        assertThat(found).hasSize(1);
        return found.values().iterator().next();
    }

    private static List<Object> outlined(ProgramDetail program) {
        List<Object> read = new ArrayList<>(List.of(
                program.title(),
                String.valueOf(program.type()),
                program.typeSlug(),
                program.status(),
                String.valueOf(program.members().values().get("banner_image")),
                program.authoringOrganizations()));
        for (CourseDetail course : program.courses()) {
            read.add(List.of(String.valueOf(course.uuid()), course.entitlements()));
            course.runs().forEach(run -> read.add(List.of(run.courseKey(), String.valueOf(run.type()), run.seats())));
        }
        return read;
    }

    private static String rich(Story story) {
        return """
            {"title": "Data", "subtitle": "From A to Z", "type": "Professional Certificate", "status": "retired",
             "hidden": true, "marketing_slug": "data",
             "authoring_organizations": [{"uuid": "%4$s", "key": "%1$s", "name": "One"}, "x"],
             "applicable_seat_types": ["verified", 4], "is_program_eligible_for_one_click_purchase": true,
             "pathway_ids": [3, "x", 5], "instructor_ordering": [{"given_name": "Ada", "family_name": "Lovelace"}],
             "total_hours_of_effort": 40, "detail_url": "/x",
             "courses": [{"key": "O+A", "uuid": "%2$s", "short_description": "First", "extra": 1,
                "entitlements": [{"mode": "verified", "sku": "E1", "price": "90.00"}],
                "course_runs": [{"key": "%3$s", "type": "verified", "status": "published", "start": "2026-01-01T00:00:00Z",
                   "seats": [{"type": "verified", "sku": "S1", "price": 49.5, "upgrade_deadline": ""}],
                   "instructors": [{"name": " Ada Lovelace ", "title": "Countess"}, {"name": ""}]}]}]}""".formatted(story.word(), story.program(7), story.course("A"), story.program(8));
    }

    private static UUID uuid(Story story, int number) {
        return UUID.fromString(story.program(number));
    }
}
