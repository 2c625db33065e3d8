package org.laurel.kit.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.laurel.kit.domain.Cause;

/**
 * Who makes the current request, by the bearer token: {@code sub} is the learner id and always there, {@code
 * preferred_username} (or {@code upn}) the username, {@code groups} the {@link Roles}. A restricted {@link #application} is
 * nobody here, whoever and whatever its token names.
 */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Whether no person and no trusted system calls. */
    public boolean isAnonymous() {
        return token.getRawToken() == null || isApplication();
    }

    /** What the caller may do if it is a restricted application, empty if it is none. */
    public Optional<ApplicationGrant> application() {
        return isApplication() ? Optional.of(ApplicationGrant.of(token, name())) : Optional.empty();
    }

    private boolean isApplication() {
        return token.getRawToken() != null && ApplicationGrant.isOn(token);
    }

    /** The learner id, empty for an anonymous caller. */
    public String learnerId() {
        String subject = token.getSubject();
        return subject == null || isAnonymous() ? "" : subject;
    }

    /** The username, empty for an anonymous caller and for a token without one; never the learner id. */
    public String username() {
        return isAnonymous() ? "" : name();
    }

    /** Whether the caller is this learner; usernames are compared ignoring case. */
    public boolean is(String username) {
        return !username.isEmpty() && isSameUsername(username, username());
    }

    /**
     * Whether two usernames are one, as where usernames are taken: in lower case. Ignoring case by other means would make one
     * of names that two people can have, such as those with a long s or a dotless i.
     */
    static boolean isSameUsername(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /** Whether the caller belongs to the platform's global staff. */
    public boolean isStaff() {
        return has(Roles.STAFF);
    }

    /** Whether the caller belongs to the support staff. */
    public boolean isSupport() {
        return has(Roles.SUPPORT);
    }

    /** Whether the caller is another system. */
    public boolean isService() {
        return has(Roles.SERVICE);
    }

    /** Global staff or another system: both may act for any learner. */
    public boolean isPrivileged() {
        return isStaff() || isService();
    }

    /** The cause of what this request changes. */
    public Cause cause() {
        String by = username().isEmpty() ? learnerId() : username();
        return Cause.of(by.isEmpty() ? "anonymous" : by, UUID.randomUUID().toString());
    }

    private String name() {
        Object preferred = token.getClaim("preferred_username");
        Object name = preferred == null ? token.getClaim("upn") : preferred;
        return name == null ? "" : name.toString();
    }

    private boolean has(String role) {
        Set<String> groups = token.getGroups();
        return groups != null && groups.contains(role) && !isAnonymous();
    }
}
