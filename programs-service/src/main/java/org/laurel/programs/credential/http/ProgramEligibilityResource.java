package org.laurel.programs.credential.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.credential.db.ProgramCaseQuery;
import org.laurel.programs.credential.domain.ProgramCase;
import org.laurel.programs.credential.domain.ProgramExplanation;
import org.laurel.programs.learner.db.LearnerQuery;

/** Explains why a learner has a program's credential, or has not. */
@Path("/api/programs/v1/learners/{username}/programs/{uuid}/eligibility")
@Authenticated
@Tag(name = "Eligibility")
public class ProgramEligibilityResource {

    private static final int MOST_ASSUMED = 100;

    private final ProgramCaseQuery cases;
    private final CredentialView view;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;

    ProgramEligibilityResource(
            ProgramCaseQuery cases, CredentialView view, LearnerQuery learners, Caller caller, Clock clock) {
        this.cases = cases;
        this.view = view;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Why the learner has, or has not, got the program's credential",
            description =
                    "The facts, what each rule says of them, and what would change the outcome. With assume, as often as "
                            + "wanted: what would be if the learner had a certificate in that course run, of the mode that the program "
                            + "asks for; nothing is stored. For the learner, staff and service clients.")
    public ProgramEligibilityAnswer explain(
            @PathParam("username") String username,
            @PathParam("uuid") String uuid,
            @QueryParam("assume") List<String> assume) {
        LearnerId learner = learner(username);
        UUID program = UuidText.ofDigits(uuid)
                .orElseThrow(() -> ProblemException.badRequest("invalid_uuid", "The uuid is not valid."));
        Set<CourseKey> assumed = assumed(assume);
        ProgramCase facts = cases.find(learner, program)
                .orElseThrow(() -> ProblemException.notFound("program_not_found", "There is no such program."));
        ProgramExplanation explanation = assumed.isEmpty()
                ? ProgramExplanation.of(facts)
                : ProgramExplanation.assuming(facts, assumed, clock.instant());
        CredentialItem credential = Optional.ofNullable(facts.position().stored())
                .map(stored -> view.get(stored.uuid()))
                .orElse(null);
        return ProgramEligibilityAnswer.of(
                facts, explanation, credential, assumed, caller.isPrivileged(), clock.instant());
    }

    /** The caller is whom the token names. The replica may still give the caller's username to somebody else. */
    private LearnerId learner(String username) {
        if (caller.is(username) && !caller.learnerId().isEmpty()) {
            return new LearnerId(caller.learnerId());
        }
        if (!caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        return learners.byUsername(username)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."));
    }

    private static Set<CourseKey> assumed(List<String> assume) {
        Set<CourseKey> runs = new TreeSet<>(Comparator.comparing(CourseKey::value));
        if (assume.size() > MOST_ASSUMED) {
            throw ProblemException.badRequest("invalid_assume", "At most 100 course runs can be assumed.");
        }
        for (String key : assume) {
            try {
                runs.add(new CourseKey(key));
            } catch (IllegalArgumentException malformed) {
                throw ProblemException.badRequest("invalid_assume", "assume takes keys of course runs.");
            }
        }
        return runs;
    }
}
