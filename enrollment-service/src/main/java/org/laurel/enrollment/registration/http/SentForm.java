package org.laurel.enrollment.registration.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.laurel.kit.problem.ProblemException;

/** Reads the members of a form as browsers send it. */
final class SentForm {

    private SentForm() {}

    /** The members; of several under one name the first counts. */
    static Map<String, String> members(byte[] body) {
        Map<String, String> members = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            members.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return members;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("unreadable_body", "The form is not encoded as forms are.");
        }
    }
}
