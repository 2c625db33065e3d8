package org.laurel.enrollment.learner.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.laurel.events.key.LearnerId;

/**
 * A username or email address of somebody who left, or is about to.
 *
 * @param folded in lower case, since names are unique ignoring case
 * @param holder the only learner who may have it
 */
public record ReservedName(Kind kind, String folded, LearnerId holder) {

    /** What is reserved. */
    public enum Kind {
        USERNAME,
        EMAIL
    }

    /** Nobody: the holder of a name that is only asked about. */
    private static final LearnerId NOBODY = new LearnerId("nobody");

    /** The names of an account. */
    public static List<ReservedName> of(LearnerId holder, String username, String email) {
        return List.of(
                new ReservedName(Kind.USERNAME, folded(username), holder),
                new ReservedName(Kind.EMAIL, folded(email), holder));
    }

    /** Names to ask about. */
    public static List<ReservedName> named(Collection<String> usernames, Collection<String> emails) {
        return Stream.concat(
                        usernames.stream().map(name -> new ReservedName(Kind.USERNAME, folded(name), NOBODY)),
                        emails.stream()
                                .filter(email -> !email.isEmpty())
                                .map(email -> new ReservedName(Kind.EMAIL, folded(email), NOBODY)))
                // PostgreSQL keeps no text with this character.
                .filter(name -> name.folded().indexOf('\0') < 0)
                .distinct()
                .toList();
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
