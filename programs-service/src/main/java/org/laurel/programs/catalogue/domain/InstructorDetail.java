package org.laurel.programs.catalogue.domain;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who teaches a run.
 *
 * @param name without blanks around it
 * @param image address of a picture
 */
public record InstructorDetail(
        String name,
        @Nullable String title,
        @Nullable String organization,
        @Nullable String bio,
        @Nullable String image) {

    /** Reads an instructor; nobody without a name. */
    static Stream<InstructorDetail> of(Members members) {
        String name = members.text("name");
        return name == null
                ? Stream.of()
                : Stream.of(new InstructorDetail(
                        name.strip(),
                        members.text("title"),
                        members.text("organization"),
                        members.text("bio"),
                        members.text("image")));
    }
}
