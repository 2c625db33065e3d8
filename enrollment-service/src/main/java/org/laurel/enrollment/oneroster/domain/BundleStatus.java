package org.laurel.enrollment.oneroster.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of a record of a OneRoster bundle. */
enum BundleStatus {
    ACTIVE,
    TO_BE_DELETED;

    /** The status with this text, null when it is none; bundles of the whole leave it empty. */
    static @Nullable BundleStatus of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "active" -> ACTIVE;
            // What earlier versions of the format called it.
            case "inactive", "tobedeleted" -> TO_BE_DELETED;
            default -> null;
        };
    }
}
