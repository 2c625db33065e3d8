package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.ConfigureCourse;
import org.laurel.programs.configuration.domain.Member;

/**
 * How a course run is certified, as existing clients send it. PATCH takes any of the members, POST and PUT need all but those of
 * the path.
 *
 * @param courseId key of the course run
 * @param certificateAvailableDate from when course credentials show, null when that is at once
 */
public record CourseCertificateBody(
        @Nullable String courseId,

        @Schema(enumeration = {"honor", "professional", "verified", "no-id-professional", "masters"}) @Nullable String certificateType,

        @Nullable Instant certificateAvailableDate,
        @Nullable Boolean isActive) {

    private static final String ERROR = "invalid_course_certificate";
    private static final int LONGEST = 255;

    /** What a body of a POST asks for, or the end of the request with all that is wrong with it. */
    static ConfigureCourse post(@Nullable JsonNode body, Instant at, Cause cause) {
        MemberReader members = new MemberReader(body, ERROR);
        members.require("course_id", "certificate_type", "certificate_available_date", "is_active");
        CourseKey courseKey = courseKey(members);
        ConfigureCourse command = read(members, courseKey, true, new ExpectedVersion.Whatever(), at, cause);
        members.refuse();
        return command;
    }

    /** What a body of a PUT asks for. */
    static ConfigureCourse put(
            @Nullable JsonNode body, CourseKey courseKey, ExpectedVersion expected, Instant at, Cause cause) {
        MemberReader members = new MemberReader(body, ERROR);
        members.require("certificate_type", "certificate_available_date", "is_active");
        return change(members, courseKey, expected, at, cause);
    }

    /** What a body of a PATCH asks for. */
    static ConfigureCourse patch(
            @Nullable JsonNode body, CourseKey courseKey, ExpectedVersion expected, Instant at, Cause cause) {
        return change(new MemberReader(body, ERROR), courseKey, expected, at, cause);
    }

    private static ConfigureCourse change(
            MemberReader members, CourseKey courseKey, ExpectedVersion expected, Instant at, Cause cause) {
        Member<String> own = members.text("course_id", LONGEST);
        if (own.isGiven() && !courseKey.value().equals(own.value())) {
            members.wrong("course_id", "must be the key in the path");
        }
        ConfigureCourse command = read(members, courseKey, false, expected, at, cause);
        members.refuse();
        return command;
    }

    private static ConfigureCourse read(
            MemberReader members,
            @Nullable CourseKey courseKey,
            boolean upsert,
            ExpectedVersion expected,
            Instant at,
            Cause cause) {
        Member<String> type = members.substantialText("certificate_type", LONGEST);
        CertificateType known =
                type.value() == null ? null : CertificateType.of(type.value()).orElse(null);
        if (type.value() != null && known == null) {
            members.wrong("certificate_type", "must be one of " + CertificateType.names());
        }
        Boolean active = members.flag("is_active").value();
        Member<Instant> date = members.time("certificate_available_date");
        members.refuse();
        if (courseKey == null) {
            throw new IllegalStateException("a run that was not read is refused");
        }
        return new ConfigureCourse(courseKey, known, active, date, upsert, expected, at, cause);
    }

    private static @Nullable CourseKey courseKey(MemberReader members) {
        String text = members.substantialText("course_id", LONGEST).value();
        if (text == null) {
            return null;
        }
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            members.wrong("course_id", "must be the key of a course run, such as course-v1:Org+Course+Run");
            return null;
        }
    }
}
