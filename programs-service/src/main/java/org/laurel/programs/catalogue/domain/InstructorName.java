package org.laurel.programs.catalogue.domain;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By whom an instructor's place in a program's list is found. */
public record InstructorName(
        @Nullable String givenName, @Nullable String familyName) {

    static InstructorName of(Members members) {
        return new InstructorName(members.text("given_name"), members.text("family_name"));
    }

    /** The name as a run's instructor carries it, given name first. */
    public String full() {
        return Stream.of(givenName, familyName)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
