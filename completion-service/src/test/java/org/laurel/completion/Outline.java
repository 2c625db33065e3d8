package org.laurel.completion;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.events.key.CourseKey;

/** A course's blocks, told by short ids; the first one is the root. Children may be named before they are described. */
public final class Outline {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String courseKey;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Map<String, String> modes = new LinkedHashMap<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final Set<String> staffOnly = new LinkedHashSet<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Instant> releases = new LinkedHashMap<>();

    private Outline(String courseKey) {
        this.courseKey = courseKey;
    }

    public static Outline of(String courseKey) {
        return new Outline(courseKey);
    }

    /** Course {1 {a, b}, 2 {d, x of no known type, library o {oc}}, empty chapter e}. */
    public static Outline small(String courseKey) {
        return of(courseKey)
                .block("course", "c", "ch1", "ch2", "e")
                .block("chapter", "ch1", "a", "b")
                .block("chapter", "ch2", "d", "x", "o")
                .block("chapter", "e")
                .block("library_content", "o", "oc")
                .block("unheard_of", "x")
                .blocks("html", "a", "b", "d", "oc");
    }

    public Outline block(String type, String id, String... below) {
        types.put(id, type);
        children.put(id, List.of(below));
        return this;
    }

    public Outline blocks(String type, String... ids) {
        Arrays.stream(ids).forEach(id -> block(type, id));
        return this;
    }

    public Outline mode(String id, String mode) {
        modes.put(id, mode);
        return this;
    }

    public Outline optional(String id) {
        optional.add(id);
        return this;
    }

    public Outline staffOnly(String id) {
        staffOnly.add(id);
        return this;
    }

    public Outline groups(String id, String... names) {
        groups.put(id, List.of(names));
        return this;
    }

    public Outline release(String id, Instant at) {
        releases.put(id, at);
        return this;
    }

    public CourseKey courseKey() {
        return new CourseKey(courseKey);
    }

    /** The usage key of a block; one that was not described is an html block. */
    public String key(String id) {
        String type = types.getOrDefault(id, "html");
        CourseKey key = courseKey();
        return courseKey.contains("/")
                ? "i4x://%s/%s/%s/%s".formatted(key.org(), key.course(), type, id)
                : "block-v1:%s+type@%s+block@%s".formatted(courseKey.substring("course-v1:".length()), type, id);
    }

    public CourseStructure structure(long version, Instant occurredAt) {
        List<StructureBlock> blocks = types.keySet().stream().map(this::block).toList();
        return new CourseStructure(courseKey(), version, blocks.getFirst().blockKey(), blocks, occurredAt);
    }

    /** The body of {@code course-structure.published}. */
    public String json(long version, Instant occurredAt) {
        ObjectNode body = JSON.createObjectNode();
        body.put("course_key", courseKey).put("version", version).put("occurred_at", occurredAt.toString());
        body.put("root", key(types.keySet().iterator().next()));
        var blocks = body.putArray("blocks");
        for (StructureBlock block : structure(version, occurredAt).blocks()) {
            ObjectNode one =
                    blocks.addObject().put("block_key", block.blockKey()).put("type", block.type());
            one.put("display_name", block.displayName());
            one.put("completion_mode", block.completionMode()).put("optional", block.optional());
            one.put("staff_only", block.staffOnly());
            if (block.groups() != null) {
                var names = one.putArray("groups");
                block.groups().forEach(names::add);
            }
            if (block.releaseAt() != null) {
                one.put("release_at", block.releaseAt().toString());
            }
            var below = one.putArray("children");
            block.children().forEach(below::add);
        }
        return body.toString();
    }

    private StructureBlock block(String id) {
        return new StructureBlock(
                key(id),
                Objects.requireNonNull(types.get(id)),
                "Block " + id,
                Objects.requireNonNull(children.get(id)).stream().map(this::key).toList(),
                modes.get(id),
                optional.contains(id),
                staffOnly.contains(id),
                groups.get(id),
                releases.get(id));
    }
}
