package org.laurel.events.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.events.ContractMapper;

/** What is absent and what is null are not the same. */
class CourseRunSubmittedTest {

    private static final ObjectMapper MAPPER = ContractMapper.create();
    private static final String KEY = "course-v1:DemoX+CS101+2026_T1";

    @Test
    void tellsAbsentMembersFromNullOnes() throws JsonProcessingException {
        // Given
        String body = """
                {"course_key": "%s", "end": null, "self_paced": true, "occurred_at": "2026-01-01T00:00:00Z"}
                """.formatted(KEY);

        // When
        CourseRunSubmitted read = MAPPER.readValue(body, CourseRunSubmitted.class);

        // Then
        assertThat(read.start()).isEqualTo(Told.unchanged());
        assertThat(read.end()).isEqualTo(Told.of(null)).isNotEqualTo(Told.unchanged());
        assertThat(read.selfPaced()).isEqualTo(Told.of(true));
    }

    @Test
    void writesNullMembersAndLeavesAbsentOnesOut() throws JsonProcessingException {
        // Given
        CourseRunSubmitted body = MAPPER.readValue(
                "{\"course_key\": \"%s\", \"max_enrollments\": null, \"occurred_at\": \"2026-01-01T01:00:00+01:00\"}"
                        .formatted(KEY),
                CourseRunSubmitted.class);

        // When
        String written = MAPPER.writeValueAsString(body);

        // Then
        assertThat(written)
                .isEqualTo("{\"course_key\":\"%s\",\"max_enrollments\":null,\"occurred_at\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(KEY));
    }

    @Test
    void isMadeFromMembersByName() {
        // Given
        Instant start = Instant.parse("2026-01-15T00:00:00Z");

        // When
        CourseRunSubmitted made = CourseRunSubmitted.of(
                Map.of("course_key", KEY, "start", start, "max_enrollments", 5, "occurred_at", "2026-01-01T00:00:00Z"));

        // Then
        assertThat(made.start().value()).isEqualTo(start);
        assertThat(made.maxEnrollments().value()).isEqualTo(5);
        assertThat(made.key()).isEqualTo(KEY);
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        // Given
        Map<String, Object> members = Map.of(
                "course_key", KEY, "max_enrollments", BigInteger.TEN.pow(30), "occurred_at", "2026-01-01T00:00:00Z");

        // When
        var creation = assertThatThrownBy(() -> CourseRunSubmitted.of(members));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("max_enrollments");
    }
}
