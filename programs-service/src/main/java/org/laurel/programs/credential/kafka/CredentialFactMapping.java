package org.laurel.programs.credential.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.events.EventCatalogue;
import org.laurel.events.program.CourseCredentialState;
import org.laurel.events.program.ProgramCredentialState;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialFact;
import org.laurel.programs.credential.domain.ProgramCredential;
import org.laurel.programs.credential.domain.ProgramStanding;

/**
 * Maps credential facts to the awarded and revoked events of course and program credentials. A new date of a credential that
 * holds is told by another awarded event with the same uuid and a higher version.
 */
@ApplicationScoped
class CredentialFactMapping implements FactMapping<CredentialFact> {

    @Override
    public Class<CredentialFact> covers() {
        return CredentialFact.class;
    }

    @Override
    public OutgoingEvent map(CredentialFact fact) {
        return switch (fact) {
            case CredentialFact.CourseAwarded(var credential, var cause) -> awarded(credential);
            case CredentialFact.CourseRedated(var credential, var cause) -> awarded(credential);
            case CredentialFact.CourseRevoked(var credential, var cause) ->
                OutgoingEvent.of(EventCatalogue.COURSE_CREDENTIAL_REVOKED, body(credential), credential.version());
            case CredentialFact.ProgramAwarded(var credential, var program, var cause) -> awarded(credential, program);
            case CredentialFact.ProgramRedated(var credential, var program, var cause) -> awarded(credential, program);
            case CredentialFact.ProgramRevoked(var credential, var program, var cause) ->
                OutgoingEvent.of(
                        EventCatalogue.PROGRAM_CREDENTIAL_REVOKED, body(credential, program), credential.version());
        };
    }

    private static OutgoingEvent awarded(CourseCredential credential) {
        return OutgoingEvent.of(EventCatalogue.COURSE_CREDENTIAL_AWARDED, body(credential), credential.version());
    }

    private static OutgoingEvent awarded(ProgramCredential credential, Program program) {
        return OutgoingEvent.of(
                EventCatalogue.PROGRAM_CREDENTIAL_AWARDED, body(credential, program), credential.version());
    }

    private static CourseCredentialState body(CourseCredential credential) {
        CourseStanding standing = credential.standing();
        return new CourseCredentialState(
                credential.key().learnerId().value(),
                credential.key().courseKey().value(),
                credential.uuid().toString(),
                standing.status().slug(),
                standing.availableAt(),
                standing.basis().reason(standing.status()),
                credential.version(),
                standing.modifiedAt());
    }

    private static ProgramCredentialState body(ProgramCredential credential, Program program) {
        ProgramStanding standing = credential.standing();
        return new ProgramCredentialState(
                credential.learnerId().value(),
                program.uuid().toString(),
                program.title(),
                program.type(),
                credential.uuid().toString(),
                standing.status().slug(),
                standing.availableAt(),
                standing.reason().slug(),
                credential.version(),
                standing.modifiedAt());
    }
}
