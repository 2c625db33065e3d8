package org.laurel.programs.catalogueimport;

import static org.awaitility.Awaitility.await;
import static org.laurel.programs.catalogue.Calls.BASE;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.staff;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.laurel.kit.test.KafkaProbe;

/** Imports of catalogue documents by staff. */
final class Imports {

    private Imports() {}

    /** Sends a document, or opens an import with an empty one. */
    static ValidatableResponse send(String query, String document) {
        return staff().body(document).post(BASE + "imports" + query).then();
    }

    /** The report of an import once it has ended. */
    static JsonPath ended(long id) {
        await("end of import " + id)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> isEnded(report(id).getString("state")));
        return report(id);
    }

    /** Sends a document and gives the report once all of it is worked off. */
    static JsonPath imported(String query, String document) {
        return ended(id(send(query, document).statusCode(202)));
    }

    /** What became of the items. */
    static JsonPath items(JsonPath report, Object... query) {
        return get("imports/" + report.getLong("id") + "/items", query)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static long id(ValidatableResponse answer) {
        return answer.extract().jsonPath().getLong("id");
    }

    static JsonPath report(long id) {
        return get("imports/" + id).statusCode(200).extract().jsonPath();
    }

    private static boolean isEnded(String state) {
        return state.equals("done") || state.equals("cancelled");
    }
}
