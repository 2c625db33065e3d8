package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
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

    PostingTerms(AwardTermsQuery terms, KnownRunsQuery runs) {
        this.terms = terms;
        this.runs = runs;
    }

    /** What is known of the programs and runs of some commands. */
    record Known(Set<UUID> programs, Set<CourseKey> runs) {

        /** What stands in the way, null when nothing does. Source: programs, credentials API, resolution. */
        Posted.@Nullable Refused refusal(CredentialSubject subject) {
            return switch (subject) {
                case CredentialSubject.OfProgram(UUID uuid) ->
                    programs.contains(uuid) ? null : Posted.PROGRAM_NOT_CONFIGURED;
                case CredentialSubject.OfRun(CourseKey key) -> runs.contains(key) ? null : Posted.UNKNOWN_RUN;
            };
        }

        /** The mode of the credential: of one that exists its own. */
        @Nullable String mode(PostCredential command, @Nullable String existing) {
            return existing == null ? command.mode() : existing;
        }
    }

    /** Reads what is known, in two statements. */
    Known load(List<PostCredential> commands) {
        List<UUID> programs = new ArrayList<>();
        List<CourseKey> keys = new ArrayList<>();
        for (PostCredential command : commands) {
            switch (command.subject()) {
                case CredentialSubject.OfProgram(UUID uuid) -> programs.add(uuid);
                case CredentialSubject.OfRun(CourseKey key) -> keys.add(key);
            }
        }
        return new Known(terms.configured(programs), runs.known(keys));
    }
}
