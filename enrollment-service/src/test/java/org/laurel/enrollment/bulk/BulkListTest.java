package org.laurel.enrollment.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Long lists as they are listed and written. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkListTest {

    private final Scene scene = new Scene();

    @Inject
    StatementCount statements;

    @Test
    void aPageOfListsCostsNoMoreStatementsThanOneList() {
        // Given
        scene.open();
        // One more than are listed: whether there is a next page is looked at, too.
        for (int i = 0; i < 5; i++) {
            BulkScene.ended(sent("nobody" + i));
        }

        // When
        long one = statements.during(() -> listed(1));
        long four = statements.during(() -> listed(4));

        // Then
        assertThat(four).isEqualTo(one);
    }

    @Test
    void writesNoFormulas() {
        // Given
        scene.open();
        int id = sent("=1+1");

        // When
        BulkScene.ended(id);

        // Then
        String table = given().auth()
                .oauth2(Tokens.staff())
                .accept("text/csv")
                .get(BulkScene.PATH + "/" + id + "/results")
                .asString();
        assertThat(table).contains("\n1,'=1+1," + scene.course());
    }

    private int sent(String identifier) {
        return BulkScene.send(
                        Tokens.staff(),
                        Map.of("action", "enroll", "reason", "list"),
                        "identifier,course_id\n" + identifier + "," + scene.course() + "\n")
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void listed(int limit) {
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("limit", limit)
                .get(BulkScene.PATH)
                .then()
                .statusCode(200)
                .body("results", hasSize(limit));
    }
}
