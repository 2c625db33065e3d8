package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.configuration.app.CourseEnsuring;
import org.laurel.programs.configuration.db.CourseCertificateQuery;
import org.laurel.programs.configuration.domain.EnsureCourse;
import org.laurel.programs.credential.app.CredentialOrdering.Placing;
import org.laurel.programs.credential.db.AwardTermsQuery;
import org.laurel.programs.credential.db.KnownRunsQuery;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;
import org.laurel.programs.credential.domain.Posted;

/** What a credential that is made by decision needs: an active configuration, for a run that is known. */
@ApplicationScoped
class PostingTerms {

    private final AwardTermsQuery terms;
    private final KnownRunsQuery runs;
    private final CourseCertificateQuery configurations;
    private final CourseEnsuring ensuring;
    private final Clock clock;

    PostingTerms(
            AwardTermsQuery terms,
            KnownRunsQuery runs,
            CourseCertificateQuery configurations,
            CourseEnsuring ensuring,
            Clock clock) {
        this.terms = terms;
        this.runs = runs;
        this.configurations = configurations;
        this.ensuring = ensuring;
        this.clock = clock;
    }

    /** What is known of the programs and runs of some commands. */
    record Known(Set<UUID> programs, Set<CourseKey> runs, Set<CourseKey> inactive) {

        /** What stands in the way, null when nothing does. Source: programs, credentials API, resolution. */
        Posted.@Nullable Refused refusal(CredentialSubject subject) {
            return switch (subject) {
                case CredentialSubject.OfProgram(UUID uuid) ->
                    programs.contains(uuid) ? null : Posted.PROGRAM_NOT_CONFIGURED;
                case CredentialSubject.OfRun(CourseKey key) when !runs.contains(key) -> Posted.UNKNOWN_RUN;
                case CredentialSubject.OfRun(CourseKey key) -> inactive.contains(key) ? Posted.RUN_NOT_ACTIVE : null;
            };
        }

        /** The mode of the credential: of one that exists its own. */
        @Nullable String mode(PostCredential command, @Nullable String existing) {
            return existing == null ? command.mode() : existing;
        }
    }

    /** Reads what is known, in three statements. */
    Known load(List<PostCredential> commands) {
        List<UUID> programs = new ArrayList<>();
        List<CourseKey> keys = new ArrayList<>();
        for (PostCredential command : commands) {
            switch (command.subject()) {
                case CredentialSubject.OfProgram(UUID uuid) -> programs.add(uuid);
                case CredentialSubject.OfRun(CourseKey key) -> keys.add(key);
            }
        }
        return new Known(terms.configured(programs), runs.known(keys), configurations.inactive(keys));
    }

    /** Runs in which credentials are made get a configuration, if they have none. */
    void configure(List<Placing> placings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<EnsureCourse> commands = new ArrayList<>();
        for (Placing placing : placings) {
            CourseKey run = placing.key().courseKey();
            if (run != null && placing.mode() != null) {
                commands.add(new EnsureCourse(run, placing.mode(), now, placing.cause()));
            }
        }
        ensuring.apply(commands);
    }
}
