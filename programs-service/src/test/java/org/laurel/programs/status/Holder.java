package org.laurel.programs.status;

import static io.restassured.RestAssured.given;
import static org.laurel.programs.Story.at;

import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/** A learner with certificates in a program of one course with the runs A and B. */
record Holder(Story story) {

    static Holder of(String word) {
        Holder holder = new Holder(new Story(word));
        holder.story.put(1, """
                {"title": "Program", "status": "active", "courses": [
                   {"uuid": "%s", "title": "Course", "course_runs": [
                      {"key": "%s", "uuid": "%s", "type": "verified"}, {"key": "%s", "type": "verified"}]}]}
                """.formatted(
                        holder.courseUuid(),
                        holder.story.course("A"),
                        holder.runUuid().toUpperCase(java.util.Locale.ROOT),
                        holder.story.course("B")));
        return holder;
    }

    String courseUuid() {
        return named("course");
    }

    /** Of run A; B has none. */
    String runUuid() {
        return named("run");
    }

    private String named(String what) {
        return UUID.nameUUIDFromBytes((story.word() + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Holder certificate(String run, String status, @Nullable Instant availableAt) {
        return certificate(run, 1, status, availableAt);
    }

    Holder certificate(String run, int version, String status, @Nullable Instant availableAt) {
        LearnerId learner = new LearnerId(story.learnerId());
        CDI.current()
                .select(CredentialKeeping.class)
                .get()
                .apply(List.of(new TakeCertificate(
                        new CaseKey(learner, new CourseKey(story.course(run))),
                        new CertificateVersion(version, status, "verified", availableAt, at(version)),
                        new Learner(learner, story.username(), "a@example.org", "Ada", true, 1, at(1)),
                        Cause.of("test", UUID.randomUUID().toString()))));
        return this;
    }

    Holder grade(String run, String letter, double percent) {
        Database.current().execute("""
                        insert into grade (learner_id, course_key, letter_grade, percent_grade, verified, occurred_at, sequence,
                                           kind, source, event_id, created_at, modified_at, changed_by, cause_id)
                        values (?, ?, ?, ?::numeric, true, now(), 0, 0, 'test', 'test', now(), now(), 'test/x', 'test')
                        """, story.learnerId(), story.course(run), letter, String.valueOf(percent));
        return this;
    }

    Map<String, Object> byName(List<String> courses, List<String> runs) {
        return Map.of("username", story.username(), "courses", courses, "course_runs", runs);
    }

    ValidatableResponse ask(List<String> courses, List<String> runs) {
        return post("/learner_cert_status/", Tokens.staff(), byName(courses, runs));
    }

    static ValidatableResponse post(String path, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/credentials/v1" + path)
                .then();
    }
}
