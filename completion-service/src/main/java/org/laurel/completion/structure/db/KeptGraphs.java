package org.laurel.completion.structure.db;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.db.CourseGraphs.GraphKey;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

/**
 * Graphs in memory, each with the views of it, the most recently used ones up to a number of bytes. The views of one graph take
 * at most a quarter of it, so that a course run of many profiles does not drive out the others. A graph that several threads
 * miss at once is loaded by one of them.
 */
final class KeptGraphs {

    /** What a block of a graph takes, its key included, as measured roughly. */
    static final int BYTES_OF_BLOCK = 350;

    /** What a block takes in each view: two numbers and two bits. */
    private static final int BYTES_OF_SEEN = 9;

    /** What a view takes besides, its entry and the profile included. */
    private static final int BYTES_OF_VIEW = 500;

    private static final Comparator<GraphKey> IN_ORDER =
            Comparator.comparingLong(GraphKey::structureId).thenComparingLong(GraphKey::typesVersion);

    private final long mostBytes;
    private final Map<GraphKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<GraphKey, ReentrantLock> loading = new ConcurrentHashMap<>();
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
        private final Map<Profile, CourseView> views = new LinkedHashMap<>(16, 0.75f, true);
        private long bytesOfViews;

        private Entry(CourseGraph graph) {
            this.graph = graph;
        }

        private long bytes() {
            return (long) graph.size() * BYTES_OF_BLOCK + bytesOfViews;
        }

        /** Drops the views that were not used for longest; one always stays. */
        private void makeRoom(long mostBytesOfViews) {
            Iterator<Profile> oldest = views.keySet().iterator();
            while (bytesOfViews > mostBytesOfViews && views.size() > 1) {
                bytesOfViews -= bytes(oldest.next());
                oldest.remove();
            }
        }

        private void add(Profile profile, CourseView view) {
            if (views.putIfAbsent(profile, view) == null) {
                bytesOfViews += bytes(profile);
            }
        }

        private long bytes(Profile profile) {
            return (long) graph.nodes().size() * BYTES_OF_SEEN
                    + BYTES_OF_VIEW
                    + 2L * profile.audience().length();
        }
    }

    /** Loads graphs by key. */
    interface Loading extends Function<List<GraphKey>, Map<GraphKey, CourseGraph>> {}

    /** Graphs by key; those that are not in memory are loaded together. */
    Map<GraphKey, CourseGraph> graphs(Collection<GraphKey> keys, Loading load) {
        Map<GraphKey, CourseGraph> found = new HashMap<>();
        List<GraphKey> missing = find(keys, found);
        if (!missing.isEmpty()) {
            load(missing, load, found);
        }
        return found;
    }

    /** Everybody takes the locks in the same order, so nobody waits for somebody who waits. */
    private void load(List<GraphKey> missing, Loading load, Map<GraphKey, CourseGraph> found) {
        missing.sort(IN_ORDER);
        Deque<ReentrantLock> locks = new ArrayDeque<>();
        try {
            for (GraphKey key : missing) {
                ReentrantLock lock = loading.computeIfAbsent(key, first -> new ReentrantLock());
                lock.lock();
                locks.push(lock);
            }
            List<GraphKey> still = find(missing, found);
            if (!still.isEmpty()) {
                load.apply(still).forEach((key, graph) -> {
                    keep(key, graph);
                    found.put(key, graph);
                });
            }
        } finally {
            missing.forEach(loading::remove);
            locks.forEach(ReentrantLock::unlock);
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

    private synchronized List<GraphKey> find(Collection<GraphKey> keys, Map<GraphKey, CourseGraph> found) {
        List<GraphKey> missing = new ArrayList<>();
        for (GraphKey key : keys) {
            Entry entry = entries.get(key);
            if (entry == null) {
                missing.add(key);
            } else {
                found.put(key, entry.graph);
            }
        }
        return missing;
    }

    private synchronized @Nullable CourseView find(GraphKey key, Profile profile) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.views.get(profile);
    }

    private synchronized void keep(GraphKey key, CourseGraph graph) {
        Entry entry = new Entry(graph);
        if (entries.putIfAbsent(key, entry) == null) {
            bytes += entry.bytes();
            makeRoom();
        }
    }

    private synchronized void keep(GraphKey key, Profile profile, CourseView view) {
        Entry entry = entries.get(key);
        if (entry != null) {
            bytes -= entry.bytes();
            entry.add(profile, view);
            entry.makeRoom(mostBytes / 4);
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

    /** How many views of a graph are in memory. */
    synchronized int views(GraphKey key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : entry.views.size();
    }
}
