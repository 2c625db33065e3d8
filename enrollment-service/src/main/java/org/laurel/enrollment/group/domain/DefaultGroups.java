package org.laurel.enrollment.group.domain;

import java.util.Map;
import java.util.Optional;

/** Groups that every site has as soon as somebody is added to them (user test groups). */
public final class DefaultGroups {

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "email_future_courses", "wants mail about future courses",
            "email_helpers", "wants mail about how to help",
            "mitx_unenroll", "left everything, no more mail",
            "6002x_unenroll", "took and left 6002x");

    private DefaultGroups() {}

    /** What the default group of this name is for, empty when there is none. */
    public static Optional<String> description(String name) {
        return Optional.ofNullable(DESCRIPTIONS.get(name));
    }
}
