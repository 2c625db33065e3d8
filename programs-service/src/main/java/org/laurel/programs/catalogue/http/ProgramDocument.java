package org.laurel.programs.catalogue.http;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The members of a program document that Laurel reads, for the API's description; all others are kept as they are.
 *
 * @param type display name of the program's type
 * @param status active when absent
 */
@Schema(additionalProperties = Schema.True.class)
record ProgramDocument(
        @Nullable String uuid,
        @Schema(required = true, maxLength = 255) String title,
        @Nullable String subtitle,
        @Nullable String type,
        @Nullable TypeAttributes typeAttrs,

        @Schema(
                enumeration = {"active", "retired", "deleted", "unpublished"},
                defaultValue = "active")
        @Nullable String status,

        @Nullable Boolean hidden,
        @Nullable String marketingSlug,
        @Nullable String marketingUrl,
        @Nullable List<Organization> authoringOrganizations,
        @Nullable List<Course> courses,
        @Nullable List<Requirement> requirements) {

    /**
     * What is asked of the courses; all that is listed has to hold. Without a list all courses are asked for.
     *
     * @param n of {@code n_of}: how many of the courses
     * @param courses of {@code n_of} and {@code courses}: keys or uuids of courses of the program
     */
    record Requirement(
            @Schema(
                    required = true,
                    enumeration = {"all", "n_of", "courses"})
            String type,

            @Nullable Integer n,
            @Nullable List<String> courses,
            @Nullable String title) {}

    /** What holds for the type whatever its display name. */
    record TypeAttributes(@Nullable String slug) {}

    /** Who gives the program. */
    record Organization(
            @Nullable String uuid,
            @Nullable String key,
            @Nullable String name) {}

    /** A course; any of its runs satisfies it. */
    record Course(
            @Nullable String key,
            @Nullable String uuid,
            @Nullable String title,
            @Nullable List<CourseRun> courseRuns) {}

    /** A run; its type is the seat mode that the program asks for, any when absent. */
    record CourseRun(
            @Schema(required = true) String key,
            @Nullable String title,
            @Nullable String type,
            @Nullable String status,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable List<Seat> seats) {}

    /** A way to take part in a run. */
    record Seat(
            @Nullable String type,
            @Nullable String sku,
            @Nullable String price,
            @Nullable String upgradeDeadline) {}
}
