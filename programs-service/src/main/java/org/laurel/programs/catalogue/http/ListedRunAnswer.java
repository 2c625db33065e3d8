package org.laurel.programs.catalogue.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.db.ListedRunQuery.Place;

/** A course run and where programs list it. */
record ListedRunAnswer(String courseKey, List<ListingProgram> programs) {

    /**
     * A program that has the run.
     *
     * @param mode the seat mode that it asks for, null for any
     * @param courseRun what the program's document says of the run
     */
    record ListingProgram(
            UUID uuid,
            String title,
            String type,
            String status,
            boolean hidden,
            ListedCourse course,
            @Nullable String mode,

            @JsonRawValue @Schema(implementation = ProgramDocument.CourseRun.class)
            String courseRun) {}

    /** The course that the run belongs to. */
    record ListedCourse(@Nullable UUID uuid, @Nullable String key, String title) {}

    static ListedRunAnswer of(String courseKey, List<Place> places) {
        return new ListedRunAnswer(
                courseKey, places.stream().map(ListedRunAnswer::program).toList());
    }

    private static ListingProgram program(Place place) {
        return new ListingProgram(
                place.programUuid(),
                place.title(),
                place.type(),
                place.status(),
                place.hidden(),
                new ListedCourse(place.courseUuid(), place.courseKey(), place.courseTitle()),
                place.mode(),
                place.run());
    }
}
