package org.laurel.bridge.outbound.kafka;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.domain.EnrollmentStep;
import org.laurel.bridge.outbound.domain.FactKind;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.StateFact;
import org.laurel.bridge.schema.app.SchemaIds;
import org.laurel.bridge.topic.app.OpenEdxTopics;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.ForeignEvent;

/**
 * Maps to Open edX's events. The ids of their schemas are put beside them, so that whoever sends an event later needs no
 * registry; nothing is appended before they are known.
 */
@Singleton
class OpenEdxMapping implements FactMapping<OpenEdxFact> {

    private final OpenEdxTopics topics;
    private final SchemaIds schemas;
    private final WaitingData waiting;
    private final String publicUrl;

    OpenEdxMapping(
            OpenEdxTopics topics,
            SchemaIds schemas,
            WaitingData waiting,
            @ConfigProperty(name = "laurel.public-url") String publicUrl) {
        this.topics = topics;
        this.schemas = schemas;
        this.waiting = waiting;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @Override
    public Class<OpenEdxFact> covers() {
        return OpenEdxFact.class;
    }

    @Override
    public ForeignEvent map(OpenEdxFact fact) {
        return switch (fact) {
            case OpenEdxFact.CertificateTold told ->
                event(
                        certificate(told.kind()),
                        OpenEdxData.certificate(told, publicUrl),
                        told.notice(),
                        run(told.notice()));
            case OpenEdxFact.EnrollmentTold told ->
                event(enrollment(told.step().kind()), OpenEdxData.enrollment(told), told.notice(), run(told.notice()));
            case OpenEdxFact.ProgramTold told ->
                event(
                        told.notice().isAwarded()
                                ? OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED
                                : OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED,
                        OpenEdxData.program(told, publicUrl),
                        told.notice(),
                        null);
        };
    }

    /** Open edX's key is no learner; the flow finds the event by its learner all the same, as it does Laurel's own. */
    private <D extends Record> ForeignEvent event(
            OpenEdxEvent<D> type, D data, StateFact told, @Nullable String courseKey) {
        String topic = topics.of(type);
        String waits = waiting.write(type, data, told.at(), schemas.of(type, topic));
        String learner = told.subject().learnerId().value();
        return new ForeignEvent(topic, waiting.key(type, data), type.type(), waits, learner, courseKey);
    }

    private static String run(Notice.OfCourse notice) {
        return notice.courseKey().value();
    }

    private static OpenEdxEvent<CertificateData> certificate(FactKind kind) {
        return switch (kind) {
            case CHANGED -> OpenEdxEvents.CERTIFICATE_CHANGED;
            case AWARDED -> OpenEdxEvents.CERTIFICATE_CREATED;
            case REVOKED -> OpenEdxEvents.CERTIFICATE_REVOKED;
        };
    }

    private static OpenEdxEvent<CourseEnrollmentData> enrollment(EnrollmentStep.Kind kind) {
        return switch (kind) {
            case CHANGED -> OpenEdxEvents.ENROLLMENT_CHANGED;
            case CREATED -> OpenEdxEvents.ENROLLMENT_CREATED;
            case ENDED -> OpenEdxEvents.UNENROLLMENT_COMPLETED;
        };
    }
}
