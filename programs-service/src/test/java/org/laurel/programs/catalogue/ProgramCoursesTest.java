package org.laurel.programs.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.laurel.programs.catalogue.Calls.delete;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.learner;
import static org.laurel.programs.catalogue.Calls.put;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;

/** Courses of programs through curricula, and programs of course runs. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramCoursesTest {

    /** The second curriculum is the first active one; the third does not count. The child names its parent again: a circle. */
    @Test
    void unitesOwnCoursesThePrimaryCurriculumAndItsPrograms() {
        // Given
        put(program("tree-parent"), """
                {"title": "Parent", "courses": [%s], "curricula": [
                  {"is_active": false, "courses": [%s]},
                  {"is_active": true, "courses": [%s, %s], "programs": [{"uuid": "%s"}, {"uuid": "x"}, 7, {"uuid": "%s"}]},
                  {"is_active": true, "courses": [%s]}]}""".formatted(
                                course("tree-own", "Own"),
                                course("tree-inactive", "Inactive"),
                                course("tree-own", "Curriculum"),
                                course("tree-second", "Second"),
                                uuid("tree-child").toUpperCase(Locale.ROOT),
                                uuid("tree-unknown"),
                                course("tree-third", "Third")))
                .statusCode(201);
        put(program("tree-child"), """
                {"title": "Child", "courses": [%s, {"title": "Nameless"}], "curricula": [
                  {"is_active": true, "courses": 7, "programs": [{"uuid": "%s"}, {"uuid": "%s"}]}]}""".formatted(
                                course("tree-childs", "Childs"), uuid("tree-parent"), uuid("tree-grandchild")))
                .statusCode(201);
        put(
                        program("tree-grandchild"),
                        "{\"title\": \"Grandchild\", \"courses\": [%s], \"curricula\": {}}"
                                .formatted(course("tree-grand", "Grand")))
                .statusCode(201);

        // When
        var courses = get(program("tree-parent") + "/courses");

        // Then
        courses.statusCode(200)
                .body("program_uuid", equalTo(uuid("tree-parent")), "courses", hasSize(5))
                .body("courses[0].title", equalTo("Own"))
                .body("courses[0].course_keys", contains(run("Own"), run("Curriculum")))
                .body("courses.find { it.title == 'Grand' }.program_uuids", contains(uuid("tree-grandchild")))
                .body("courses.title.contains('Third')", equalTo(false))
                .body("courses.title.contains('Inactive')", equalTo(false))
                .body("courses.title.contains('Nameless')", equalTo(true))
                .body("course_keys", hasSize(5));
        delete(program("tree-child"), "").statusCode(204);
        get(program("tree-parent") + "/courses").body("courses", hasSize(2));
        get(program("tree-unknown") + "/courses").statusCode(404).body("error_code", equalTo("program_not_found"));
        get("programs/x/courses").statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    @Test
    void takesProgramsThatTheCatalogueDoesNotKnowAsTheCurriculumHasThem() {
        // Given
        String inner = "{\"uuid\": \"%s\", \"courses\": [%s]}".formatted(uuid("leaf-2"), course("leaf-two", "Leaf2"));
        put(program("leaf-parent"), """
                {"title": "Parent", "curricula": [{"is_active": true, "programs": [
                  {"uuid": "%s", "title": "Never put", "courses": [%s], "curricula": [
                    {"is_active": true, "courses": [%s], "programs": [%s, {"uuid": "%s"}]}]},
                  {"title": "Without uuid", "courses": [%s]}]}]}""".formatted(
                                uuid("leaf-1"),
                                course("leaf-own", "LeafOwn"),
                                course("leaf-more", "LeafMore"),
                                inner,
                                uuid("leaf-parent"),
                                course("leaf-lost", "LeafLost")))
                .statusCode(201);

        // When
        var courses = get(program("leaf-parent") + "/courses");

        // Then
        courses.statusCode(200)
                .body("courses.title", containsInAnyOrder("LeafOwn", "LeafMore", "Leaf2"))
                .body("courses.find { it.title == 'Leaf2' }.program_uuids", contains(uuid("leaf-2")));
    }

    @Test
    void tellsWhichProgramsHaveACourseRun() {
        // Given
        put(program("runs-a"), """
                {"title": "Runs A", "hidden": true, "type": "XSeries", "courses": [{"key": "RunX+R", "title": "R", "course_runs": [
                  {"key": "course-v1:RunX+R+1", "type": "verified", "start": "2026-01-01T00:00:00Z"},
                  {"key": "RunX/R/2"}]}]}""").statusCode(201);
        put(program("runs-b"), """
                {"title": "Runs B", "courses": [{"course_runs": [{"key": "course-v1:RunX+R+1", "title": "Other"}]}]}""").statusCode(201);

        // When
        var found = get("course-runs/course-v1:RunX+R+1");

        // Then
        found.statusCode(200)
                .body("course_key", equalTo("course-v1:RunX+R+1"))
                .body("programs.title", contains("Runs A", "Runs B"))
                .body("programs.mode", contains("verified", null))
                .body("programs[0].hidden", equalTo(true))
                .body("programs[0].course.key", equalTo("RunX+R"))
                .body("programs[0].course_run.start", equalTo("2026-01-01T00:00:00Z"))
                .body("programs[1].course_run.title", equalTo("Other"));
        get("course-runs/RunX/R/2").statusCode(200).body("programs", hasSize(1));
        learner().get(Calls.BASE + "course-runs/RunX/R/2").then().statusCode(200);
        get("course-runs", "q", "RunX").body("results.course_key", contains("RunX/R/2", "course-v1:RunX+R+1"));
        get("course-runs", "q", "RunX", "page_size", 1).body("count", equalTo(2), "next_cursor", equalTo("RunX/R/2"));
        get("course-runs", "q", "RunX", "cursor", "RunX/R/2")
                .body("results.program_uuids[0]", contains(uuid("runs-a"), uuid("runs-b")));
        get("course-runs", "program", uuid("runs-b")).body("results.course_key", contains("course-v1:RunX+R+1"));
        get("course-runs", "course", uuid("no-such-course")).body("results", hasSize(0));
        delete(program("runs-a"), "").statusCode(204);
        get("course-runs/RunX/R/2").statusCode(404).body("error_code", equalTo("course_run_not_found"));
        get("course-runs/nonsense").statusCode(400).body("error_code", equalTo("invalid_course_key"));
        get("course-runs", "program", "x").statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    private static String program(String word) {
        return "programs/" + uuid(word);
    }

    private static String course(String word, String title) {
        return "{\"uuid\": \"%s\", \"title\": \"%s\", \"course_runs\": [{\"key\": \"%s\"}]}"
                .formatted(uuid(word), title, run(title));
    }

    private static String run(String title) {
        return "course-v1:TreeX+" + title + "+2026";
    }
}
