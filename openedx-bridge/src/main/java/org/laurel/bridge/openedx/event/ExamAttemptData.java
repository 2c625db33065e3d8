package org.laurel.bridge.openedx.event;

import org.jspecify.annotations.Nullable;

/**
 * An attempt of a learner at a proctored or timed exam.
 *
 * @param studentUser who sat the exam
 * @param courseKey course run of the exam
 * @param usageKey block that is the exam
 * @param examType such as {@code proctored}
 * @param requestingUser who caused the change, when it was not the learner
 */
public record ExamAttemptData(
        UserData studentUser,
        String courseKey,
        String usageKey,
        String examType,
        @Nullable UserData requestingUser) {}
