package org.laurel.enrollment.registration.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.enrollment.registration.domain.SignUpFault;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/**
 * A problem document with what is wrong beside it under the fields' names, where existing clients look.
 *
 * @param fields messages by field
 */
record RegistrationRefused(
        @JsonUnwrapped Problem problem, @JsonAnyGetter Map<String, List<Message>> fields) {

    private static final String PATH = "/api/user/v2/account/registration/";

    /** A message as existing clients read it. */
    record Message(String userMessage) {}

    /** 409 for a name that was free a moment ago. */
    static ProblemException overtaken(SignUpFault fault) {
        return new ProblemException(Problem.of(
                409,
                "duplicate-" + fault.field(),
                fault.message(),
                List.of(new Violation(fault.field(), fault.message()))));
    }

    /** 409 when anything is taken, otherwise 400. */
    static Response of(List<SignUpFault> faults) {
        String taken = faults.stream()
                .filter(SignUpFault::isClash)
                .map(SignUpFault::field)
                .sorted()
                .collect(Collectors.joining("-"));
        List<Violation> violations = faults.stream()
                .map(fault -> new Violation(fault.field(), fault.message()))
                .toList();
        Problem problem = taken.isEmpty()
                ? Problem.of(400, "validation-error", "The registration breaks a rule.", violations)
                : Problem.of(
                        409, "duplicate-" + taken, "Another learner has the username or email address.", violations);
        Map<String, List<Message>> fields = new LinkedHashMap<>();
        faults.forEach(fault -> fields.merge(
                fault.field(),
                List.of(new Message(fault.message())),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList()));
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(new RegistrationRefused(problem.at(PATH, null), fields))
                .build();
    }
}
