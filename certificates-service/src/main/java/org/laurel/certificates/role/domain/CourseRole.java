package org.laurel.certificates.role.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * Whether a person has a role in a course run or an organisation, as enrollment-service told us.
 *
 * @param role the role, such as {@code instructor} or {@code data_researcher}
 * @param member false when the role was taken away
 * @param version counts the changes of this person's role in this scope; the highest wins, whatever the time
 * @param occurredAt since when it holds
 */
public record CourseRole(
        LearnerId person, String role, RoleScope scope, boolean member, long version, Instant occurredAt) {

    /** What the role is about: the newest version of one subject wins. */
    public record Subject(LearnerId person, String role, RoleScope scope) {}

    /** The subject of this version. */
    public Subject subject() {
        return new Subject(person, role, scope);
    }

    /** Of two versions of one subject, the newer one. */
    public CourseRole orNewer(CourseRole other) {
        return other.version > version ? other : this;
    }
}
