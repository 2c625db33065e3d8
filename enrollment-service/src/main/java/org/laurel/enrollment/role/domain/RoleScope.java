package org.laurel.enrollment.role.domain;

import org.laurel.events.key.CourseKey;

/** Where a role holds. */
public sealed interface RoleScope {

    /** What course keys keep for themselves. */
    String SEPARATORS = "+/@<>\"'&?#,\\";

    /** In one course run, whose organisation is the one that its key names. */
    record Run(CourseKey courseKey) implements RoleScope {}

    /** In all course runs whose key names this organisation. */
    record Organisation(String org) implements RoleScope {}

    /** On the whole site, for the few roles that belong to no organisation. */
    record Everywhere() implements RoleScope {}

    /** The organisation, empty for {@link Everywhere}. */
    default String org() {
        return switch (this) {
            case Run run -> run.courseKey().org();
            case Organisation organisation -> organisation.org();
            case Everywhere everywhere -> "";
        };
    }

    /** The key of the course run, empty unless the role holds in one. */
    default String courseKeyText() {
        return this instanceof Run run ? run.courseKey().value() : "";
    }

    /** Whether a course key may name this organisation. */
    static boolean isOrganisation(String org) {
        return !org.isEmpty() && org.codePoints().allMatch(RoleScope::isOfOrganisation);
    }

    private static boolean isOfOrganisation(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && SEPARATORS.indexOf(character) < 0;
    }

    /** The scope with these texts, as stored and shown; the course key decides when there is one. */
    static RoleScope of(String org, String courseKey) {
        if (!courseKey.isEmpty()) {
            return new Run(new CourseKey(courseKey));
        }
        return org.isEmpty() ? new Everywhere() : new Organisation(org);
    }
}
