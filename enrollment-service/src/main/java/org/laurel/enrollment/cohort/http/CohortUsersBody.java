package org.laurel.enrollment.cohort.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/** Who is to be added to a cohort: usernames and email addresses. */
record CohortUsersBody(List<String> users) {

    private static final int MOST = 1000;
    private static final Pattern SEPARATOR = Pattern.compile("[,\\r\\n]");

    /**
     * Reads a body whose {@code users} is a list, or a text with commas or line breaks between the names. Blank ones do not
     * count.
     *
     * @throws ProblemException 400 when there is no such member, when it holds anything but texts, or more than 1,000
     */
    static List<String> names(@Nullable JsonNode body) {
        JsonNode users = body == null ? null : body.get("users");
        List<String> names = new ArrayList<>();
        if (users != null && users.isTextual()) {
            SEPARATOR.splitAsStream(users.textValue()).forEach(names::add);
        } else if (users != null && users.isArray()) {
            users.forEach(user -> names.add(text(user)));
        } else {
            throw ProblemException.badRequest("missing-users", "users is a list of usernames and email addresses.");
        }
        List<String> asked = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (asked.size() > MOST) {
            throw ProblemException.badRequest("too-many-users", "One request takes " + MOST + " users at most.");
        }
        return asked;
    }

    private static String text(JsonNode user) {
        if (!user.isTextual()) {
            throw ProblemException.badRequest("invalid-users", "users holds texts and nothing else.");
        }
        return user.textValue();
    }
}
