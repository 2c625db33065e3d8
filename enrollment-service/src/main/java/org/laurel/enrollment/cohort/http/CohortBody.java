package org.laurel.enrollment.cohort.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.domain.AssignmentType;
import org.laurel.enrollment.cohort.domain.CohortCommand.Amend;
import org.laurel.enrollment.cohort.domain.CohortCommand.Create;
import org.laurel.enrollment.cohort.domain.CohortCommand.GroupChange;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.ContentGroup;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.problem.ProblemException;

/**
 * A cohort as existing clients send it.
 *
 * @param name null when it was not sent
 * @param type null when it was not sent
 * @param group null when group_id was not sent; one that was sent as null stands for no content group
 */
record CohortBody(
        @Nullable String name,
        @Nullable AssignmentType type,
        @Nullable GroupChange group) {

    private static final int LONGEST_NAME = 255;

    /** What the document shows of it. */
    record Members(
            String name,
            String assignmentType,
            @Nullable Long userPartitionId,
            @Nullable Long groupId) {}

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when it is no object or a member has the wrong form
     */
    static CohortBody of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw ProblemException.badRequest("invalid-cohort", "The body is an object with the cohort's members.");
        }
        return new CohortBody(name(body), type(body), group(body));
    }

    Create create(CourseKey courseKey, Cause cause) {
        if (name == null) {
            throw ProblemException.badRequest("missing-cohort-name", "A cohort needs a name.");
        }
        if (type == null) {
            throw ProblemException.badRequest("missing-assignment-type", "A cohort needs an assignment_type.");
        }
        return new Create(courseKey, name, type, group == null ? null : group.group(), cause);
    }

    Amend amend(CohortKey key, Cause cause) {
        if (name == null && type == null && group == null) {
            throw ProblemException.badRequest(
                    "nothing-to-change", "Send a name, an assignment_type or a group_id with its user_partition_id.");
        }
        return new Amend(key, name, type, group, cause);
    }

    private static @Nullable String name(JsonNode body) {
        JsonNode member = body.path("name");
        if (member.isMissingNode()) {
            return null;
        }
        String text = member.isTextual() ? member.textValue() : "";
        if (text.isBlank() || text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("invalid-cohort-name", "A cohort's name has 1 to 255 characters.");
        }
        return text;
    }

    private static @Nullable AssignmentType type(JsonNode body) {
        JsonNode member = body.path("assignment_type");
        return member.isMissingNode()
                ? null
                : AssignmentType.named(member.asText())
                        .orElseThrow(() -> ProblemException.badRequest(
                                "invalid-assignment-type", "assignment_type is manual or random."));
    }

    private static @Nullable GroupChange group(JsonNode body) {
        JsonNode group = body.path("group_id");
        JsonNode partition = body.path("user_partition_id");
        if (group.isMissingNode()) {
            return null;
        }
        if (group.isNull()) {
            return new GroupChange(null);
        }
        if (partition.isMissingNode() || partition.isNull()) {
            throw ProblemException.badRequest(
                    "missing-user-partition-id", "A group_id needs the user_partition_id that it belongs to.");
        }
        if (!isNumber(group) || !isNumber(partition)) {
            throw ProblemException.badRequest("invalid-group-id", "group_id and user_partition_id are whole numbers.");
        }
        return new GroupChange(new ContentGroup(partition.longValue(), group.longValue()));
    }

    private static boolean isNumber(JsonNode member) {
        return member.isIntegralNumber() && member.canConvertToLong();
    }
}
