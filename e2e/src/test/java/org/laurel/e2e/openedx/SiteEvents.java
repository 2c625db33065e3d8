package org.laurel.e2e.openedx;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** What the site tells, with schemas as its version of openedx-events writes them. */
public final class SiteEvents {

    private static final String USER = """
            {"name": "UserData", "type": "record", "fields": [
              {"name": "id", "type": "long"},
              {"name": "is_active", "type": "boolean"},
              {"name": "pii", "type": {"name": "UserPersonalData", "type": "record", "fields": [
                {"name": "username", "type": "string"},
                {"name": "email", "type": "string"},
                {"name": "name", "type": "string"}]}}]}""";

    private static final String COURSE = """
            {"name": "CourseData", "type": "record", "fields": [
              {"name": "course_key", "type": "string"},
              {"name": "display_name", "type": "string"},
              {"name": "start", "type": ["null", "string"], "default": null},
              {"name": "end", "type": ["null", "string"], "default": null}]}""";

    private static final Schema CATALOG = schema("content_authoring.course.catalog_info.changed", "catalog_info", """
            {"name": "CourseCatalogData", "type": "record", "fields": [
              {"name": "course_key", "type": "string"},
              {"name": "name", "type": "string"},
              {"name": "schedule_data", "type": {"name": "CourseScheduleData", "type": "record", "fields": [
                {"name": "start", "type": "string"},
                {"name": "pacing", "type": "string"},
                {"name": "end", "type": ["null", "string"], "default": null},
                {"name": "enrollment_start", "type": ["null", "string"], "default": null},
                {"name": "enrollment_end", "type": ["null", "string"], "default": null}]}},
              {"name": "hidden", "type": "boolean"},
              {"name": "invitation_only", "type": "boolean"}]}""");

    private static final String ENROLLMENT_DATA = """
            {"name": "CourseEnrollmentData", "type": "record", "fields": [
              {"name": "user", "type": %s},
              {"name": "course", "type": %s},
              {"name": "mode", "type": "string"},
              {"name": "is_active", "type": "boolean"},
              {"name": "creation_date", "type": "string"},
              {"name": "created_by", "type": ["null", "UserData"], "default": null}]}""".formatted(USER, COURSE);

    private static final Schema ENROLLMENT =
            schema("learning.course.enrollment.created", "enrollment", ENROLLMENT_DATA);

    private static final Schema UNENROLLMENT =
            schema("learning.course.unenrollment.completed", "enrollment", ENROLLMENT_DATA);

    private static final Schema GRADE =
            schema("learning.course.persistent_grade_summary.changed", "grade", """
            {"name": "PersistentCourseGradeData", "type": "record", "fields": [
              {"name": "user_id", "type": "long"},
              {"name": "course", "type": %s},
              {"name": "course_edited_timestamp", "type": "string"},
              {"name": "course_version", "type": "string"},
              {"name": "grading_policy_hash", "type": "string"},
              {"name": "percent_grade", "type": "double"},
              {"name": "letter_grade", "type": "string"},
              {"name": "passed_timestamp", "type": "string"}]}""".formatted(COURSE));

    private static final Schema PASSING =
            schema("learning.course.passing.status.updated", "course_passing_status", """
            {"name": "CoursePassingStatusData", "type": "record", "fields": [
              {"name": "is_passing", "type": "boolean"},
              {"name": "course", "type": %s},
              {"name": "user", "type": %s}]}""".formatted(COURSE, USER));

    private SiteEvents() {}

    /** An event with the topic that the site has for it. */
    public record SiteEvent(String id, String topic, String courseKey, GenericRecord data, Instant at) {
        public String type() {
            return data.getSchema().getNamespace();
        }
    }

    public static SiteEvent courseRun(String courseKey, Instant at) {
        return event("course-catalog-info-changed", courseKey, CATALOG, at, data -> {
            Schema schedule = data.getField("schedule_data").schema();
            return Map.of(
                    "course_key",
                    courseKey,
                    "name",
                    "Compilers",
                    "schedule_data",
                    Wire.record(schedule, Map.of("start", text(at), "pacing", "self")),
                    "hidden",
                    false,
                    "invitation_only",
                    false);
        });
    }

    public static SiteEvent enrolled(long user, String courseKey, String mode, Instant creationDate, Instant at) {
        return enrollment(ENROLLMENT, true, user, courseKey, mode, creationDate, at);
    }

    public static SiteEvent left(long user, String courseKey, String mode, Instant creationDate, Instant at) {
        return enrollment(UNENROLLMENT, false, user, courseKey, mode, creationDate, at);
    }

    private static SiteEvent enrollment(
            Schema schema, boolean active, long user, String courseKey, String mode, Instant creationDate, Instant at) {
        return event(
                "learning-course-enrollment-lifecycle",
                courseKey,
                schema,
                at,
                data -> Map.of(
                        "user", user(data, user),
                        "course", course(data, courseKey),
                        "mode", mode,
                        "is_active", active,
                        "creation_date", text(creationDate)));
    }

    public static SiteEvent passing(long user, String courseKey, boolean passing, Instant at) {
        return event(
                "learning-badges-lifecycle",
                courseKey,
                PASSING,
                at,
                data -> Map.of(
                        "is_passing", passing,
                        "course", course(data, courseKey),
                        "user", user(data, user)));
    }

    public static SiteEvent graded(long user, String courseKey, double grade, Instant at) {
        return event(
                "learning-grade-lifecycle",
                courseKey,
                GRADE,
                at,
                data -> Map.of(
                        "user_id",
                        user,
                        "course",
                        course(data, courseKey),
                        "course_edited_timestamp",
                        text(at),
                        "course_version",
                        "",
                        "grading_policy_hash",
                        "hash",
                        "percent_grade",
                        grade,
                        "letter_grade",
                        grade < 0.5 ? "" : "Pass",
                        "passed_timestamp",
                        text(at)));
    }

    /** As Python writes a time of whole seconds. */
    static String text(Instant at) {
        return at.toString().replace("Z", "+00:00");
    }

    private static SiteEvent event(
            String topic, String courseKey, Schema schema, Instant at, Function<Schema, Map<String, Object>> members) {
        Schema.Field argument = schema.getFields().getFirst();
        GenericRecord data = Wire.record(argument.schema(), members.apply(argument.schema()));
        return new SiteEvent(
                UUID.randomUUID().toString(), topic, courseKey, Wire.record(schema, Map.of(argument.name(), data)), at);
    }

    private static GenericRecord user(Schema data, long id) {
        Schema schema = data.getField("user").schema();
        Schema names = schema.getField("pii").schema();
        return Wire.record(
                schema,
                Map.of(
                        "id",
                        id,
                        "is_active",
                        true,
                        "pii",
                        Wire.record(
                                names,
                                Map.of(
                                        "username", "user-" + id,
                                        "email", id + "@site.example",
                                        "name", "User " + id))));
    }

    private static GenericRecord course(Schema data, String courseKey) {
        return Wire.record(
                data.getField("course").schema(), Map.of("course_key", courseKey, "display_name", "Compilers"));
    }

    private static Schema schema(String type, String argument, String data) {
        return new Schema.Parser().parse("""
                {"name": "CloudEvent", "namespace": "org.openedx.%s.v1", "type": "record",
                 "fields": [{"name": "%s", "type": %s}]}""".formatted(type, argument, data));
    }
}
