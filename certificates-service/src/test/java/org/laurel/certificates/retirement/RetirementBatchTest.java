package org.laurel.certificates.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.Retirement;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** What many retirements at once cost, and what the transaction of a retirement leaves to the job after it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementBatchTest {

    private static final String ERASURES = "laurel.erasures";

    @Inject
    Retirement retirement;

    @Inject
    StatementCount statements;

    @Inject
    Sql sql;

    @Test
    void aHundredLearnersCostTheStatementsOfOne() {
        // Given
        List<Retire> one = known("cheap-one", 1);
        List<Retire> hundred = known("cheap-many", 100);

        // When
        long few = statements.during(() -> retirement.apply(one));
        long many = statements.during(() -> retirement.apply(hundred));

        // Then
        assertThat(many).isEqualTo(few);
        await().until(() -> Database.current()
                .query("select 1 from retired_person where learner_id like 'cheap-%' and erased_at is null")
                .isEmpty());
        assertThat(Database.current().query("select 1 from learner where username like 'cheap-%'"))
                .isEmpty();
    }

    @Test
    void whatAPersonHasDoneToManyOthersIsRenamedByTheJobAndOnlyThenReported() {
        // Given
        Retire staff = known("busy", 1).getFirst();
        Database.current()
                .execute(
                        "insert into known_actor (learner_id, username) values (?, 'busy-0')",
                        staff.learnerId().value());
        Database.current().execute("""
                insert into allowlist_entry (learner_id, course_key, allowlist, notes, created_at, modified_at, changed_by,
                                             cause_id)
                select 'of-busy-' || n, 'course-v1:Org+busy+2026', true,
                       case when n % 2 = 0 then 'as Name Busy-0 wants' else 'plain' end, now(), now(), 'busy-0', 'test'
                from generate_series(1, 2500) n
                """);

        try (KafkaProbe probe = KafkaProbe.fromNow(ERASURES)) {
            // When
            int renamedAtOnce = QuarkusTransaction.requiringNew().call(() -> {
                retirement.apply(List.of(staff));
                return sql.query(
                                "select 1 from allowlist_entry where changed_by = ?",
                                row -> 1,
                                staff.learnerId().value())
                        .size();
            });

            // Then
            assertThat(renamedAtOnce).isZero();
            probe.awaitEvent(ERASURES, event -> staff.learnerId().value().equals(event.key()));
            assertThat(Database.current().query("""
                    select count(*) as entries, count(*) filter (where changed_by = ?) as renamed,
                           count(*) filter (where notes = '') as emptied
                    from allowlist_entry where course_key = 'course-v1:Org+busy+2026'
                    """, staff.learnerId().value()))
                    .containsExactly(Map.of("entries", 2500L, "renamed", 2500L, "emptied", 1250L));
            assertThat(Database.current().query("""
                    select 1 from allowlist_entry_history
                    where course_key = 'course-v1:Org+busy+2026' and (changed_by = 'busy-0' or notes like '%Busy%')
                    """)).isEmpty();
        }
    }

    @Test
    void aCancelledJobReportsNobodyAndTheNextOneTakesThemUp() {
        // Given
        List<Retire> left = known("left", 1);
        awaitEndOfOtherJobs();
        QuarkusTransaction.requiringNew().run(() -> {
            retirement.apply(left);
            sql.update("update job set state = 'cancelled' where kind = 'retirement' and state = 'waiting'");
        });
        assertThat(erasedAt("left-0")).isEqualTo("never");

        // When
        retirement.apply(known("later", 1));

        // Then
        await().until(() -> !erasedAt("left-0").equals("never"));
    }

    @Test
    void aPurgeSearchesForNamesThatCameLateAndReportsNobodyTwice() {
        // Given
        List<Retire> late = known("late", 1);
        retirement.apply(late);
        await().until(() -> !erasedAt("late-0").equals("never"));
        String erased = erasedAt("late-0");
        Database.current().awaitEmptyOutbox();
        Database.current().execute("update learner set name = 'Name Slipped-In' where learner_id = 'late-id-0'");
        Database.current().execute("""
                insert into allowlist_entry (learner_id, course_key, allowlist, notes, created_at, modified_at, changed_by,
                                             cause_id)
                values ('of-late', 'course-v1:Org+late+2026', true, 'ask name slipped in', now(), now(), 'x', 'test')
                """);

        try (KafkaProbe probe = KafkaProbe.fromNow(ERASURES)) {
            // When
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(Tokens.staff())
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/certificates/v1/certificates:purge-retired-names")
                    .then()
                    .statusCode(202);

            // Then
            await().until(() -> Database.current()
                    .query("select 1 from allowlist_entry where learner_id = 'of-late' and notes <> ''")
                    .isEmpty());
            await().until(() -> Database.current()
                    .query("select 1 from retired_person_word where learner_id = 'late-id-0'")
                    .isEmpty());
            Database.current().awaitEmptyOutbox();
            assertThat(erasedAt("late-0")).isEqualTo(erased);
            assertThat(probe.received(ERASURES)).noneMatch(event -> "late-id-0".equals(event.key()));
        }
    }

    @Test
    void anEventThatWaitsLosesTheNameAndIsSentAllTheSame() {
        // Given
        Retire waiting = known("sent", 1).getFirst();

        // When
        List<String> left = QuarkusTransaction.requiringNew().call(() -> {
            sql.update(
                    """
                    insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                    values (?::uuid, 'laurel.certificates', ?, 'org.laurel.test.erased.v1', 'c', 'c', ?)
                    """,
                    UUID.randomUUID().toString(),
                    waiting.learnerId().value(),
                    "{\"learner_id\":\"" + waiting.learnerId().value() + "\",\"name\":\"Name Sent-0\"}");
            retirement.apply(List.of(waiting));
            return sql.query(
                    "select value from outbox where topic = 'laurel.certificates' and record_key = ?",
                    row -> row.getString(1),
                    waiting.learnerId().value());
        });

        // Then
        assertThat(left)
                .containsExactly("{\"learner_id\":\"" + waiting.learnerId().value() + "\",\"name\":\"\"}");
    }

    /** The bytes of a file are compressed, so a name in them is no text that could be searched for. */
    @Test
    void theFileOfACertificateIsDeletedWithItsBytes() {
        // Given
        Story story = new Story("retired-pdf");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates", ERASURES)) {
            probe.sendAll(List.of(story.courseRun(), story.enrolled("verified", 1, 10)));
            await().until(() -> !Database.current()
                    .query("select 1 from course_settings where course_key = ?", story.course())
                    .isEmpty());
            Database.current().execute("""
                    insert into run_policy (course_key, occurred_at, pdf_generation, self_generation_enabled,
                        language_specific_templates_enabled, changed_by, cause_id)
                    values (?, '2026-01-01T00:00:00Z', true, false, false, 'test', 'test')
                    """, story.course());
            probe.send(story.passing(true, "0.9", 20));
            await().until(() -> !file(story).equals("none"));
            String hash = file(story);

            // When
            probe.send(PlatformEvent.of(
                    "org.laurel.learner.retired.v1",
                    story.learnerId(),
                    "{\"learner_id\": \"%s\", \"occurred_at\": \"%s\"}".formatted(story.learnerId(), Story.at(60))));

            // Then
            probe.awaitEvent(ERASURES, story::isAbout);
            assertThat(file(story)).isEqualTo("none");
            assertThat(Database.current().query("select 1 from stored_file where sha256 = ?", hash))
                    .isEmpty();
            assertThat(Database.current()
                            .query(
                                    "select download_url, status from certificate where learner_id = ?",
                                    story.learnerId()))
                    .containsExactly(Map.of("download_url", "", "status", "downloadable"));
        }
    }

    /** Learners of whom this service knows username, name and address. */
    private static List<Retire> known(String word, int count) {
        Database.current().execute("""
                insert into learner (learner_id, username, email, name, is_active, version, occurred_at)
                select ? || '-id-' || n, ? || '-' || n, ? || '-' || n || '@example.org', 'Name ' || initcap(?) || '-' || n, true, 1,
                       now()
                from generate_series(0, ? - 1) n
                """, word, word, word, word, count);
        return IntStream.range(0, count)
                .mapToObj(n -> new Retire(
                        new LearnerId(word + "-id-" + n), Story.at(60), Cause.of("/enrollment", "retire-" + word + n)))
                .toList();
    }

    /** A job that is at work still takes up whoever is retired meanwhile. */
    private static void awaitEndOfOtherJobs() {
        await().until(() -> Database.current()
                .query("select 1 from job where kind = 'retirement' and state in ('waiting', 'running')")
                .isEmpty());
    }

    private static String erasedAt(String username) {
        String id = username.replaceFirst("-(\\d+)$", "-id-$1");
        return String.valueOf(Database.current()
                .value("select coalesce(max(erased_at)::text, 'never') from retired_person where learner_id = ?", id));
    }

    private static String file(Story story) {
        return String.valueOf(Database.current()
                .value(
                        "select coalesce(max(sha256), 'none') from stored_file_owner where owner = 'certificate:' ||"
                                + " (select verify_uuid from certificate where learner_id = ?)",
                        story.learnerId()));
    }
}
