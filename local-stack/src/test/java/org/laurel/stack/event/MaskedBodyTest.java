package org.laurel.stack.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedBodyTest {

    private static final String TYPE = "org.laurel.learner.changed.v1";

    private final MaskedBody masked = new MaskedBody();

    @Test
    void personalMembersAndUnknownOnesAreMasked() {
        // Given
        String body = """
                {"learner_id": "7", "username": "ada", "email": "ada@example.org", "name": "Ada", "is_active": true,
                 "version": 3, "nickname": "A"}""";

        // When
        String shown = masked.of(event(TYPE, body));

        // Then
        assertThat(shown)
                .isEqualTo(
                        "{\"learner_id\":\"7\",\"username\":\"***\",\"email\":\"***\",\"name\":\"***\",\"is_active\":true,"
                                + "\"version\":3,\"nickname\":\"***\"}");
    }

    @Test
    void soAreThoseOfStructuredEvents() {
        // Given
        String body = """
                {"specversion": "1.0", "type": "%s", "data": {"learner_id": "7", "name": "Ada"}}""".formatted(TYPE);

        // When
        String shown = masked.of(event("(no type)", body));

        // Then
        assertThat(shown).isEqualTo("{\"learner_id\":\"7\",\"name\":\"***\"}");
    }

    @Test
    void membersOfMembersAreMaskedToo() {
        // Given
        String body = """
                {"old": {"learner_id": "7", "mode": "audit"}, "sections": [{"name": "Ada"}]}""";

        // When
        String shown = masked.of(event(TYPE, body));

        // Then
        assertThat(shown).doesNotContain("Ada");
    }

    @Test
    void whatIsNoObjectIsMaskedWhole() {
        // When
        String shown = masked.of(event(TYPE, "\"Ada\""));

        // Then
        assertThat(shown).isEqualTo("\"***\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"Ada\"}", "Ada", "", "{\"specversion\": \"1.0\", \"data_base64\": \"QWRh\"}"})
    void ofAnUnknownTypeOnlyTheLengthIsShown(String body) {
        // When
        String shown = masked.of(event("org.laurel.test.unknown.v1", body));

        // Then
        assertThat(shown).isEqualTo("(" + body.length() + " bytes)");
    }

    private static ReceivedEvent event(String type, String body) {
        return new ReceivedEvent("laurel.learners", 0, 0, Instant.EPOCH, Map.of("ce_type", type), "7", body);
    }
}
