package org.laurel.enrollment.enrollment.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Veto;
import org.laurel.kit.problem.Problem;

/** A problem document with a policy's refusal where existing clients look for it. */
record VetoedView(
        @JsonUnwrapped Problem problem,
        String message,
        @JsonProperty("localizedMessage") @Nullable String localizedMessage) {

    static VetoedView of(int status, String errorCode, Veto veto) {
        return new VetoedView(Problem.of(status, errorCode, veto.message()), veto.message(), veto.localizedMessage());
    }
}
