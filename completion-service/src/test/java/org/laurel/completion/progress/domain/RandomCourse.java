package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurel.completion.Outline;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.domain.Assignments;

/** Makes courses whose blocks have any number of parents and any mode. */
record RandomCourse(Random random) {

    static final int LEAVES = 6;
    static final Instant RELEASE = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<String> GROUPS = List.of("verified", "night", "3");
    private static final List<String> LAYERS = List.of("chapter", "sequential", "library_content", "vertical");

    Outline next() {
        Outline outline = Outline.of("course-v1:Org+random+1");
        List<String> below = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            below.add("leaf" + i);
        }
        List<Runnable> described = new ArrayList<>();
        for (String type : LAYERS.reversed()) {
            List<String> layer = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String id = type + i;
                String[] children = some(below);
                described.add(() -> outline.block(type, id, children));
                layer.add(id);
            }
            below.addAll(layer);
        }
        outline.block("course", "c", some(below));
        described.forEach(Runnable::run);
        for (int i = 0; i < LEAVES; i++) {
            outline.block(i == 0 ? "discussion" : "html", "leaf" + i);
        }
        if (random.nextInt(2) == 0) {
            outline.optional(anyBelowTheCourse());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            outline.groups(anyBelowTheCourse(), GROUPS.get(random.nextInt(3)), GROUPS.get(random.nextInt(3)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            outline.release(anyBelowTheCourse(), RELEASE.plusSeconds(random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
            outline.staffOnly("vertical" + random.nextInt(2));
        }
        if (random.nextInt(4) == 0) {
            outline.mode("sequential" + random.nextInt(2), random.nextBoolean() ? "completable" : "excluded");
        }
        return outline;
    }

    private String anyBelowTheCourse() {
        int which = random.nextInt(LEAVES + 2 * LAYERS.size());
        return which < LEAVES ? "leaf" + which : LAYERS.get((which - LEAVES) / 2) + (which - LEAVES) % 2;
    }

    /** What other services may tell of a learner in such a course. */
    Standing standing(Outline outline) {
        Map<String, Set<String>> selected = random.nextInt(3) == 0
                ? Map.of(outline.key("library_content" + random.nextInt(2)), keys(outline, some(leaves())))
                : Map.of();
        Map<String, Instant> releases = random.nextInt(3) == 0
                ? Map.of(outline.key(anyBelowTheCourse()), RELEASE.plusSeconds(random.nextInt(4)))
                : Map.of();
        return new Standing(
                random.nextInt(4) > 0,
                random.nextBoolean() ? "audit" : "verified",
                random.nextBoolean() ? List.of() : List.of(new Standing.Cohort(3 + random.nextInt(2), "Night")),
                random.nextInt(4) == 0 ? Set.of("staff") : Set.of(),
                new Assignments(selected, releases));
    }

    private static List<String> leaves() {
        return IntStream.range(0, LEAVES).mapToObj(i -> "leaf" + i).toList();
    }

    private static Set<String> keys(Outline outline, String[] ids) {
        return Arrays.stream(ids).map(outline::key).collect(Collectors.toSet());
    }

    private String[] some(List<String> ids) {
        return ids.stream().filter(id -> random.nextInt(3) == 0).toArray(String[]::new);
    }
}
