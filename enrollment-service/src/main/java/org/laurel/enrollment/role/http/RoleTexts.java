package org.laurel.enrollment.role.http;

import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.kit.problem.ProblemException;

/** Reads roles and organisations of requests. */
final class RoleTexts {

    private static final int LONGEST_ORG = 64;

    private RoleTexts() {}

    /**
     * The role of this name.
     *
     * @throws ProblemException 400 when there is none
     */
    static AccessRole role(String name) {
        return AccessRole.named(name)
                .orElseThrow(() -> ProblemException.badRequest("unknown_role", "There is no such role."));
    }

    /**
     * The organisation of this name.
     *
     * @throws ProblemException 400 when no course key can name it
     */
    static RoleScope organisation(String org) {
        if (org.length() > LONGEST_ORG || !RoleScope.isOrganisation(org)) {
            throw ProblemException.badRequest(
                    "invalid_org", "An organisation has 1 to 64 characters, none of which separates parts of keys.");
        }
        return new RoleScope.Organisation(org);
    }
}
