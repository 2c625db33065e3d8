package org.laurel.completion.structure.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a registry of block types must be like before it holds. */
public final class BlockTypesRules {

    private static final int MOST_TYPES = 1_000;
    private static final int LONGEST_NAME = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Sums of a type stand in answers under its name, beside these. */
    private static final Set<String> RESERVED = Set.of("course_key", "completion", "username", "mean");

    private BlockTypesRules() {}

    /**
     * The broken rules, at most twenty; empty for a registry that may hold.
     *
     * @param modes words by type
     * @param aggregated the types whose sums are to be kept and told
     */
    public static List<Violation> violations(Map<String, String> modes, Collection<String> aggregated) {
        Violations found = new Violations();
        found.addIf(modes.size() > MOST_TYPES, "types", "has more than 1,000 members");
        modes.forEach((type, mode) -> checkType(type, mode, found));
        for (String type : aggregated) {
            found.addIf(
                    !isAggregator(type, modes), "aggregated", "names '" + shown(type) + "', which is no aggregator");
            found.addIf(
                    RESERVED.contains(type),
                    "aggregated",
                    "names '" + type + "', which is a member of every answer about completion");
        }
        found.addIf(
                !isAggregator(BlockTypes.COURSE, modes) || !aggregated.contains(BlockTypes.COURSE),
                "aggregated",
                "has to name course, which has to be an aggregator");
        return found.list();
    }

    private static void checkType(String type, String mode, Violations found) {
        String field = "types." + shown(type);
        found.addIf(
                !NAME.matcher(type).matches(),
                field,
                "takes 1 to 100 letters, digits, hyphens and underscores as its name");
        found.addIf(CompletionMode.of(mode).isEmpty(), field, "is none of completable, aggregator, excluded");
    }

    private static boolean isAggregator(String type, Map<String, String> modes) {
        return CompletionMode.AGGREGATOR.word().equals(modes.get(type));
    }

    private static String shown(String type) {
        return type.length() <= LONGEST_NAME ? type : type.substring(0, LONGEST_NAME) + "…";
    }
}
