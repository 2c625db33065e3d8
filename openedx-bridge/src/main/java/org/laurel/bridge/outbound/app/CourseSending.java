package org.laurel.bridge.outbound.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.course.db.CourseModes;
import org.laurel.bridge.course.db.CourseNames;
import org.laurel.bridge.course.domain.CourseMode;
import org.laurel.bridge.outbound.domain.FirstMode;
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
    private final CourseModes modes;
    private final People people;
    private final Outbox outbox;
    private final FirstMode firstMode;

    CourseSending(
            Meeting meeting,
            Hearing hearing,
            CourseNames names,
            CourseModes modes,
            People people,
            Outbox outbox,
            @ConfigProperty(name = "laurel.openedx.default-mode") String defaultMode) {
        this.meeting = meeting;
        this.hearing = hearing;
        this.names = names;
        this.modes = modes;
        this.people = people;
        this.outbox = outbox;
        this.firstMode = new FirstMode(defaultMode);
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
        Map<CourseKey, List<CourseMode>> offered = offered(told);
        outbox.append(told.stream()
                .flatMap(one -> facts(
                        one,
                        retired.contains(one.fact().person().id()) ? one.fact().withoutNames() : one.fact(),
                        known.getOrDefault(one.fact().courseKey(), ""),
                        offered.getOrDefault(one.fact().courseKey(), List.of())))
                .toList());
    }

    /** The modes of course runs in which somebody is enrolled for the first time. */
    private Map<CourseKey, List<CourseMode>> offered(List<Hearing.Telling<Notice.OfCourse>> told) {
        List<CourseKey> entered = told.stream()
                .map(Hearing.Telling::fact)
                .filter(fact -> fact instanceof Notice.OfEnrollment enrollment && enrollment.before() == null)
                .map(Notice.OfCourse::courseKey)
                .toList();
        return entered.isEmpty() ? Map.of() : modes.find(entered);
    }

    private Stream<OpenEdxFact> facts(
            Hearing.Telling<Notice.OfCourse> told,
            Notice.OfCourse notice,
            String courseName,
            List<CourseMode> offered) {
        return switch (notice) {
            case Notice.OfCertificate certificate ->
                told.kinds().stream().map(kind -> new OpenEdxFact.CertificateTold(certificate, kind, courseName));
            case Notice.OfEnrollment enrollment ->
                enrollment.steps(firstMode.of(offered, enrollment.createdAt())).stream()
                        .map(step -> new OpenEdxFact.EnrollmentTold(enrollment, step, courseName));
        };
    }
}
