package org.laurel.programs.catalogue.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogue.db.CurriculumQuery;
import org.laurel.programs.catalogue.db.ProgramQuery;
import org.laurel.programs.catalogue.domain.OfferedCourse;

/** All courses of a program, those of curricula and of programs in them included. */
@Path("/api/programs/v1/programs/{uuid}/courses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramCoursesResource {

    private final ProgramQuery programs;
    private final CurriculumQuery curricula;

    ProgramCoursesResource(ProgramQuery programs, CurriculumQuery curricula) {
        this.programs = programs;
        this.curricula = curricula;
    }

    /**
     * The courses of a program.
     *
     * @param courseKeys the keys of all runs, each once
     */
    public record ProgramCourses(UUID programUuid, List<CourseOfProgram> courses, List<String> courseKeys) {}

    /**
     * A course.
     *
     * @param courseKeys the keys of its runs
     * @param programUuids the program, and programs in its curriculum, that name it
     */
    public record CourseOfProgram(
            @Nullable String uuid,
            @Nullable String key,
            @Nullable String title,
            List<String> courseKeys,
            List<UUID> programUuids) {

        static CourseOfProgram of(OfferedCourse course) {
            return new CourseOfProgram(course.uuid(), course.key(), course.title(), course.runs(), course.programs());
        }
    }

    @GET
    @Authenticated
    @Operation(
            summary = "All courses of a program",
            description =
                    "Its own, those of its primary curriculum (the first active one), and the same of the programs in"
                            + " that curriculum, however deep. What learners have to complete are its own courses only.")
    public ProgramCourses get(@PathParam("uuid") String text) {
        UUID uuid = programs.find(UuidParameter.read(text))
                .orElseThrow(() -> ProblemException.notFound("program_not_found", "There is no such program."))
                .uuid();
        List<OfferedCourse> courses = curricula.courses(uuid);
        return new ProgramCourses(
                uuid,
                courses.stream().map(CourseOfProgram::of).toList(),
                courses.stream()
                        .flatMap(course -> course.runs().stream())
                        .distinct()
                        .toList());
    }
}
