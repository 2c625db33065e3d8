package org.laurel.enrollment.oneroster.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.laurel.enrollment.importing.domain.RawRow;

/**
 * A row of a bundle's file.
 *
 * @param members by the names of columns in lower case
 */
public record BundleRecord(long line, Map<String, String> members) {

    public static BundleRecord of(RawRow row) {
        return new BundleRecord(row.line(), row.members());
    }

    /** A member, empty when it is not there. */
    public String get(String name) {
        return members.getOrDefault(name, "").strip();
    }

    /** The first of the members that is not empty, empty when all are. */
    String first(String... names) {
        return Stream.of(names)
                .map(this::get)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Ids in a member, which separates them by commas. */
    List<String> list(String name) {
        return Stream.of(get(name).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
