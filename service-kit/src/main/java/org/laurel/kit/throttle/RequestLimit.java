package org.laurel.kit.throttle;

import java.util.Set;
import java.util.regex.Pattern;
import org.laurel.kit.security.Caller;

/**
 * A number of requests that each caller of a kind may make within a minute.
 *
 * @param name of the limit, as clients read it in {@code RateLimit}
 * @param callers whose requests are counted
 * @param methods which are counted, all of them when there is none here
 * @param path which are counted; matches paths of requests and path templates alike
 * @param perMinute how many, 0 for any number
 * @param tellsError whether clients of these operations look for the refusal in a member {@code error}
 */
public record RequestLimit(
        String name, Callers callers, Set<String> methods, Pattern path, long perMinute, boolean tellsError) {

    /** Kinds of callers. Who calls without a token is never counted. */
    public enum Callers {
        /** Everybody who is neither global staff nor another system. */
        LEARNERS,
        /** Global staff. */
        STAFF,
        /** Other systems. */
        SERVICES;

        boolean include(Caller caller) {
            return !caller.isAnonymous() && this == kind(caller);
        }

        private static Callers kind(Caller caller) {
            if (caller.isService()) {
                return SERVICES;
            }
            return caller.isStaff() ? STAFF : LEARNERS;
        }
    }

    public RequestLimit {
        methods = Set.copyOf(methods);
    }

    /** A limit for requests of any method, whose refusal has the members of every problem. */
    public static RequestLimit of(String name, Callers callers, String path, long perMinute) {
        return new RequestLimit(name, callers, Set.of(), Pattern.compile(path), perMinute, false);
    }

    /** The same for requests by GET only. */
    public RequestLimit forGets() {
        return new RequestLimit(name, callers, Set.of("GET"), path, perMinute, tellsError);
    }

    /** The same for requests by POST only, with the refusal in a member {@code error} too. */
    public RequestLimit forPosts() {
        return new RequestLimit(name, callers, Set.of("POST"), path, perMinute, true);
    }

    /** Whether it counts requests like this. */
    public boolean covers(String method, String requested) {
        return (methods.isEmpty() || methods.contains(method))
                && path.matcher(requested).matches();
    }
}
