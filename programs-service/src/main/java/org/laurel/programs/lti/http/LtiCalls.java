package org.laurel.programs.lti.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.lti.app.LtiRemoval;
import org.laurel.programs.lti.app.LtiReplacement;
import org.laurel.programs.lti.db.LtiQuery;
import org.laurel.programs.lti.domain.LtiDecision;
import org.laurel.programs.lti.domain.LtiKind;
import org.laurel.programs.lti.domain.LtiRules;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.RemoveLti;
import org.laurel.programs.lti.domain.ReplaceLti;
import org.laurel.programs.lti.domain.StoredLti;

/** What the resources of discussions and of live sessions have in common. */
@ApplicationScoped
class LtiCalls {

    private final LtiReplacement replacement;
    private final LtiRemoval removal;
    private final LtiQuery configurations;
    private final Caller caller;
    private final Clock clock;
    private final Set<String> providers;

    LtiCalls(
            LtiReplacement replacement,
            LtiRemoval removal,
            LtiQuery configurations,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "laurel.lti.provider-types") Optional<List<String>> providers) {
        this.replacement = replacement;
        this.removal = removal;
        this.configurations = configurations;
        this.caller = caller;
        this.clock = clock;
        this.providers = providers.orElse(List.of()).stream().map(String::strip).collect(Collectors.toSet());
    }

    Response get(LtiKind kind, String uuid, Request request) {
        StoredLti found = configurations.find(subject(kind, uuid)).orElseThrow(() -> absent(kind));
        return VersionTag.read(request, found.version(), LtiAnswer.of(found));
    }

    Response put(LtiKind kind, String uuid, @Nullable String ifMatch, LtiBody body) {
        LtiSubject subject = subject(kind, uuid);
        refuseBreaches(body);
        if (!configurations.isProgram(subject.programUuid())) {
            throw ProblemException.notFound("program_not_found", "There is no such program.");
        }
        ReplaceLti command = new ReplaceLti(
                subject,
                body.configuration(),
                body.keyChange(),
                body.secretChange(),
                IfMatch.read(ifMatch),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.cause().because(body.changeReason()));
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case LtiDecision.Changed changed -> answer(changed.created() ? 201 : 200, changed.after());
            case LtiDecision.Unchanged unchanged -> answer(200, unchanged.stored());
            case LtiDecision.Outdated outdated -> throw VersionTag.outdated();
            case LtiDecision.Unencryptable unencryptable ->
                throw noKey("Send the configuration without key and secret, or ask its operators.");
        };
    }

    /** The problem of a deployment without a key for secrets. */
    static ProblemException noKey(String remedy) {
        return new ProblemException(Problem.of(
                409,
                "no_secret_key",
                "This deployment has no key to encrypt secrets with (LAUREL_LTI_SECRET_KEY), so it takes none. "
                        + remedy));
    }

    Response delete(LtiKind kind, String uuid, @Nullable String ifMatch, @Nullable String reason) {
        RemoveLti command = new RemoveLti(
                subject(kind, uuid), IfMatch.read(ifMatch), caller.cause().because(reason));
        return switch (removal.apply(List.of(command)).getFirst()) {
            case REMOVED -> Response.noContent().build();
            case ABSENT -> throw absent(kind);
            case OUTDATED -> throw VersionTag.outdated();
        };
    }

    CursorPage<LtiVersionAnswer> history(LtiKind kind, String uuid, @Nullable Long cursor, int limit) {
        return CursorPage.of(
                        configurations.history(subject(kind, uuid), cursor, limit + 1).stream()
                                .map(LtiVersionAnswer::of)
                                .toList(),
                        limit,
                        version -> String.valueOf(version.historyId()))
                .orUnknown(cursor == null, () -> absent(kind));
    }

    private void refuseBreaches(LtiBody body) {
        List<Violation> violations =
                LtiRules.breaches(body.configuration(), body.keyChange(), body.secretChange(), providers).stream()
                        .map(breach -> new Violation(breach.member(), breach.message()))
                        .toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_lti_configuration", "The configuration breaks a rule.", violations));
        }
    }

    private static LtiSubject subject(LtiKind kind, String uuid) {
        return new LtiSubject(kind, UuidParameter.read(uuid));
    }

    private static ProblemException absent(LtiKind kind) {
        return ProblemException.notFound(
                "lti_configuration_not_found", "The program has no configuration of its " + kind.slug() + ".");
    }

    private static Response answer(int status, StoredLti lti) {
        return VersionTag.answer(status, lti.version(), LtiAnswer.of(lti));
    }
}
