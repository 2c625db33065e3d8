package org.laurel.programs.catalogue.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.events.EventCatalogue;
import org.laurel.events.key.CourseKey;
import org.laurel.events.program.ProgramChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramDefined;

/** Maps {@link ProgramDefined} to {@code program.changed}. */
@ApplicationScoped
class ProgramFactMapping implements FactMapping<ProgramDefined> {

    @Override
    public Class<ProgramDefined> covers() {
        return ProgramDefined.class;
    }

    @Override
    public OutgoingEvent map(ProgramDefined fact) {
        Program program = fact.program();
        ProgramChanged body = new ProgramChanged(
                program.uuid().toString(),
                program.title(),
                program.type(),
                program.status().slug(),
                program.courseKeys().stream().map(CourseKey::value).toList(),
                fact.version(),
                fact.occurredAt());
        return OutgoingEvent.of(EventCatalogue.PROGRAM_CHANGED, body, fact.version());
    }
}
