package org.laurel.stack.demo;

import static org.laurel.stack.demo.LaurelApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.stack.StackFailure;

/** What Laurel made of it, read by REST. */
public final class Outcomes {
    private final LaurelApi api;

    /** Reads by this client. */
    public Outcomes(LaurelApi api) {
        this.api = api;
    }

    /** The learner's certificate in a course run, whatever its status; empty if there is none. */
    public Optional<JsonNode> certificate(Learner learner, CourseRun course) {
        return api.find("/api/certificates/v0/certificates/" + encoded(learner.username()) + "/courses/"
                + encoded(course.key()));
    }

    /** The course runs in which the learner has earned a certificate that shows. */
    public Set<String> certifiedCourses(Learner learner) {
        Set<String> courses = new HashSet<>();
        api.find("/api/certificates/v0/certificates/" + encoded(learner.username()))
                .ifPresent(list ->
                        list.forEach(item -> courses.add(item.path("course_id").asText())));
        return courses;
    }

    /** The status of the learner's certificate; {@code none} if there is none. */
    public String certificateStatus(Learner learner, CourseRun course) {
        return certificate(learner, course)
                .map(certificate -> certificate.path("status").asText())
                .orElse("none");
    }

    /** Why the learner has a certificate, or none. Empty while the learner is not known there. */
    public Optional<JsonNode> explanation(Learner learner, CourseRun course) {
        return api.find(explanationPath(learner, course));
    }

    static String explanationPath(Learner learner, CourseRun course) {
        return "/api/certificates/v1/learners/" + encoded(learner.username()) + "/courses/" + encoded(course.key())
                + "/eligibility";
    }

    /** All credentials of a learner, for courses and programs, revoked ones too. */
    public List<JsonNode> credentials(Learner learner) {
        JsonNode page = api.find("/api/v2/credentials/?page_size=100&username=" + encoded(learner.username()))
                .orElseThrow(() -> new StackFailure("The list of credentials is missing.", "Look at ./laurel status."));
        List<JsonNode> credentials = new ArrayList<>();
        page.path("results").forEach(credentials::add);
        return credentials;
    }

    /** The status of the learner's credential for a program; {@code none} if there is none. */
    public String programCredentialStatus(Learner learner, Program program) {
        return credentials(learner).stream()
                .filter(one ->
                        one.path("credential").path("program_uuid").asText().equals(program.uuid()))
                .map(one -> one.path("status").asText())
                .findFirst()
                .orElse("none");
    }

    /** The part of the course run that the learner has completed, from 0 to 1; empty while not enrolled there. */
    public Optional<Double> percent(Learner learner, CourseRun course) {
        return api.find("/api/completion/v1/course/" + encoded(course.key()) + "/?username="
                        + encoded(learner.username()))
                .map(page -> page.path("results").path(0).path("completion").path("percent"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble);
    }
}
