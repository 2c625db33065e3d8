package org.laurel.events.activity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * A platform tells which of a parent block's children a learner sees: a random selection from a library, for instance. Before
 * any is told, all are seen. The newest of a parent wins.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param parent the block whose children they are
 * @param blockKeys the children that the learner sees, each once; none of them when empty; at most 10,000, unmodifiable
 * @param releaseAt release times that replace those of single blocks for this learner, by block key; at most 10,000,
 *     unmodifiable; null when every block keeps its own
 * @param occurredAt when the children were chosen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LearnerBlocksAssigned(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("parent") String parent,
        @JsonProperty("block_keys") List<String> blockKeys,
        @JsonProperty("release_at") @Nullable Map<String, Instant> releaseAt,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    private static final int MOST_BLOCKS = 10_000;

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public LearnerBlocksAssigned {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.usageKey("parent", parent);
        blockKeys = Require.list("block_keys", blockKeys, MOST_BLOCKS);
        blockKeys.forEach(key -> Require.usageKey("block_keys", key));
        if (new HashSet<>(blockKeys).size() < blockKeys.size()) {
            throw new IllegalArgumentException("block_keys has an item twice");
        }
        if (releaseAt != null) {
            releaseAt = releaseTimes(releaseAt);
        }
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }

    /** A copy in the same order, so that a body is always written in the same way. */
    private static Map<String, Instant> releaseTimes(Map<String, Instant> times) {
        if (times.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException("release_at has more than " + MOST_BLOCKS + " entries");
        }
        times.forEach((block, time) -> {
            Require.usageKey("release_at", block);
            Require.time("release_at", time);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }
}
