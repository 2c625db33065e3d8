package org.laurel.programs.catalogueimport.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item.
 *
 * @param word {@code created}, {@code changed}, {@code unchanged} or {@code refused}
 * @param code why it is refused, null when it is not
 * @param flaws what is wrong with it
 */
public record Outcome(String word, @Nullable String code, List<Flaw> flaws) {

    /** It was not there. */
    public static final Outcome CREATED = new Outcome("created", null, List.of());

    /** It was there and says something else now. */
    public static final Outcome CHANGED = new Outcome("changed", null, List.of());

    /** It was there and said the same. */
    public static final Outcome UNCHANGED = new Outcome("unchanged", null, List.of());

    public Outcome {
        flaws = List.copyOf(flaws);
    }

    /** A member of the item, empty for all of it, and the rule that it breaks. */
    public record Flaw(String field, String message) {}

    /** It is not taken. */
    public static Outcome refused(String code, List<Flaw> flaws) {
        return new Outcome("refused", code, flaws);
    }

    /** It is not taken, for one reason that is about all of it. */
    public static Outcome refused(String code, String message) {
        return refused(code, List.of(new Flaw("", message)));
    }
}
