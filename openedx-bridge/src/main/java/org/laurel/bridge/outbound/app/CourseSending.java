package org.laurel.bridge.outbound.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.bridge.course.db.CourseNames;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.person.db.People;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.outbox.Outbox;

/** Sends what happened to learners in course runs, in the order in which it is handed in. */
@ApplicationScoped
public class CourseSending {

    private final Meeting meeting;
    private final CourseNames names;
    private final People people;
    private final Outbox outbox;
    private final SendingSettings settings;

    CourseSending(Meeting meeting, CourseNames names, People people, Outbox outbox, SendingSettings settings) {
        this.meeting = meeting;
        this.names = names;
        this.people = people;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Sends the notices, except those that would go back to where they came from. */
    @Transactional
    public void apply(List<? extends Notice.OfCourse> notices) {
        meeting.apply(notices.stream().map(Notice.OfCourse::person).toList());
        List<? extends Notice.OfCourse> sent =
                notices.stream().filter(this::isSent).toList();
        if (sent.isEmpty()) {
            return;
        }
        Map<CourseKey, String> known =
                names.find(sent.stream().map(Notice.OfCourse::courseKey).toList());
        Set<LearnerId> retired =
                people.retired(sent.stream().map(notice -> notice.person().id()).toList());
        outbox.append(sent.stream()
                .map(notice -> retired.contains(notice.person().id()) ? notice.withoutNames() : notice)
                .flatMap(notice -> facts(notice, known.getOrDefault(notice.courseKey(), "")))
                .toList());
    }

    private boolean isSent(Notice.OfCourse notice) {
        return switch (notice) {
            case Notice.OfCertificate certificate -> settings.rule().sendsDecision(certificate.cause());
            case Notice.OfEnrollment enrollment -> settings.rule().sendsEnrollment(enrollment.cause());
        };
    }

    private static Stream<OpenEdxFact> facts(Notice.OfCourse notice, String courseName) {
        return switch (notice) {
            case Notice.OfCertificate certificate ->
                Stream.of(new OpenEdxFact.CertificateTold(certificate, courseName));
            case Notice.OfEnrollment enrollment ->
                enrollment.steps().stream().map(step -> new OpenEdxFact.EnrollmentTold(enrollment, step, courseName));
        };
    }
}
