package org.laurel.enrollment.enrollment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.laurel.kit.problem.Problem;

/** A problem document with its detail once more where existing clients of the course object look for it. */
record CourseUnavailable(@JsonUnwrapped Problem problem, String message) {}
