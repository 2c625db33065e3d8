package org.laurel.certificates.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ChangesApiTest {

    private static final String CHANGES = "/api/certificates/v1/certificates/changes";
    private static final String MODIFIED = "/api/certificates/v1/certificates/recently-modified";
    private static final String OVERRIDES = "/api/certificates/v1/certificates/date-overrides";

    @Test
    void aCommitThatComesLateIsNotMissed() throws SQLException {
        // Given
        String start = latest();
        Told slow = granted("chg-slow");
        String cursor = cursorBehind(start, slow);
        Told fast;
        List<String> early;

        // When
        try (Connection open = Told.bean(DataSource.class).getConnection()) {
            open.setAutoCommit(false);
            touch(open, slow);
            fast = granted("chg-fast");
            early = learners(after(cursor));
            open.commit();
            open.setAutoCommit(true);
        }

        // Then
        assertThat(early).doesNotContain(slow.learnerId(), fast.learnerId());
        awaitChanges(cursor, slow.learnerId(), fast.learnerId());
    }

    @Test
    void whoeverGoesOnFromTheCursorMeetsEveryChangeOnce() {
        // Given
        String cursor = latest();
        List<Told> all =
                List.of(granted("chg-a"), granted("chg-b"), granted("chg-c"), granted("chg-d"), granted("chg-e"));
        List<String> ids = all.stream().map(Told::learnerId).toList();
        awaitChanges(cursor, ids.toArray(String[]::new));
        List<String> met = new ArrayList<>();

        // When
        boolean more = true;
        while (more) {
            ValidatableResponse page = changes(Map.of("after", cursor, "limit", 2));
            met.addAll(learners(page));
            cursor = page.extract().path("cursor");
            more = page.extract().path("has_more");
        }

        // Then
        assertThat(met).filteredOn(ids::contains).containsExactlyElementsOf(ids);
        assertThat(learners(after(cursor))).doesNotContainAnyElementsOf(ids);
        all.getFirst().failing("0.2", 40);
        awaitChanges(cursor, "id-chg-a");
        after(cursor)
                .body("results.findAll { it.learner_id == 'id-chg-a' }.status", contains("notpassing"))
                .body("results.findAll { it.learner_id == 'id-chg-a' }.version", contains(2));
    }

    @Test
    void listsByTheTimeOfTheLastChange() {
        // Given
        Told first = new Told("mod-a", "mod").inRun().enrolled("verified").passing("0.8", 21);
        Told third = new Told("mod-c", "mod").enrolled("verified").passing("0.8", 23);
        Told second = new Told("mod-b", "mod").enrolled("verified").passing("0.8", 22);

        // When
        var page = modified(Map.of("course_key", first.course(), "limit", 2));
        var next = modified(Map.of(
                "course_key",
                first.course(),
                "limit",
                2,
                "cursor",
                page.extract().path("next_cursor")));
        var range = modified(Map.of(
                "course_key",
                first.course(),
                "start",
                Told.at(22).toString(),
                "end",
                Told.at(23).toString()));
        var some = modified(Map.of("learner_id", List.of(third.learnerId(), first.learnerId())));

        // Then
        page.body("results.learner_id", contains(first.learnerId(), second.learnerId()));
        next.body("results.learner_id", contains(third.learnerId()));
        range.body("results.learner_id", contains(second.learnerId()));
        some.body("results.learner_id", contains(first.learnerId(), third.learnerId()));
        modified(Map.of("start", "yesterday")).statusCode(400).body("error_code", equalTo("invalid_time"));
    }

    @Test
    void findsDatesThatWereSetChangedAndTakenBack() {
        // Given
        Instant begin = Instant.now().minusSeconds(60);
        Told dated = granted("chg-dated");
        set(dated, Told.at(1000));
        set(dated, Told.at(2000));
        remove(dated);
        granted("chg-undated");
        Map<String, Object> range = Map.of(
                "course_key",
                dated.course(),
                "start",
                begin.toString(),
                "end",
                Instant.now().plusSeconds(60).toString());

        // When
        var changes = dated.get(OVERRIDES, Tokens.service(), range);
        var nothing = dated.get(
                OVERRIDES, Tokens.service(), Map.of("start", "2020-01-01T00:00:00Z", "end", "2020-02-01T00:00:00Z"));

        // Then
        changes.statusCode(200)
                .body("results.operation", contains("set", "set", "removed"))
                .body("results[1].date", equalTo(Told.at(2000).toString()))
                .body("results[1].previous_date", equalTo(Told.at(1000).toString()))
                .body("results[1].reason", equalTo("ceremony"))
                .body("results[2].learner_id", equalTo(dated.learnerId()))
                .body("results[2].previous_date", equalTo(Told.at(2000).toString()))
                .body("results[2].date", nullValue())
                .body("results[2].reason", equalTo("by mistake"));
        nothing.body("results", equalTo(List.of()));
        dated.get(OVERRIDES, Tokens.service()).statusCode(400).body("error_code", equalTo("range_missing"));
    }

    @Test
    void refusesForeignCursorsAndLearners() {
        // When
        var nonsense = changes(Map.of("after", "nonsense"));
        var foreign = changes(Map.of("after", "YQpiCmM"));
        var learner = new Told("chg-x").get(CHANGES, Tokens.learner("x", "x"));

        // Then
        nonsense.statusCode(400).body("error_code", equalTo("invalid_cursor"));
        foreign.statusCode(400).body("error_code", equalTo("invalid_cursor"));
        learner.statusCode(403);
    }

    private static void set(Told told, Instant date) {
        Database.current().execute("""
                insert into certificate_date_override (learner_id, course_key, date, reason, overridden_by, created_at,
                    modified_at, changed_by, cause_id)
                values (?, ?, ?::timestamptz, 'ceremony', 'test', now(), now(), 'test', 'test')
                on conflict (learner_id, course_key) do update set date = excluded.date
                """, told.learnerId(), told.course(), date.toString());
    }

    private static void remove(Told told) {
        Database.current()
                .execute(
                        "update certificate_date_override set change_reason = 'by mistake' where learner_id = ?",
                        told.learnerId());
        Database.current().execute("delete from certificate_date_override where learner_id = ?", told.learnerId());
    }

    private static void touch(Connection open, Told told) throws SQLException {
        try (PreparedStatement update = open.prepareStatement(
                "update certificate set written_in = pg_current_xact_id() where learner_id = ?")) {
            update.setString(1, told.learnerId());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static Told granted(String word) {
        return new Told(word).inRun().enrolled("verified").passing("0.88", 20);
    }

    private static String latest() {
        return changes(Map.of("after", "latest")).extract().path("cursor");
    }

    /**
     * The cursor that follows this learner's change. The latest one may lie before it: older transactions, such as a job of the
     * background, hold it back.
     */
    private static String cursorBehind(String start, Told told) {
        return await().until(() -> after(start), page -> learners(page).contains(told.learnerId()))
                .extract()
                .path("cursor");
    }

    /** A change waits for older transactions, such as a job of the background; those of others may come along. */
    private static void awaitChanges(String cursor, String... learnerIds) {
        await().untilAsserted(() -> assertThat(learners(after(cursor)))
                .filteredOn(List.of(learnerIds)::contains)
                .containsExactly(learnerIds));
    }

    private static ValidatableResponse after(String cursor) {
        return changes(Map.of("after", cursor));
    }

    private static ValidatableResponse changes(Map<String, ?> query) {
        return new Told("any").get(CHANGES, Tokens.service(), query);
    }

    private static ValidatableResponse modified(Map<String, ?> query) {
        return new Told("any").get(MODIFIED, Tokens.staff(), query);
    }

    private static List<String> learners(ValidatableResponse answer) {
        return answer.statusCode(200).extract().path("results.learner_id");
    }
}
