package org.laurel.enrollment.learner.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/**
 * Reads a JSON merge patch (RFC 7396) of certificate preferences: an absent member stays, null clears a name. Unknown members
 * are refused, so that a misspelt one does not pass for a change.
 */
final class PreferencesPatch {

    /** Members that a learner does not set. */
    private static final Set<String> FOR_STAFF = Set.of("allow_certificate", "verified_name");

    private final List<Amendment> amendments = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private boolean touchesStaffMembers;

    PreferencesPatch(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemException.badRequest(
                    "unreadable_body", "The body is a JSON object with the members to change.");
        }
        body.properties().forEach(member -> read(member.getKey(), member.getValue()));
    }

    /**
     * What changes.
     *
     * @throws ProblemException 400 when a member cannot be taken, 403 when somebody who is not privileged sets what only staff
     *     set
     */
    List<Amendment> amendments(boolean isPrivileged) {
        if (touchesStaffMembers && !isPrivileged) {
            throw ProblemException.forbidden("Only staff set " + String.join(" and ", List.copyOf(FOR_STAFF)) + ".");
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_request", "The request breaks a rule of its shape.", violations));
        }
        return amendments;
    }

    private void read(String member, JsonNode value) {
        touchesStaffMembers |= FOR_STAFF.contains(member);
        switch (member) {
            case "allow_certificate" -> amendments.add(new Amendment.AllowCertificate(flag(member, value)));
            case "use_verified_name" -> amendments.add(new Amendment.UseVerifiedName(flag(member, value)));
            case "certificate_name" -> amendments.add(new Amendment.CertificateName(name(member, value)));
            case "verified_name" -> amendments.add(new Amendment.VerifiedName(name(member, value)));
            case "certificates_visible_to" -> {
                String audience = value.asText("");
                if (!Set.of("private", "all_users").contains(audience)) {
                    violations.add(new Violation(member, "must be private or all_users"));
                }
                amendments.add(new Amendment.CertificatesVisibleTo(audience));
            }
            default -> violations.add(new Violation(member, "is not a member of these preferences"));
        }
    }

    private boolean flag(String member, JsonNode value) {
        if (!value.isBoolean()) {
            violations.add(new Violation(member, "must be true or false"));
        }
        return value.booleanValue();
    }

    private @Nullable String name(String member, JsonNode value) {
        if (!value.isTextual() && !value.isNull()) {
            violations.add(new Violation(member, "must be a text or null"));
        }
        return value.textValue();
    }
}
