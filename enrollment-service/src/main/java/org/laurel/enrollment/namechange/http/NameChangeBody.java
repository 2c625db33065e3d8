package org.laurel.enrollment.namechange.http;

import org.jspecify.annotations.Nullable;

/**
 * A request for another name.
 *
 * @param rationale why, absent for nothing
 */
record NameChangeBody(@Nullable String name, @Nullable String rationale) {}
