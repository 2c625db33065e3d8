package org.laurel.certificates.course.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.course.domain.CourseFact;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.events.EventCatalogue;
import org.laurel.events.certificate.CertificateDateChanged;
import org.laurel.events.certificate.CertificateGenerationSwitched;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps what happened to a course run's certificates to COURSE_CERT_DATE_CHANGE and generation switches. */
@ApplicationScoped
class CourseFactMapping implements FactMapping<CourseFact> {

    @Override
    public Class<CourseFact> covers() {
        return CourseFact.class;
    }

    @Override
    public OutgoingEvent map(CourseFact fact) {
        return switch (fact) {
            case CourseFact.DatesChanged dates -> {
                CourseSettings settings = dates.settings();
                yield OutgoingEvent.of(
                        EventCatalogue.COURSE_CERT_DATE_CHANGE,
                        new CertificateDateChanged(
                                dates.courseKey().value(),
                                settings.displayBehavior(),
                                settings.availableDate(),
                                settings.end(),
                                settings.selfPaced(),
                                settings.occurredAt()),
                        settings.version());
            }
            case CourseFact.GenerationSwitched switched ->
                OutgoingEvent.of(
                        EventCatalogue.CERTIFICATE_GENERATION_SWITCHED,
                        new CertificateGenerationSwitched(
                                switched.courseKey().value(), switched.enabled(), switched.occurredAt()));
        };
    }
}
