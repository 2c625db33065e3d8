package org.laurel.kit.security;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What the bearer token of a restricted application allows: an application that a learner or an organisation let in for a
 * purpose, and that acts for nobody else and for nothing else. The token says {@code is_restricted}, and carries {@code scopes}
 * (a list; {@code scope} with the same names between blanks does too) and {@code filters}, texts of the form {@code
 * type:value}: {@code user:me} binds it to the token's own username, each {@code content_org:Org} adds an organisation whose
 * content it may read.
 *
 * @param username the token's own username, empty when it has none
 * @param scopes what the application may do, such as {@code certificates:read}
 * @param filters what it may do this with, as the token states it
 */
public record ApplicationGrant(String username, Set<String> scopes, Set<String> filters) {

    private static final String ORGANISATION = "content_org:";
    private static final String USER = "user:";
    private static final String OWN_USER = "user:me";

    public ApplicationGrant {
        scopes = Set.copyOf(scopes);
        filters = Set.copyOf(filters);
    }

    /** What this token allows, empty for a token of a person or a trusted system. */
    static Optional<ApplicationGrant> of(JsonWebToken token, String username) {
        if (!isRestricted(token.getClaim("is_restricted"))) {
            return Optional.empty();
        }
        Set<String> scopes = new HashSet<>(texts(token.getClaim("scopes")));
        Object standard = token.getClaim("scope");
        if (standard != null) {
            scopes.addAll(List.of(standard.toString().split(" ")));
        }
        return Optional.of(new ApplicationGrant(username, scopes, Set.copyOf(texts(token.getClaim("filters")))));
    }

    /** Whether the application may do what this scope names. A filter of an unknown type limits in an unknown way: it may not. */
    public boolean hasScope(String scope) {
        return scopes.contains(scope)
                && filters.stream().allMatch(filter -> filter.startsWith(ORGANISATION) || filter.equals(OWN_USER));
    }

    /** Whether the token is bound to a user, and that user is this one, ignoring case. */
    public boolean isBoundTo(String other) {
        return filters.contains(OWN_USER) && !other.isEmpty() && other.equalsIgnoreCase(username);
    }

    /** Whether the token is bound to no user: an organisation's application, which reads what all its learners have. */
    public boolean isBoundToNobody() {
        return filters.stream().noneMatch(filter -> filter.startsWith(USER));
    }

    /** Whether the token names organisations at all. */
    public boolean namesOrganisations() {
        return filters.stream().anyMatch(filter -> filter.startsWith(ORGANISATION));
    }

    /** Whether the token names this organisation. */
    public boolean covers(String organisation) {
        return filters.contains(ORGANISATION + organisation);
    }

    /** Whatever is neither absent nor a plain no restricts. */
    private static boolean isRestricted(@Nullable Object claim) {
        return claim != null && !claim.equals(false) && claim != JsonValue.FALSE && claim != JsonValue.NULL;
    }

    private static Set<String> texts(@Nullable Object claim) {
        Stream<?> values = switch (claim) {
            case null -> Stream.of();
            case JsonArray array -> array.stream();
            case Collection<?> list -> list.stream();
            default -> Stream.of(claim);
        };
        return values.map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value))
                .collect(Collectors.toSet());
    }
}
