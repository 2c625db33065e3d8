package org.laurel.enrollment.registration.http;

import org.jspecify.annotations.Nullable;

/** Whom to mail a new activation key. */
record ResendBody(@Nullable String email) {}
