package org.laurel.enrollment.bulk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.bulk.BulkScene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Lists do not outlive their use. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkSweepTest {

    private final Scene scene = new Scene();
    private final Database database = Database.current();

    @Inject
    BulkSweep sweep;

    @Test
    void dropsListsThatEndedLongAgoHoweverManyRowsTheyHave() {
        // Given
        scene.open();
        int old = list();
        int recent = list();
        database.execute("""
                insert into bulk_enrollment_row (bulk_id, line, identifier, course_id)
                select ?::bigint, line, 'somebody', ? from generate_series(2, 20002) line
                """, old, scene.course());
        database.execute("update bulk_enrollment set finished_at = now() - interval '31 days' where id = ?", old);

        // When
        sweep.sweep();

        // Then
        await("the sweep may run by itself as well, and then each leaves some to the other")
                .untilAsserted(() -> {
                    assertThat(rows(old)).isZero();
                    Scene.get(Tokens.staff(), "/bulk-enrollments/" + old).statusCode(404);
                });
        assertThat(rows(recent)).isEqualTo(1);
        Scene.get(Tokens.staff(), "/bulk-enrollments/" + recent).statusCode(200);
    }

    private int list() {
        int id = BulkScene.send(
                        Tokens.staff(),
                        Map.of("action", "enroll", "course_id", scene.course()),
                        "identifier\n" + scene.email("new"))
                .statusCode(202)
                .extract()
                .path("id");
        BulkScene.ended(id);
        return id;
    }

    private int rows(int id) {
        return database.query("select 1 from bulk_enrollment_row where bulk_id = ?", id)
                .size();
    }
}
