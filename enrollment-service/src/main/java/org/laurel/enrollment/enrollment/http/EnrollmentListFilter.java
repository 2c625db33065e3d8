package org.laurel.enrollment.enrollment.http;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.enrollment.db.EnrollmentListQuery.Filter;
import org.laurel.enrollment.learner.domain.AccountRules;
import org.laurel.kit.problem.ProblemException;

/** Which enrollments a list shows, as existing clients say it. */
final class EnrollmentListFilter {

    private static final int MOST_NAMES = 100;

    @Parameter(description = "A course key")
    @QueryParam("course_id")
    @Nullable String courseId;

    @Parameter(description = "Texts of which a course key holds one, ignoring case, separated by commas")
    @QueryParam("course_ids")
    @Nullable String courseIds;

    @Parameter(description = "Up to 100 usernames, separated by commas")
    @QueryParam("username")
    @Nullable String username;

    @Parameter(description = "Up to 100 email addresses, separated by commas")
    @QueryParam("email")
    @Nullable String email;

    /** What it asks for; a 400 when a key, a username or an address cannot be one. */
    Filter read() {
        List<String> usernames = words(username, "username");
        List<String> emails = words(email, "email");
        require(usernames.stream().allMatch(AccountRules::isUsername), "username");
        require(emails.stream().allMatch(AccountRules::isEmail), "email");
        List<String> parts = words(courseIds, "course_ids");
        require(parts.stream().noneMatch(part -> part.indexOf('\0') >= 0), "course_ids");
        // A plus sign that was not encoded arrives as a blank, and no course key has one of its own.
        return new Filter(
                courseId == null || courseId.isEmpty() ? null : CourseKeys.parse(courseId.replace(' ', '+')),
                parts.stream().map(part -> part.replace(' ', '+')).toList(),
                usernames,
                emails);
    }

    private static List<String> words(@Nullable String list, String name) {
        List<String> words = list == null
                ? List.of()
                : Stream.of(list.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        require(words.size() <= MOST_NAMES, name);
        require(list == null || list.isEmpty() || !words.isEmpty(), name);
        return words;
    }

    private static void require(boolean fit, String name) {
        if (!fit) {
            throw ProblemException.badRequest(
                    "invalid_" + name, name + " takes 1 to " + MOST_NAMES + " values, separated by commas.");
        }
    }
}
