package org.laurel.sample.bad.grading.http;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Hides what it needs. */
public class InjectedField {

    @Inject
    @Nullable String name;
}
