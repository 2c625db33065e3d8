package org.laurel.stack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the services tell of one learner.
 *
 * @param steps in order of time
 * @param silent why services could not be asked, by their labels; empty when all answered
 */
public record Trace(List<Step> steps, Map<String, String> silent) {

    public Trace {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
        silent = Map.copyOf(silent);
    }

    /** Only what one original fact led to; everything for null. */
    public Trace of(@Nullable String correlation) {
        return correlation == null
                ? this
                : new Trace(
                        steps.stream()
                                .filter(step -> step.correlation().equals(correlation))
                                .toList(),
                        silent);
    }

    /** The steps by what they follow from: chains in the order in which they began, each in order of time. */
    public Collection<List<Step>> chains() {
        return steps.stream()
                .collect(Collectors.groupingBy(Step::correlation, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** The steps as the services told them. */
    public List<JsonNode> entries() {
        return steps.stream().map(Step::entry).toList();
    }
}
