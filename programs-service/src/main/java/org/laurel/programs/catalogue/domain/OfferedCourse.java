package org.laurel.programs.catalogue.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that belongs to a program: by its own list, its primary curriculum, or one of the programs in that. Source:
 * programs, curriculum rules.
 *
 * @param uuid null when no document gives one
 * @param key null when no document gives one
 * @param title null when no document gives one
 * @param runs keys of its runs, each once
 * @param programs which programs' documents name it, each once
 */
public record OfferedCourse(
        @Nullable String uuid,
        @Nullable String key,
        @Nullable String title,
        List<String> runs,
        List<UUID> programs) {

    public OfferedCourse {
        runs = List.copyOf(runs);
        programs = List.copyOf(programs);
    }

    /** Each course once, in the order of its first place; the same uuid, or without one the same key, is the same course. */
    public static List<OfferedCourse> union(List<OfferedCourse> places) {
        Map<String, OfferedCourse> courses = new LinkedHashMap<>();
        for (OfferedCourse place : places) {
            courses.merge(place.identity(courses.size()), place, OfferedCourse::with);
        }
        return List.copyOf(courses.values());
    }

    private String identity(int number) {
        return uuid != null ? "uuid:" + uuid : key != null ? "key:" + key : "place:" + number;
    }

    private OfferedCourse with(OfferedCourse other) {
        return new OfferedCourse(
                uuid,
                key == null ? other.key : key,
                title == null ? other.title : title,
                both(runs, other.runs),
                both(programs, other.programs));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return new ArrayList<>(both);
    }
}
