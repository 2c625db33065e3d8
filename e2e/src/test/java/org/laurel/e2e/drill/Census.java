package org.laurel.e2e.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.events.EventType;

/**
 * Everything that Laurel has published about a school, in the order of each partition.
 *
 * @param events each event once, where it came first
 * @param repeats the ids of records that repeat an event under the id that it had before
 * @param altered repeats that say something else than the first, or say it elsewhere
 */
record Census(List<Told> events, List<String> repeats, List<String> altered) {

    /** Counts records that are given in the order of their partitions. */
    static Census of(List<Told> records) {
        Map<String, Told> first = new LinkedHashMap<>();
        List<String> repeats = new ArrayList<>();
        List<String> altered = new ArrayList<>();
        for (Told record : records) {
            Told before = first.putIfAbsent(record.id(), record);
            if (before != null) {
                repeats.add(record.id());
                if (!before.equals(record)) {
                    altered.add(record + " after " + before);
                }
            }
        }
        return new Census(List.copyOf(first.values()), repeats, altered);
    }

    /** The ids of all events of a type. */
    Set<String> ids(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Told::id)
                .collect(Collectors.toSet());
    }

    /** The same fact under two ids: type, subject and version are those of another event. */
    List<String> doubled() {
        Set<String> seen = new HashSet<>();
        return events.stream()
                .filter(Told::hasVersion)
                .filter(event -> !seen.add(event.type() + "|" + event.subject() + "|" + event.version()))
                .map(Told::toString)
                .toList();
    }

    /** Events that follow a higher version of the same thing, or announce a version that was told of only later. */
    List<String> outOfOrder() {
        Map<String, Told> newest = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (Told event : events) {
            if (event.hasVersion()) {
                Told before = newest.put(event.versioned(), event);
                if (before != null && isLate(event, before)) {
                    late.add(event + " after " + before);
                }
            }
        }
        return late;
    }

    private static boolean isLate(Told event, Told before) {
        return event.version() < before.version()
                || (event.version() == before.version() && before.announces() && !event.announces());
    }

    /**
     * Committed events that were not published.
     *
     * @param committed the ids under each key of each topic, in the order in which they were committed
     */
    List<String> lost(Map<String, List<String>> committed) {
        return missing(committed, published(), "lost");
    }

    /** Published events that nobody has committed. */
    List<String> invented(Map<String, List<String>> committed) {
        return missing(published(), committed, "invented");
    }

    /** Keys under which the first occurrences have another order than the commits. */
    List<String> swapped(Map<String, List<String>> committed) {
        List<String> found = new ArrayList<>();
        published().forEach((lane, ids) -> {
            List<String> told = ids.stream()
                    .filter(new HashSet<>(committed.getOrDefault(lane, List.of()))::contains)
                    .toList();
            List<String> expected = committed.getOrDefault(lane, List.of()).stream()
                    .filter(new HashSet<>(ids)::contains)
                    .toList();
            if (!told.equals(expected)) {
                found.add(lane + ": published as " + told + ", committed as " + expected);
            }
        });
        return found;
    }

    /** The highest version that was told of each subject by any of these types. */
    Map<String, Long> versions(EventType<?>... types) {
        Map<String, Long> newest = new TreeMap<>();
        Stream.of(types).flatMap(this::of).forEach(event -> newest.merge(event.subject(), event.version(), Math::max));
        return newest;
    }

    /** How many events of these types were told of each subject. */
    Map<String, Long> tellings(EventType<?>... types) {
        Map<String, Long> counts = new TreeMap<>();
        Stream.of(types).flatMap(this::of).forEach(event -> counts.merge(event.subject(), 1L, Long::sum));
        return counts;
    }

    private Map<String, List<String>> published() {
        return events.stream()
                .collect(Collectors.groupingBy(
                        Told::lane, TreeMap::new, Collectors.mapping(Told::id, Collectors.toList())));
    }

    private static List<String> missing(Map<String, List<String>> all, Map<String, List<String>> there, String what) {
        List<String> found = new ArrayList<>();
        new TreeSet<>(all.keySet()).forEach(lane -> {
            Set<String> missing = new LinkedHashSet<>(all.getOrDefault(lane, List.of()));
            missing.removeAll(new HashSet<>(there.getOrDefault(lane, List.of())));
            missing.forEach(id -> found.add(what + ": " + lane + " " + id));
        });
        return found;
    }

    private Stream<Told> of(EventType<?> type) {
        return events.stream().filter(event -> event.is(type));
    }
}
