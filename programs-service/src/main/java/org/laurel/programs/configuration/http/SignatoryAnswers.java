package org.laurel.programs.configuration.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.configuration.app.SignatoryKeeping;
import org.laurel.programs.configuration.db.SignatoryQuery;
import org.laurel.programs.configuration.db.SignatoryQuery.Found;
import org.laurel.programs.configuration.domain.SignatoryCommand;
import org.laurel.programs.configuration.domain.SignatoryOutcome;

/** Has commands on signatories carried out, and answers by what became of them. */
@ApplicationScoped
class SignatoryAnswers {

    private final SignatoryKeeping keeping;
    private final SignatoryQuery signatories;
    private final String publicUrl;

    SignatoryAnswers(SignatoryKeeping keeping, SignatoryQuery signatories, PublicUrl publicUrl) {
        this.keeping = keeping;
        this.signatories = signatories;
        this.publicUrl = publicUrl.origin();
    }

    /** The signatory as it is after a command that makes or changes it. */
    SignatoryAnswer saved(SignatoryCommand command) {
        if (carryOut(command) instanceof SignatoryOutcome.Saved saved) {
            return found(saved.signatory().id());
        }
        throw new IllegalStateException("a signatory is saved or refused");
    }

    /** Carries a command out, or ends the request. */
    SignatoryOutcome carryOut(SignatoryCommand command) {
        SignatoryOutcome outcome = keeping.apply(List.of(command)).getFirst();
        return switch (outcome) {
            case SignatoryOutcome.Saved saved -> saved;
            case SignatoryOutcome.Deleted deleted -> deleted;
            case SignatoryOutcome.Unknown unknown -> throw notFound();
            case SignatoryOutcome.Outdated outdated -> throw VersionTag.outdated();
            case SignatoryOutcome.InUse inUse ->
                throw new ProblemException(Problem.of(
                        409,
                        "signatory_in_use",
                        "Configurations of " + inUse.programs() + " programs name the signatory. Change them first."));
        };
    }

    SignatoryAnswer found(long id) {
        return signatories.find(id).map(this::shown).orElseThrow(SignatoryAnswers::notFound);
    }

    SignatoryAnswer shown(Found found) {
        return SignatoryAnswer.of(found, publicUrl);
    }

    static Response answer(Response.ResponseBuilder answer, SignatoryAnswer signatory) {
        return answer.tag(VersionTag.of(signatory.version())).entity(signatory).build();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("signatory_not_found", "There is no such signatory.");
    }
}
