package org.laurel.programs.progress.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.enrollment.domain.Entitlement;
import org.laurel.programs.progress.domain.CourseProgress;

/** A course of a program as clients see it who ask for the lists of courses. */
public final class CourseItem {

    private CourseItem() {}

    /** What entitles the learner. */
    record UserEntitlement(
            UUID courseUuid, String mode, @Nullable String courseKey) {

        static UserEntitlement of(Entitlement entitlement) {
            CourseKey used = entitlement.courseKey();
            return new UserEntitlement(
                    entitlement.courseUuid(), entitlement.mode(), used == null ? null : used.value());
        }
    }

    /**
     * The course as the program's document has it. A course that the learner is entitled to has only the runs for which the
     * entitlement may be used, {@code user_entitlement}, and {@code enroll_url}, where the entitlement is found. {@code
     * expired} stands where the learner is enrolled in vain.
     */
    public static Map<String, @Nullable Object> of(CourseProgress progress, String origin) {
        Map<String, @Nullable Object> item =
                new LinkedHashMap<>(progress.course().members().values());
        Entitlement entitlement = progress.entitlement();
        if (entitlement != null) {
            item.put(
                    "course_runs",
                    progress.runs().stream().map(run -> run.members().values()).toList());
            item.put("user_entitlement", UserEntitlement.of(entitlement));
            item.put(
                    "enroll_url",
                    origin + "/api/enrollment/v1/entitlements?active=true&course_uuid=" + entitlement.courseUuid());
        }
        if (progress.isExpired()) {
            item.put("expired", true);
        }
        return item;
    }
}
