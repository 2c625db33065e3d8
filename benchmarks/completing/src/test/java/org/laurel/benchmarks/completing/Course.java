package org.laurel.benchmarks.completing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.events.key.CourseKey;

/**
 * A course of five levels: chapters of five sequentials, of four verticals, of five leaves.
 *
 * @param blocks how many blocks there are, the course included
 * @param leaves keys of the completable blocks in course order
 */
record Course(CourseStructure structure, int blocks, List<String> leaves) {

    private static final int SEQUENTIALS = 5;
    private static final int VERTICALS = 4;
    private static final int LEAVES = 5;
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Makes a course.
     *
     * @param run tells it from others
     * @param version of the structure; from the second on the course's last leaf is missing
     */
    static Course of(String run, int blocks, int version) {
        return new Making("Bench+" + run + "+2026", blocks - (version > 1 ? 1 : 0)).course(version);
    }

    CourseKey key() {
        return structure.courseKey();
    }

    /** Blocks are made depth first until there are enough. */
    private static final class Making {

        private final String course;
        private final List<StructureBlock> made = new ArrayList<>();
        private final List<String> leaves = new ArrayList<>();
        private final int most;
        private int begun = 1;
        private int number;

        Making(String course, int most) {
            this.course = course;
            this.most = most;
        }

        Course course(int version) {
            String root = key("course");
            List<String> chapters = new ArrayList<>();
            while (begun < most) {
                chapters.add(chapter());
            }
            add(root, "course", chapters);
            CourseKey courseKey = new CourseKey("course-v1:" + course);
            return new Course(
                    new CourseStructure(courseKey, version, root, made, AT.plusSeconds(version)), made.size(), leaves);
        }

        private String chapter() {
            return begin("chapter", SEQUENTIALS, () -> begin("sequential", VERTICALS, this::vertical));
        }

        private String vertical() {
            return begin("vertical", LEAVES, () -> {
                String leaf = begin("html", 0, () -> "");
                leaves.add(leaf);
                return leaf;
            });
        }

        private String begin(String type, int children, Supplier<String> child) {
            begun++;
            String key = key(type);
            List<String> below = new ArrayList<>();
            for (int i = 0; i < children && begun < most; i++) {
                below.add(child.get());
            }
            add(key, type, below);
            return key;
        }

        private String key(String type) {
            return "block-v1:" + course + "+type@" + type + "+block@" + String.format("%032x", ++number);
        }

        private void add(String key, String type, List<String> below) {
            made.add(new StructureBlock(key, type, "Block", below, null, false, false, null, null));
        }
    }
}
