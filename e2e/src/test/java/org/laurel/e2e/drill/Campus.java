package org.laurel.e2e.drill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.laurel.e2e.openedx.Site;
import org.laurel.e2e.openedx.SiteEvents;
import org.laurel.e2e.openedx.SiteEvents.SiteEvent;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;

/**
 * A course run in which a site enrolls learners and Laurel enrolls as many of its own, who all take the same way: they enroll,
 * leave, come back and pass; then every fifth fails after all.
 *
 * @param told what the site has told so far of its learners
 */
record Campus(CourseRun course, int learners, Queue<SiteEvent> told) {
    /** What ids of the site's learners begin with. */
    static final String OF_SITE = "81";
    /** What ids of Laurel's own begin with. */
    static final String OF_LAUREL = "82";
    /** Changes of each enrollment. */
    static final long ENROLLMENT_CHANGES = 3;
    /** In which the site enrolls first. */
    static final String FREE = "honor";

    private static final int DIGITS = 100_000;
    private static final int FAILING = 5;
    private static final Instant CREATED = Instant.parse("2024-10-01T08:00:00Z");
    private static final Instant MONDAY = Instant.parse("2025-02-03T09:00:00Z");

    static Campus of(int learners) {
        return new Campus(new CourseRun("Drilled", "SiteX+Drilled+2025"), learners, new ConcurrentLinkedQueue<>());
    }

    /** Whether what lies under a key is about one of all these learners. */
    static boolean has(String key) {
        return key.startsWith(OF_SITE) || key.startsWith(OF_LAUREL);
    }

    static boolean isOfSite(String key) {
        return key.startsWith(OF_SITE);
    }

    /** The ids of the learners of one side. */
    List<String> ids(String side) {
        return LongStream.range(0, learners)
                .mapToObj(number -> id(side, number))
                .toList();
    }

    /** Whether the learner with this id ends without a certificate. */
    static boolean fails(String id) {
        return Long.parseLong(id) % FAILING == 0;
    }

    /** The site tells of this part of its learners, step by step, until they have passed. */
    void siteBegins(Site site, int part, int of) {
        for (int step = 0; step <= 4; step++) {
            for (String id : part(OF_SITE, part, of)) {
                tell(site, begin(step, Long.parseLong(id), MONDAY.plusSeconds(step)));
            }
        }
    }

    /** How it ends with the same learners. */
    void siteEnds(Site site, int part, int of) {
        for (String id : part(OF_SITE, part, of)) {
            if (fails(id)) {
                long user = Long.parseLong(id);
                tell(site, SiteEvents.passing(user, course.key(), false, MONDAY.plusSeconds(5)));
                tell(site, SiteEvents.graded(user, course.key(), 0.3, MONDAY.plusSeconds(5)));
            }
        }
    }

    /** This part of Laurel's own enrolls by REST, leaves, comes back and passes by facts. */
    void laurelBegins(Ground ground, int part, int of) {
        for (String id : part(OF_LAUREL, part, of)) {
            Attempt attempt = attempt(id, "0.8");
            ground.registration().learner(attempt.learner());
            ground.registration().enrollment(attempt);
            ground.publish(List.of(
                    PlatformFacts.enrollment(attempt, false),
                    PlatformFacts.enrollment(attempt, true),
                    PlatformFacts.passingStatus(attempt)));
        }
    }

    /** How it ends with the same learners. */
    void laurelEnds(Ground ground, int part, int of) {
        ground.publish(part(OF_LAUREL, part, of).stream()
                .filter(Campus::fails)
                .map(id -> PlatformFacts.passingStatus(attempt(id, "0.8").failingWith(new BigDecimal("0.3"))))
                .toList());
    }

    /** A grade goes with passing, as with a site. */
    private SiteEvent begin(int step, long user, Instant at) {
        return switch (step) {
            case 0, 2 -> SiteEvents.enrolled(user, course.key(), Attempt.VERIFIED, CREATED, at);
            case 1 -> SiteEvents.left(user, course.key(), Attempt.VERIFIED, CREATED, at);
            case 3 -> SiteEvents.passing(user, course.key(), true, at);
            default -> SiteEvents.graded(user, course.key(), 0.8, at);
        };
    }

    private void tell(Site site, SiteEvent event) {
        site.tell(event);
        told.add(event);
    }

    private Attempt attempt(String id, String grade) {
        Learner learner = new Learner(id, id, "user-" + id, "User " + id);
        return new Attempt(learner, course, Attempt.VERIFIED, 0, true, new BigDecimal(grade));
    }

    private List<String> part(String side, int part, int of) {
        return ids(side).subList(from(part, of), from(part + 1, of));
    }

    private int from(int part, int of) {
        return (int) ((long) learners * part / of);
    }

    private static String id(String side, long number) {
        return Long.toString(Long.parseLong(side) * DIGITS + number);
    }
}
