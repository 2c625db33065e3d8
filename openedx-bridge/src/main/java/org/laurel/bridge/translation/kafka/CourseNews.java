package org.laurel.bridge.translation.kafka;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurel.bridge.openedx.event.CourseCatalogData;
import org.laurel.bridge.openedx.event.CourseScheduleData;
import org.laurel.bridge.openedx.event.XBlockData;
import org.laurel.bridge.translation.domain.News;
import org.laurel.events.EventCatalogue;
import org.laurel.events.course.CourseRunSubmitted;
import org.laurel.events.course.CourseStructureStale;
import org.laurel.events.course.Told;

/** What Open edX tells of course runs. */
final class CourseNews {

    /** The course run stands in the key of its block; old keys and those of libraries name none. */
    private static final Pattern BLOCK = Pattern.compile("(ccx-)?block-v1:(.+?)\\+type@.*");

    private CourseNews() {}

    static Optional<News> catalog(CourseCatalogData data, Instant at) {
        CourseScheduleData schedule = data.scheduleData();
        return LearnerNews.told(
                EventCatalogue.COURSE_RUN_SUBMITTED,
                new CourseRunSubmitted(
                        data.courseKey(),
                        Told.of(data.name()),
                        Told.unchanged(),
                        Told.of(schedule.start()),
                        Told.of(schedule.end()),
                        Told.of(schedule.enrollmentStart()),
                        Told.of(schedule.enrollmentEnd()),
                        Told.of(schedule.pacing().equals("self")),
                        Told.unchanged(),
                        Told.unchanged(),
                        Told.unchanged(),
                        Told.unchanged(),
                        Told.of(data.invitationOnly()),
                        Told.unchanged(),
                        Told.unchanged(),
                        Told.unchanged(),
                        at));
    }

    static Optional<News> block(XBlockData data, Instant at) {
        Matcher block = BLOCK.matcher(data.usageKey());
        if (!block.matches()) {
            return Optional.empty();
        }
        String courseKey = (block.group(1) == null ? "course-v1:" : "ccx-v1:") + block.group(2);
        return LearnerNews.told(
                EventCatalogue.COURSE_STRUCTURE_STALE, new CourseStructureStale(courseKey, data.usageKey(), at));
    }
}
