package org.laurel.enrollment.enrollment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;

/** A problem document that also shows which modes there are, where existing clients look for them. */
record ModeUnavailable(
        @JsonUnwrapped Problem problem,
        String message,
        @Nullable CourseDetailsView courseDetails) {}
