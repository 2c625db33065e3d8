package org.laurel.kit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of JSON, and what is not. The learner is 7, called "audit", Zoë O'Hara, zoe@example.org. */
class BlankingTest {

    private static final PersonalWords WORDS =
            PersonalWords.of("7", List.of("audit", "Zoë O'Hara", "Zoe@Example.org", "", " "));

    @Test
    void blanksASnapshotAndLeavesTheRestOfTheEvent() throws JsonProcessingException {
        // Given
        JsonNode event = json("""
                {"learner_id": "7", "mode": "audit", "name": "Z. O'Hara", "reason": "audit", "version": 3, "program": {"name": "Z"},
                 "learner": {"learner_id": "7", "username": "audit", "email": "old@example.org", "name": "Zoë", "is_active": true}}
                """);

        // When
        boolean changed = Blanking.of(WORDS, event, true);

        // Then
        assertThat(changed).isTrue();
        assertThat(event).isEqualTo(json("""
                {"learner_id": "7", "mode": "audit", "name": "", "reason": "", "version": 3, "program": {"name": "Z"},
                 "learner": {"learner_id": "7", "username": "7", "email": "", "name": "", "is_active": true}}
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"learner_id\":\"8\",\"name\":\"Zoë O'Hara\",\"mode\":\"audit\"}",
                "{\"learner_id\":\"8\",\"learner\":{\"learner_id\":\"8\",\"name\":\"ZOË O'HARA\",\"username\":\"audit\"}}",
                "{\"course_key\":\"c\",\"name\":\"audit\",\"display_name\":\"Audit\",\"mode\":\"audit\"}",
                "{\"reason\":\"an audit\",\"email\":\"other-zoe@example.org\",\"note\":\"zoe@example.org.uk\"}"
            })
    void leavesWhatBelongsToOthers(String event) throws JsonProcessingException {
        // Given
        JsonNode body = json(event);

        // When
        boolean changed = Blanking.of(WORDS, body, false);

        // Then
        assertThat(changed).isFalse();
        assertThat(body).isEqualTo(json(event));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"course_key\":\"c\",\"changed_by\":\"Audit\"}|{\"course_key\":\"c\",\"changed_by\":\"7\"}",
                "{\"learner_id\":\"8\",\"email\":\"zoe@example.org\"}|{\"learner_id\":\"8\",\"email\":\"\"}",
                "{\"note\":\"ask zoe@example.org.\"}|{\"note\":\"ask .\"}",
                "{\"staff\":[{\"learner_id\":\"7\",\"name\":\"Z\"},{\"learner_id\":\"8\",\"name\":\"B\"}]}"
                        + "|{\"staff\":[{\"learner_id\":\"7\",\"name\":\"\"},{\"learner_id\":\"8\",\"name\":\"B\"}]}"
            })
    void takesTheLearnerOutOfWhatBelongsToOthers(String event, String expected) throws JsonProcessingException {
        // Given
        JsonNode body = json(event);

        // When
        boolean changed = Blanking.of(WORDS, body, false);

        // Then
        assertThat(changed).isTrue();
        assertThat(body).isEqualTo(json(expected));
    }

    @Test
    void putsTheIdInThePlaceOfItemsOfLists() throws JsonProcessingException {
        // Given
        JsonNode parameters = json("""
                {"learners": ["AUDIT", "auditor", "ada"], "csv": "user,mode\\nada,honor\\naudit, honor", "last": 7, "mode": "audits"}
                """);

        // When
        boolean changed = Blanking.toId(WORDS, parameters);

        // Then
        assertThat(changed).isTrue();
        assertThat(parameters).isEqualTo(json("""
                {"learners": ["7", "auditor", "ada"], "csv": "user,mode\\nada,honor\\n7, honor", "last": 7, "mode": "audits"}
                """));
    }

    @Test
    void emptiesProseThatMentionsSomebodyWhereverItStands() throws JsonProcessingException {
        // Given
        JsonNode parameters = json("""
                {"reason": "for Zoë O'Hara, zoe@example.org", "change_reason": "as ZOË O'HARA asked", "note": "for Zoë",
                 "run": {"comment": "zoe@example.org wrote", "name": "Zoë O'Hara"}}
                """);

        // When
        boolean changed = Blanking.ofProse(Mentions.of(List.of("Zoë O'Hara", "zoe@example.org")), parameters);

        // Then
        assertThat(changed).isTrue();
        assertThat(parameters).isEqualTo(json("""
                {"reason": "", "change_reason": "", "note": "for Zoë", "run": {"comment": "", "name": "Zoë O'Hara"}}
                """));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
