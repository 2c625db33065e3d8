package org.laurel.programs.catalogueimport;

import static org.hamcrest.Matchers.equalTo;
import static org.laurel.programs.Refusals.assertRefused;
import static org.laurel.programs.Refusals.send;
import static org.laurel.programs.catalogue.Calls.BASE;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.catalogue.Calls;

/** Everything that imports refuse, with status and code. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET imports?limit=0 | | 400 invalid_request",
                "GET imports?limit=501 | | 400 invalid_request",
                "GET imports?cursor=x | | 400 unreadable_parameter",
                "POST imports | [{} | 400 unreadable_body",
                "POST imports?kind=courses | [] | 400 invalid_kind",
                "POST imports?dry_run=yes | [] | 400 invalid_dry_run",
                "GET imports/x | | 400 unreadable_parameter",
                "GET imports/0 | | 404 import_not_found",
                "GET imports/0/items | | 404 import_not_found",
                "GET imports/x/items | | 400 unreadable_parameter",
                "GET imports/OPEN/items?refused=2 | | 400 invalid_refused",
                "GET imports/OPEN/items?cursor=1 | | 400 invalid_cursor",
                "GET imports/OPEN/items?limit=1001 | | 400 invalid_request",
                "GET imports/0/events | | 404 import_not_found",
                "GET imports/OPEN/events | | 400 import_not_started",
                "POST imports/0/parts | [] | 404 import_not_found",
                "POST imports/OPEN/parts?n=0 | [] | 400 invalid_request",
                "POST imports/OPEN/parts?n=100001 | [] | 400 invalid_request",
                "POST imports/OPEN/parts?n=2&kind=all | [] | 400 invalid_kind",
                "POST imports/OPEN/parts?n=2 | [ | 400 unreadable_body",
                "POST imports/OPEN/parts?n=2 | ` ` | 400 unreadable_body",
                "POST imports/OPEN/parts?n=1 | [{}] | 409 part_differs",
                "POST imports/0/start | | 404 import_not_found",
                "POST imports/x/start | | 400 unreadable_parameter",
                "POST imports/EMPTY/start | | 409 part_missing",
                "POST imports/0/cancel | | 404 import_not_found",
                "POST imports/x/cancel | | 400 unreadable_parameter",
                "POST imports/CANCELLED/parts?n=3 | [] | 409 import_started",
            })
    void refuses(String request, @Nullable String body, String expected) {
        // Given
        String path = request.replaceFirst(" ", " " + BASE);
        if (path.contains("OPEN")) {
            long open = open();
            send(Tokens.staff(), "POST " + BASE + "imports/" + open + "/parts?n=1", null, "[]")
                    .statusCode(200);
            path = path.replace("OPEN", String.valueOf(open));
        }
        if (path.contains("CANCELLED")) {
            long cancelled = open();
            send(Tokens.staff(), "POST " + BASE + "imports/" + cancelled + "/cancel", null, null)
                    .statusCode(200);
            path = path.replace("CANCELLED", String.valueOf(cancelled));
        }

        // When
        ValidatableResponse answer = send(
                Tokens.staff(),
                path.contains("EMPTY") ? path.replace("EMPTY", String.valueOf(open())) : path,
                null,
                body);

        // Then
        assertRefused(answer, expected);
    }

    /** Who asks for a trial in words that nobody understands gets none, and no import either. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "yes", "on"})
    void doesNotTakeATrialForTheRealThing(String dryRun) {
        // Given
        String document = "[{\"uuid\": \"%s\", \"title\": \"Only tried\"}]".formatted(uuid("only-tried"));

        // When
        ValidatableResponse answer = send(Tokens.staff(), "POST " + BASE + "imports?dry_run=" + dryRun, null, document);

        // Then
        assertRefused(answer, "400 invalid_dry_run");
        Calls.get("programs/" + uuid("only-tried")).statusCode(404);
    }

    @Test
    void takesATrialHoweverTheTruthIsWritten() {
        send(Tokens.staff(), "POST " + BASE + "imports?dry_run=True", null, "[]")
                .statusCode(202)
                .body("dry_run", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET imports",
                "POST imports",
                "GET imports/1",
                "GET imports/1/items",
                "GET imports/1/events",
                "POST imports/1/parts",
                "POST imports/1/start",
                "POST imports/1/cancel"
            })
    void isNothingForLearners(String request) {
        assertRefused(
                send(Tokens.learner("id-reader", "reader"), request.replaceFirst(" ", " " + BASE), null, "[]"),
                "403 forbidden");
    }

    private static long open() {
        return Imports.id(Imports.send("", "").statusCode(201));
    }
}
