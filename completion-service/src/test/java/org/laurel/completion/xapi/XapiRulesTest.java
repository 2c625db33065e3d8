package org.laurel.completion.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSamples;

/** The rules by which tests judge statements find what is wrong. */
class XapiRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void findNothingInTheSampleOfTheEvent() throws JsonProcessingException {
        // Given
        ObjectNode statement = sample();

        // When
        List<String> violations = XapiRules.violations(statement);

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/id | \"5\"",
                "/id | null",
                "/actor/account | null",
                "/actor/account/name | \"\"",
                "/actor/account/homePage | \"lms.example.org\"",
                "/actor/account/learner | 1",
                "/actor/mbox | \"mailto:ada@example.org\"",
                "/actor/objectType | \"Group\"",
                "/verb/id | \"progressed\"",
                "/verb/display | {}",
                "/verb/display/in english | \"progressed\"",
                "/object/id | \"not an iri\"",
                "/object/objectType | \"Agent\"",
                "/object/definition/type | \"module\"",
                "/object/definition/name | {\"en\": 5}",
                "/result/completion | \"yes\"",
                "/result/progress | 5",
                "/result/extensions/progress | 5",
                "/context/contextActivities/parents | []",
                "/context/contextActivities/parent | [{}]",
                "/context/extensions/session | \"x\"",
                "/timestamp | \"2026-03-02T10:15:00\"",
                "/timestamp | \"2026-03-02T10:15:00-00:00\"",
                "/timestamp | \"2026-13-02T10:15:00Z\"",
                "/version | \"2.0.0\"",
                "/learner_id | \"42\""
            })
    void findAMemberThatTheSpecificationDoesNotAllow(String place, String value) throws JsonProcessingException {
        // Given
        ObjectNode statement = sample();
        String parent = place.substring(0, place.lastIndexOf('/'));
        ObjectNode object = (ObjectNode) statement.at(parent);
        object.set(place.substring(place.lastIndexOf('/') + 1), JSON.readTree(value));

        // When
        List<String> violations = XapiRules.violations(statement);

        // Then
        assertThat(violations).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id", "actor", "verb", "object"})
    void findWhatIsMissing(String member) throws JsonProcessingException {
        // Given
        ObjectNode statement = sample();
        statement.remove(member);

        // When
        List<String> violations = XapiRules.violations(statement);

        // Then
        assertThat(violations).isNotEmpty();
    }

    private static ObjectNode sample() throws JsonProcessingException {
        JsonNode event = JSON.readTree(
                EventSamples.find(EventCatalogue.XAPI_STATEMENT_MADE.name()).orElseThrow());
        return (ObjectNode) event.path("statement");
    }
}
