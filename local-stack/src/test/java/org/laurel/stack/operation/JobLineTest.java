package org.laurel.stack.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobLineTest {

    @Test
    void tellsWhenARunningJobWillHaveComeToItsEnd() throws JsonProcessingException {
        // Given
        JsonNode job = job("running", 3_000, "10000", "{\"refused\": 1, \"granted\": 2999}");

        // When
        String line = new JobLine(job, 1_000, Duration.ofSeconds(20)).text();

        // Then
        assertThat(line)
                .isEqualTo("7  run course-1  running  3,000 of 10,000 (30 %)  granted 2999, refused 1  1m 10s left");
    }

    @Test
    void promisesNothingBeforeAnythingHappened() throws JsonProcessingException {
        // Given
        JsonNode job = job("running", 1_000, "10000", "{}");

        // When
        String line = new JobLine(job, 1_000, Duration.ofSeconds(20)).text();

        // Then
        assertThat(line).isEqualTo("7  run course-1  running  1,000 of 10,000 (10 %)");
    }

    @Test
    void tellsWhatItHasDoneWhenNobodyKnowsHowMuchThereIs() throws JsonProcessingException {
        // Given
        JsonNode job = job("done", 12, "null", "{}");

        // When
        String line = JobLine.once(job).text();

        // Then
        assertThat(line).isEqualTo("7  run course-1  done  12 done");
    }

    @Test
    void isOneLineWhateverAServiceSays() throws JsonProcessingException {
        // Given
        JsonNode job = job("done\\n\u2714 all is well", 12, "null", "{}");

        // When
        String line = JobLine.once(job).text();

        // Then
        assertThat(line).isEqualTo("7  run course-1  done\\u000a\u2714 all is well  12 done");
    }

    private static JsonNode job(String state, int done, String total, String counts) throws JsonProcessingException {
        return new ObjectMapper().readTree("""
                {"id": 7, "kind": "run", "subject": "course-1", "state": "%s", "done": %d, "total": %s, "counts": %s}
                """.formatted(state, done, total, counts));
    }
}
