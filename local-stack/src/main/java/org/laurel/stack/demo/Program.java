package org.laurel.stack.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A program: whoever has a certificate of each of its courses gets its credential.
 *
 * @param courses one run of each course
 */
public record Program(String uuid, String title, List<CourseRun> courses) {

    public Program {
        courses = List.copyOf(courses);
    }

    /** A new program. */
    public static Program of(String title, List<CourseRun> courses) {
        return new Program(UUID.randomUUID().toString(), title, courses);
    }

    /** The document of a catalogue, with the members that matter here. */
    public Map<String, Object> document() {
        return Map.of(
                "uuid",
                uuid,
                "title",
                title,
                "subtitle",
                "All that a beginner needs",
                "type",
                "MicroMasters",
                "type_attrs",
                Map.of("slug", "micromasters"),
                "status",
                "active",
                "hidden",
                false,
                "authoring_organizations",
                List.of(Map.of("uuid", uuid, "key", CourseRun.ORGANISATION, "name", "Laurel University")),
                "courses",
                courses.stream().map(Program::course).toList());
    }

    private static Map<String, Object> course(CourseRun run) {
        return Map.of(
                "key", run.courseOnly(),
                "uuid", UUID.randomUUID().toString(),
                "title", run.title(),
                "course_runs",
                        List.of(Map.of(
                                "key", run.key(), "title", run.title(), "type", "verified", "status", "published")));
    }
}
