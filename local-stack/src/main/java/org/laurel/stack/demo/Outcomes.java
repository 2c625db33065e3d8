package org.laurel.stack.demo;

import static org.laurel.stack.demo.LaurelApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.stack.StackFailure;

/** What Laurel made of it, read by REST. */
final class Outcomes {
    private final LaurelApi api;

    Outcomes(LaurelApi api) {
        this.api = api;
    }

    /** The learner's certificate in a course run, whatever its status; empty if there is none. */
    Optional<JsonNode> certificate(Learner learner, CourseRun course) {
        return api.find("/api/certificates/v0/certificates/" + encoded(learner.username()) + "/courses/"
                + encoded(course.key()));
    }

    /** The status of the learner's certificate; {@code none} if there is none. */
    String certificateStatus(Learner learner, CourseRun course) {
        return certificate(learner, course)
                .map(certificate -> certificate.path("status").asText())
                .orElse("none");
    }

    /** Why the learner has a certificate, or none. Empty while the learner is not known there. */
    Optional<JsonNode> explanation(Learner learner, CourseRun course) {
        return api.find(explanationPath(learner, course));
    }

    static String explanationPath(Learner learner, CourseRun course) {
        return "/api/certificates/v1/learners/" + encoded(learner.username()) + "/courses/" + encoded(course.key())
                + "/eligibility";
    }

    /** All credentials of a learner, for courses and programs, revoked ones too. */
    List<JsonNode> credentials(Learner learner) {
        JsonNode page = api.find("/api/v2/credentials/?page_size=100&username=" + encoded(learner.username()))
                .orElseThrow(() -> new StackFailure("The list of credentials is missing.", "Look at ./laurel status."));
        List<JsonNode> credentials = new ArrayList<>();
        page.path("results").forEach(credentials::add);
        return credentials;
    }

    /** The status of the learner's credential for a program; {@code none} if there is none. */
    String programCredentialStatus(Learner learner, Program program) {
        return credentials(learner).stream()
                .filter(one ->
                        one.path("credential").path("program_uuid").asText().equals(program.uuid()))
                .map(one -> one.path("status").asText())
                .findFirst()
                .orElse("none");
    }

    /** The part of the course run that the learner has completed, from 0 to 1; empty while not enrolled there. */
    Optional<Double> percent(Learner learner, CourseRun course) {
        return api.find("/api/completion/v1/course/" + encoded(course.key()) + "/?username="
                        + encoded(learner.username()))
                .map(page -> page.path("results").path(0).path("completion").path("percent"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble);
    }
}
