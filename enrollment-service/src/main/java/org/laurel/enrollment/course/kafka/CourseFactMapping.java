package org.laurel.enrollment.course.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.enrollment.course.domain.CourseFact;
import org.laurel.enrollment.course.domain.CourseFact.ModesChanged;
import org.laurel.enrollment.course.domain.CourseFact.SettingsChanged;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.events.EventCatalogue;
import org.laurel.events.course.CourseMode;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells facts about course runs as {@code course-run.changed} and {@code course-modes.changed}. */
@Singleton
class CourseFactMapping implements FactMapping<CourseFact> {

    @Override
    public Class<CourseFact> covers() {
        return CourseFact.class;
    }

    @Override
    public OutgoingEvent map(CourseFact fact) {
        CourseRun run = fact.run();
        return switch (fact) {
            case SettingsChanged changed ->
                OutgoingEvent.of(EventCatalogue.COURSE_RUN_CHANGED, settings(run), run.version());
            case ModesChanged changed ->
                OutgoingEvent.of(EventCatalogue.COURSE_MODES_CHANGED, modes(changed), run.modesVersion());
        };
    }

    private static CourseRunChanged settings(CourseRun run) {
        CourseRunSettings settings = run.settings().normalised();
        return new CourseRunChanged(
                run.key().value(),
                settings.displayName(),
                settings.org(),
                settings.start(),
                settings.end(),
                settings.enrollment().start(),
                settings.enrollment().end(),
                settings.selfPaced(),
                settings.display().behavior(),
                settings.display().availableDate(),
                settings.showBeforeEnd(),
                settings.htmlCertificates(),
                settings.enrollment().invitationOnly(),
                settings.enrollment().maxEnrollments(),
                settings.mobileAvailable(),
                settings.ccx(),
                run.version(),
                run.occurredAt());
    }

    private static CourseModesChanged modes(ModesChanged fact) {
        List<CourseMode> modes = fact.run().modes().list().stream()
                .map(mode ->
                        new CourseMode(mode.slug(), mode.name(), mode.minPrice(), mode.currency(), mode.expiresAt()))
                .toList();
        return new CourseModesChanged(
                fact.run().key().value(), modes, fact.run().modesVersion(), fact.occurredAt());
    }
}
