package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course of a program; any one of its runs satisfies it.
 *
 * @param uuid the catalogue's id of the course, null when the document does not give one
 * @param title what a person calls it
 * @param runs in the order of the document
 */
public record ProgramCourse(@Nullable UUID uuid, String title, List<ProgramRun> runs) {

    public ProgramCourse {
        runs = List.copyOf(runs);
    }
}
