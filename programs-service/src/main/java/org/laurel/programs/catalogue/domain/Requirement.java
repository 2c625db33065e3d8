package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * So many of these courses have to be satisfied. All of them, named ones or <i>n</i> of a group: one rule holds for the three
 * kinds of a document. Source: programs, decision 5.
 *
 * @param needed how many of the courses, from 1 to their number
 * @param courses places of courses in the program, from 0, each once
 * @param title what a person calls it, null without a name
 */
public record Requirement(
        int needed, List<Integer> courses, @Nullable String title) {

    public Requirement {
        courses = List.copyOf(courses);
        if (needed < 1 || needed > courses.size()) {
            throw new IllegalArgumentException(needed + " of " + courses.size() + " courses can never be asked for");
        }
    }

    /** All of the courses. */
    public static Requirement allOf(List<Integer> courses, @Nullable String title) {
        return new Requirement(courses.size(), courses, title);
    }

    /** All courses of a program that has so many, at least one. */
    public static Requirement allOf(int courseCount, @Nullable String title) {
        return allOf(IntStream.range(0, courseCount).boxed().toList(), title);
    }
}
