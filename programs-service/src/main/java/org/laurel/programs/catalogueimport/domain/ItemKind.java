package org.laurel.programs.catalogueimport.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an item of a catalogue document is. */
public enum ItemKind {
    /** A program. */
    PROGRAMS,
    /** An organisation. */
    ORGANIZATIONS,
    /** A pathway. */
    PATHWAYS;

    /** The name of the member that lists such items, on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this name, empty when there is none. */
    public static Optional<ItemKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
