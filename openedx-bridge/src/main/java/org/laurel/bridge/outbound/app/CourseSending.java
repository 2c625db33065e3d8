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
    private final Hearing hearing;
    private final CourseNames names;
    private final People people;
    private final Outbox outbox;

    CourseSending(Meeting meeting, Hearing hearing, CourseNames names, People people, Outbox outbox) {
        this.meeting = meeting;
        this.hearing = hearing;
        this.names = names;
        this.people = people;
        this.outbox = outbox;
    }

    /** Sends the notices, except what is overtaken, heard before, or would go back to where it came from. */
    @Transactional
    public void apply(List<? extends Notice.OfCourse> notices) {
        meeting.apply(notices.stream().map(Notice.OfCourse::person).toList());
        List<Hearing.Telling<Notice.OfCourse>> told = hearing.apply(List.<Notice.OfCourse>copyOf(notices));
        if (told.isEmpty()) {
            return;
        }
        Map<CourseKey, String> known =
                names.find(told.stream().map(one -> one.fact().courseKey()).toList());
        Set<LearnerId> retired = people.retired(
                told.stream().map(one -> one.fact().person().id()).toList());
        outbox.append(told.stream().flatMap(one -> facts(one, known, retired)).toList());
    }

    private static Stream<OpenEdxFact> facts(
            Hearing.Telling<Notice.OfCourse> told, Map<CourseKey, String> names, Set<LearnerId> retired) {
        Notice.OfCourse notice =
                retired.contains(told.fact().person().id()) ? told.fact().withoutNames() : told.fact();
        String courseName = names.getOrDefault(notice.courseKey(), "");
        return switch (notice) {
            case Notice.OfCertificate certificate ->
                told.kinds().stream().map(kind -> new OpenEdxFact.CertificateTold(certificate, kind, courseName));
            case Notice.OfEnrollment enrollment ->
                enrollment.steps().stream().map(step -> new OpenEdxFact.EnrollmentTold(enrollment, step, courseName));
        };
    }
}
