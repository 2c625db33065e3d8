package org.laurel.completion.verification.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.app.StartVerification;
import org.laurel.completion.verification.db.VerificationQuery;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.completion.verification.domain.Verification.Numbers;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Reads from a request what to verify, and finds whom it names. */
@ApplicationScoped
class VerificationSelection {

    private final VerificationQuery known;

    VerificationSelection(VerificationQuery known) {
        this.known = known;
    }

    /** Reads; a 400 names the member that is wrong, a 404 says that nothing is known of the course run. */
    StartVerification read(VerificationRequest request, String by) {
        boolean everybody = request.learners() == null && request.sample() == null;
        if (request.learners() != null && request.sample() != null) {
            throw refused("sample", "goes with no list of learners");
        }
        CourseKey courseKey = request.courseKey() == null ? null : courseKey(request.courseKey());
        List<LearnerId> learners = request.learners() == null ? List.of() : learners(request.learners());
        return new StartVerification(
                new Verification.Scope(
                        courseKey,
                        request.learners() == null ? null : learners.size(),
                        request.sample(),
                        request.numbers() == null ? Numbers.usual(everybody) : numbers(request.numbers())),
                learners,
                Boolean.TRUE.equals(request.repair()),
                null,
                by);
    }

    private CourseKey courseKey(String text) {
        CourseKey courseKey;
        try {
            courseKey = new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw refused("course_key", "is no course key");
        }
        if (!known.isKnown(courseKey)) {
            throw ProblemException.notFound("course_run_not_found", "Nothing is known of this course run.");
        }
        return courseKey;
    }

    private List<LearnerId> learners(List<@Nullable String> usernames) {
        List<String> names = usernames.stream()
                .map(name -> Objects.requireNonNullElse(name, ""))
                .distinct()
                .toList();
        if (names.stream().anyMatch(name -> name.isBlank() || name.indexOf('\0') >= 0)) {
            throw refused("learners", "holds an item that is no username");
        }
        Map<String, LearnerId> found = known.learners(names);
        List<String> unknown =
                names.stream().filter(name -> !found.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw refused("learners", "names nobody known here: " + String.join(", ", unknown));
        }
        return found.values().stream().distinct().toList();
    }

    private static Numbers numbers(String word) {
        return Arrays.stream(Numbers.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> refused("numbers", "is none of none, learners, all"));
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.of(
                400,
                "invalid_selection",
                "What to verify is not clear.",
                List.of(new Problem.Violation(field, message))));
    }
}
