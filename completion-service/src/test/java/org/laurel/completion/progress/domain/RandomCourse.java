package org.laurel.completion.progress.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.laurel.completion.Outline;

/** Makes courses whose blocks have any number of parents and any mode. */
record RandomCourse(Random random) {

    static final int LEAVES = 6;
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
        if (random.nextInt(4) == 0) {
            outline.optional("leaf" + random.nextInt(LEAVES));
        }
        if (random.nextInt(4) == 0) {
            outline.staffOnly("vertical" + random.nextInt(2));
        }
        if (random.nextInt(4) == 0) {
            outline.mode("sequential" + random.nextInt(2), random.nextBoolean() ? "completable" : "excluded");
        }
        return outline;
    }

    private String[] some(List<String> ids) {
        return ids.stream().filter(id -> random.nextInt(3) == 0).toArray(String[]::new);
    }
}
