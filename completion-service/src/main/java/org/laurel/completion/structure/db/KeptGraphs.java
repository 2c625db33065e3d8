package org.laurel.completion.structure.db;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.db.CourseGraphs.GraphKey;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

/**
 * Graphs in memory, each with the views of it, the most recently used ones up to a number of bytes. A graph that several threads
 * miss at once is loaded by one of them.
 */
final class KeptGraphs {

    /** What a block of a graph takes, its key included, as measured roughly. */
    private static final int BYTES_OF_BLOCK = 350;

    /** What a block takes in each view: two numbers and a bit. */
    private static final int BYTES_OF_SEEN = 9;

    private final long mostBytes;
    private final Map<GraphKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<GraphKey, Object> loading = new ConcurrentHashMap<>();
    private long bytes;

    KeptGraphs(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A quarter of what the process may use. */
    static long quarterOfTheHeap() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    private static final class Entry {

        private final CourseGraph graph;
        private final Map<Profile, CourseView> views = new HashMap<>();

        private Entry(CourseGraph graph) {
            this.graph = graph;
        }

        private long bytes() {
            return (long) graph.size() * BYTES_OF_BLOCK
                    + (long) views.size() * graph.nodes().size() * BYTES_OF_SEEN;
        }
    }

    /** A graph, loaded when it is not in memory. */
    CourseGraph graph(GraphKey key, Function<GraphKey, CourseGraph> load) {
        CourseGraph known = find(key);
        if (known != null) {
            return known;
        }
        synchronized (loading.computeIfAbsent(key, missing -> new Object())) {
            try {
                CourseGraph meanwhile = find(key);
                return meanwhile == null ? keep(key, load.apply(key)) : meanwhile;
            } finally {
                loading.remove(key);
            }
        }
    }

    /** What a profile sees of a graph. */
    CourseView view(GraphKey key, Profile profile, CourseGraph graph) {
        CourseView known = find(key, profile);
        if (known != null) {
            return known;
        }
        CourseView view = CourseView.of(graph, profile);
        keep(key, profile, view);
        return view;
    }

    private synchronized @Nullable CourseGraph find(GraphKey key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.graph;
    }

    private synchronized @Nullable CourseView find(GraphKey key, Profile profile) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.views.get(profile);
    }

    private synchronized CourseGraph keep(GraphKey key, CourseGraph graph) {
        Entry entry = new Entry(graph);
        if (entries.putIfAbsent(key, entry) == null) {
            bytes += entry.bytes();
            makeRoom();
        }
        return graph;
    }

    private synchronized void keep(GraphKey key, Profile profile, CourseView view) {
        Entry entry = entries.get(key);
        if (entry != null) {
            bytes -= entry.bytes();
            entry.views.putIfAbsent(profile, view);
            bytes += entry.bytes();
            makeRoom();
        }
    }

    private void makeRoom() {
        Iterator<Entry> oldest = entries.values().iterator();
        while (bytes > mostBytes && entries.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** How many graphs are in memory. */
    synchronized int size() {
        return entries.size();
    }
}
