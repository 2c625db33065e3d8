package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class SnapshotTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+snapshot+2026");

    @Test
    void answersFromOneSnapshotWhileProgressMoves() {
        // Given
        Platform platform = new Platform(OUTLINE.courseKey().value());
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.structure(OUTLINE, 1, 0), platform.enrolled("s1", "snap", true, 1));
        }
        // A job that counts again would meet the interruption first.
        Arrival.awaitJobs();
        complete("a");
        CountingSql.interrupt(
                "from block_progress", () -> QuarkusTransaction.requiringNew().run(() -> complete("b")));

        // When
        ValidatableResponse answer = get();

        // Then
        answer.body("completion.earned", equalTo(1f), "chapter[0].completion.earned", equalTo(1f));
        get().body("completion.earned", equalTo(2f), "chapter[0].completion.earned", equalTo(2f));
    }

    @Test
    void refusesToWriteWhileReading() {
        // Given
        Sql sql = CDI.current().select(Sql.class).get();
        SnapshotReading snapshot = CDI.current().select(SnapshotReading.class).get();

        // When
        ThrowingCallable write = () -> snapshot.read(() -> sql.update("delete from enrollment"));

        // Then
        assertThatThrownBy(write).isInstanceOf(DatabaseException.class).hasMessageContaining("read-only");
    }

    private static void complete(String block) {
        Cause cause = Cause.of("test", block);
        FactOrder place = new FactOrder(Platform.at(1), FactOrder.NO_SEQUENCE, 0, "/test", block);
        CourseLearner key = new CourseLearner(OUTLINE.courseKey(), new LearnerId("s1"));
        CDI.current()
                .select(ProgressAccounting.class)
                .get()
                .apply(List.of(new ProgressCommand.Submit(key, OUTLINE.key(block), Units.ONE, place, false, cause)));
    }

    private static ValidatableResponse get() {
        return given().auth()
                .oauth2(Tokens.learner("s1", "snap"))
                .queryParam("requested_fields", "chapter")
                .get("/api/completion/v0/course/{course}/", OUTLINE.courseKey().value())
                .then()
                .statusCode(200);
    }
}
