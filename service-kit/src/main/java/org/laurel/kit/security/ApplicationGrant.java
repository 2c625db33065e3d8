package org.laurel.kit.security;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What the bearer token of a restricted application allows: an application that a learner or an organisation let in for a
 * purpose, and that acts for nobody else and for nothing else. The token says {@code is_restricted}, and carries {@code
 * scopes} (a list; the standard's claim in the singular, names between blanks, does too) and {@code filters}, texts of the
 * form {@code type:value}: {@code user:me} binds it to the token's own username, each {@code content_org:Org} adds an
 * organisation whose content it may read.
 *
 * @param username the token's own username, empty when it has none
 * @param scopes what the application may do, such as {@code certificates:read}
 * @param filters what it may do this with, as the token states it
 */
public record ApplicationGrant(String username, Set<String> scopes, Set<String> filters) {

    private static final String RESTRICTED = "is_restricted";
    private static final String ORGANISATION = "content_org:";
    private static final String OWN_USER = "user:me";

    public ApplicationGrant {
        scopes = Set.copyOf(scopes);
        filters = Set.copyOf(filters);
    }

    /** Whether a token is a restricted application's: it says anything but no. */
    static boolean isOn(JsonWebToken token) {
        // To ask for a claim that is none of the standard costs an exception, and hardly any token has this one.
        if (!token.getClaimNames().contains(RESTRICTED)) {
            return false;
        }
        Object claim = token.getClaim(RESTRICTED);
        return claim != null && !claim.equals(false) && !claim.equals(JsonValue.FALSE);
    }

    /** What a restricted application's token allows. */
    static ApplicationGrant of(JsonWebToken token, String username) {
        Set<String> scopes = Stream.of("scopes", "scope")
                .flatMap(name -> texts(token.getClaim(name)))
                .flatMap(text -> Stream.of(text.split(" ")))
                .collect(Collectors.toSet());
        Set<String> filters = texts(token.getClaim("filters")).collect(Collectors.toSet());
        return new ApplicationGrant(username, scopes, filters);
    }

    /** Whether the application may do what this scope names. */
    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /** Whether every filter is one that is understood here; one that is not takes away we do not know what. */
    public boolean isUnderstood() {
        return filters.stream().allMatch(filter -> filter.startsWith(ORGANISATION) || filter.equals(OWN_USER));
    }

    /** Whether the token is bound to a user, and that user is this one, ignoring case. */
    public boolean isBoundTo(String other) {
        return filters.contains(OWN_USER) && !other.isEmpty() && Caller.isSameUsername(other, username);
    }

    /** Whether the token is bound to no user: an organisation's application, which reads what all its learners have. */
    public boolean isBoundToNobody() {
        return !filters.contains(OWN_USER);
    }

    /** Whether the token names organisations at all. */
    public boolean namesOrganisations() {
        return filters.stream().anyMatch(filter -> filter.startsWith(ORGANISATION));
    }

    /** Whether the token names this organisation. */
    public boolean covers(String organisation) {
        return filters.contains(ORGANISATION + organisation);
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.of();
            case Collection<?> list -> list.stream().flatMap(ApplicationGrant::texts);
            case JsonString text -> Stream.of(text.getString());
            default -> Stream.of(claim.toString());
        };
    }
}
