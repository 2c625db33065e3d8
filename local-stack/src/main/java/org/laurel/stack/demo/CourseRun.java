package org.laurel.stack.demo;

import java.time.Instant;
import java.util.List;
import org.laurel.events.course.Block;
import org.laurel.events.course.CourseStructurePublished;

/**
 * A course run with a small tree of blocks: two chapters, each with a sequential, a vertical and two blocks to complete.
 *
 * @param title what learners read
 * @param name organisation, course and run, joined by plus signs
 */
public record CourseRun(String title, String name) {
    static final String ORGANISATION = "Laurel";

    /** A course run of a run of the demo. */
    public static CourseRun of(RunId run, String title) {
        return new CourseRun(title, ORGANISATION + "+" + title.replace(" ", "") + "+" + run.text());
    }

    /** The key that all services know the run by. */
    public String key() {
        return "course-v1:" + name;
    }

    /** The key of the course without its run, as programs name courses. */
    String courseOnly() {
        return name.substring(0, name.lastIndexOf('+'));
    }

    /** What learners complete, in course order. */
    public List<String> leaves() {
        return List.of(key("video", "1"), key("problem", "1"), key("html", "2"), key("problem", "2"));
    }

    /** The whole tree. */
    public CourseStructurePublished structure(Instant at) {
        List<String> leaves = leaves();
        List<Block> blocks = List.of(
                block("course", "course", title, List.of(key("chapter", "1"), key("chapter", "2"))),
                block("chapter", "1", "First steps", List.of(key("sequential", "1"))),
                block("sequential", "1", "Lesson 1", List.of(key("vertical", "1"))),
                block("vertical", "1", "Unit 1", leaves.subList(0, 2)),
                block("video", "1", "Welcome", List.of()),
                block("problem", "1", "First exercise", List.of()),
                block("chapter", "2", "Going further", List.of(key("sequential", "2"))),
                block("sequential", "2", "Lesson 2", List.of(key("vertical", "2"))),
                block("vertical", "2", "Unit 2", leaves.subList(2, 4)),
                block("html", "2", "Reading", List.of()),
                block("problem", "2", "Last exercise", List.of()));
        return new CourseStructurePublished(key(), 1, key("course", "course"), blocks, at);
    }

    private Block block(String type, String id, String displayName, List<String> children) {
        return new Block(key(type, id), type, displayName, children, null, null, null, null, null);
    }

    private String key(String type, String id) {
        return "block-v1:" + name + "+type@" + type + "+block@" + (type.equals("course") ? id : type + id);
    }
}
