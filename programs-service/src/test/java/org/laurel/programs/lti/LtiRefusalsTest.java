package org.laurel.programs.lti;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laurel.programs.Refusals.assertRefused;
import static org.laurel.programs.Refusals.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Everything that the resources of programs' tools refuse, with status and code, in a deployment without a key for secrets. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LtiRefusalsTest {

    private static final List<String> REFUSED = List.of(
            "GET MALFORMED | | | 400 invalid_uuid",
            "GET UNKNOWN | | | 404 lti_configuration_not_found",
            "GET BARE | | | 404 lti_configuration_not_found",
            "PUT MALFORMED | | {\"provider_type\": \"forum\"} | 400 invalid_uuid",
            "PUT UNKNOWN | | {\"provider_type\": \"forum\"} | 404 program_not_found",
            "PUT BARE | * | {\"provider_type\": \"forum\"} | 412 version_changed",
            "PUT HELD | \"0\" | {\"provider_type\": \"forum\"} | 412 version_changed",
            "PUT HELD | | {} | 400 invalid_request",
            "PUT HELD | | {\"provider_type\": null} | 400 invalid_request",
            "PUT HELD | | {\"provider_type\": \"a b\"} | 400 invalid_lti_configuration",
            "PUT HELD | | {\"provider_type\": \"forum\", \"lti_configuration\": {}} | 400 invalid_lti_configuration",
            "PUT HELD | | {\"provider_type\": \"forum\", \"lti_configuration\": \"hush\"} | 400 unreadable_body",
            "PUT HELD | | {\"provider_type\": \"other\", \"change_reason\": \"\\u0000\"} | 400 unstorable_text",
            "PUT HELD | | {\"provider_type\": \"forum\", \"lti_configuration\": {\"version\": \"1.3\","
                    + " \"launch_url\": \"https://forum.example.org/\", \"secret\": \"hush\"}} | 409 no_secret_key",
            "DELETE MALFORMED | | | 400 invalid_uuid",
            "DELETE UNKNOWN | | | 404 lti_configuration_not_found",
            "DELETE BARE | | | 404 lti_configuration_not_found",
            "DELETE HELD | \"0\" | | 412 version_changed",
            "GET MALFORMED/history | | | 400 invalid_uuid",
            "GET UNKNOWN/history | | | 404 lti_configuration_not_found",
            "GET BARE/history | | | 404 lti_configuration_not_found",
            "GET HELD/history?limit=0 | | | 400 invalid_request",
            "GET HELD/history?cursor=x | | | 400 unreadable_parameter");

    private final Story story = new Story("ltirefusal");

    @BeforeEach
    void holdTools() {
        story.put(1, List.of(List.of("A")));
        story.put(2, List.of(List.of("A")));
        for (String kind : List.of("discussions", "live")) {
            send(Tokens.staff(), path("PUT HELD", kind), null, "{\"provider_type\": \"forum\"}");
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of("discussions", "live")
                .flatMap(kind -> REFUSED.stream()
                        .map(row -> row.split(" *\\| *"))
                        .map(cells -> Arguments.of(kind, cells[0], cells[1], cells[2], cells[3])));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(String kind, String request, String ifMatch, String body, String expected) {
        assertRefused(send(Tokens.staff(), path(request, kind), unlessEmpty(ifMatch), unlessEmpty(body)), expected)
                .body(not(containsString("hush")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET HELD", "PUT HELD", "DELETE HELD", "GET HELD/history"})
    void isNothingForLearners(String request) {
        for (String kind : List.of("discussions", "live")) {
            assertRefused(send(story.token(), path(request, kind), null, "{}"), "403 forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"discussions", "live"})
    void putsAgainWhatHoldsAlready(String kind) {
        send(Tokens.staff(), path("PUT HELD", kind), null, "{\"provider_type\": \"forum\"}")
                .statusCode(200);
    }

    private String path(String request, String kind) {
        return request.replace("MALFORMED", at("x", kind))
                .replace("UNKNOWN", at(story.program(9), kind))
                .replace("BARE", at(story.program(2), kind))
                .replace("HELD", at(story.program(1), kind));
    }

    private static String at(String program, String kind) {
        return "/api/programs/v1/programs/" + program + "/" + kind + "-configuration";
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
