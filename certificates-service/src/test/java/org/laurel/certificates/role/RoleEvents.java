package org.laurel.certificates.role;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** Facts about one person's roles; the person is named by a word of its own, so that tests do not meet. */
public record RoleEvents(String word) {

    public String id() {
        return "id-" + word;
    }

    /** The person's bearer token, which carries no role. */
    public String token() {
        return Tokens.learner(id(), "user-" + word);
    }

    public PlatformEvent inRun(String courseKey, String role, boolean member, int version) {
        return event(courseKey, new CourseKey(courseKey).org(), role, member, version);
    }

    public PlatformEvent inOrganisation(String org, String role, boolean member, int version) {
        return event(null, org, role, member, version);
    }

    private PlatformEvent event(@Nullable String courseKey, String org, String role, boolean member, int version) {
        String key = courseKey == null ? "null" : "\"" + courseKey + "\"";
        return PlatformEvent.of(
                "org.laurel.course-role.changed.v1", id(), """
                {"learner_id": "%s", "course_key": %s, "org": "%s", "role": "%s", "is_member": %s, "version": %d,
                 "occurred_at": "2026-02-03T04:05:06Z"}""".formatted(id(), key, org, role, member, version));
    }
}
