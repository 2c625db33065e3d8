package org.laurel.bridge.openedx.event;

import java.time.Instant;

/**
 * Grade of a learner in a course run. Open edX cannot send it for learners who never passed, since {@code
 * passed_timestamp} is required.
 *
 * @param userId learner
 * @param course course run
 * @param courseEditedTimestamp version of the course by time
 * @param courseVersion version of the course by id; may be blank
 * @param gradingPolicyHash which policy graded
 * @param percentGrade 0 to 1
 * @param letterGrade blank when the grade has no letter
 * @param passedTimestamp when the learner first passed
 */
public record PersistentCourseGradeData(
        long userId,
        CourseData course,
        Instant courseEditedTimestamp,
        String courseVersion,
        String gradingPolicyHash,
        double percentGrade,
        String letterGrade,
        Instant passedTimestamp) {}
