package org.laurel.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.event.OutgoingEvent;
import org.laurel.stack.event.SchemaCheck;

/** What the demo says follows the contract. */
class PlatformFactsTest {
    private static final Script SCRIPT = SmallScript.of(RunId.next());

    static Stream<OutgoingEvent> events() {
        return Stream.of(
                        SCRIPT.attempts().stream().map(PlatformFacts::enrollment),
                        SCRIPT.attempts().stream().flatMap(PlatformFacts::completions),
                        SCRIPT.attempts().stream().map(PlatformFacts::passingStatus),
                        SCRIPT.lapses().stream().map(PlatformFacts::passingStatus))
                .flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventFollowsTheSchemaOfItsType(OutgoingEvent event) {
        // Given
        SchemaCheck schema = new SchemaCheck(event.type());

        // When
        var problems = schema.problems(event.body());

        // Then
        assertThat(problems).isEmpty();
        assertThat(event.key()).isEqualTo(event.body().path("learner_id").asText());
    }

    @Test
    void theCourseStructureFollowsItsSchema() {
        // Given
        SchemaCheck schema = new SchemaCheck(EventCatalogue.COURSE_STRUCTURE_PUBLISHED);
        CourseRun course = SCRIPT.courses().getFirst();

        // When
        var problems = schema.problems(Json.tree(course.structure(Instant.parse("2026-05-01T10:00:00Z"))));

        // Then
        assertThat(problems).isEmpty();
    }
}
