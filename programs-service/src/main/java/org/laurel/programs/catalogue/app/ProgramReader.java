package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;

/** Reads of a program document what Laurel works with. Members that nobody here knows are left alone. */
public final class ProgramReader {

    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_SLUG = 100;
    /** All keys travel in one event of at most 64 KiB. */
    private static final int MOST_KEY_BYTES = 48 * 1024;

    private final UUID uuid;
    private final Findings findings = new Findings();
    private final Set<CourseKey> courseKeys = new HashSet<>();
    private final Set<UUID> courseUuids = new HashSet<>();
    private int keyBytes;

    private ProgramReader(UUID uuid) {
        this.uuid = uuid;
    }

    /** Reads the document that was put under the uuid. */
    public static Reading<Program> read(UUID uuid, JsonNode document) {
        ProgramReader reader = new ProgramReader(uuid);
        return reader.findings.reading(reader.program(document));
    }

    private Program program(JsonNode document) {
        findings.document(document, uuid);
        String title = findings.required(document, "", "title", LONGEST_TITLE);
        List<ProgramCourse> courses = new ArrayList<>();
        List<JsonNode> items = findings.list(document, "", "courses");
        for (int i = 0; i < items.size(); i++) {
            courses.add(course(items.get(i), "courses[" + i + "].", i + 1));
        }
        if (keyBytes > MOST_KEY_BYTES) {
            findings.add("courses", "must not have course runs whose keys are longer than 48 KiB together");
        }
        return new Program(
                uuid,
                title,
                type(document),
                findings.named(
                        document,
                        "status",
                        ProgramStatus.ACTIVE,
                        ProgramStatus::of,
                        "must be active, retired, deleted or unpublished"),
                courses,
                new RequirementReader(findings, items).read(document));
    }

    private String type(JsonNode document) {
        String slug = findings.text(document.path("type_attrs"), "type_attrs.", "slug", LONGEST_SLUG);
        String name = findings.text(document, "", "type", LONGEST_SLUG);
        return slug != null
                ? slug
                : name == null ? "" : name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private ProgramCourse course(JsonNode course, String path, int number) {
        if (!course.isObject()) {
            findings.add(path.substring(0, path.length() - 1), "must be an object");
        }
        UUID courseUuid = findings.uuid(course, path, "uuid");
        if (courseUuid != null && !courseUuids.add(courseUuid)) {
            findings.add(path + "uuid", "must not stand for two courses");
        }
        String title = findings.text(course, path, "title", LONGEST_TITLE);
        String key = findings.text(course, path, "key", LONGEST_TITLE);
        String name = title != null ? title : key != null ? key : "course " + number;
        List<ProgramRun> runs = new ArrayList<>();
        List<JsonNode> items = findings.list(course, path, "course_runs");
        for (int i = 0; i < items.size(); i++) {
            run(items.get(i), path + "course_runs[" + i + "].").ifPresent(runs::add);
        }
        return new ProgramCourse(courseUuid, name, runs);
    }

    private Optional<ProgramRun> run(JsonNode run, String path) {
        findings.uuid(run, path, "uuid");
        String mode = findings.text(run, path, "type", LONGEST_SLUG);
        String key = findings.text(run, path, "key", Integer.MAX_VALUE);
        try {
            CourseKey courseKey = new CourseKey(key == null ? "" : key);
            keyBytes += courseKey.value().getBytes(StandardCharsets.UTF_8).length;
            if (!courseKeys.add(courseKey)) {
                findings.add(path + "key", "must not stand in the program twice");
            }
            return Optional.of(new ProgramRun(courseKey, mode));
        } catch (IllegalArgumentException malformed) {
            findings.add(path + "key", key == null ? "is required" : "is not the key of a course run");
            return Optional.empty();
        }
    }
}
