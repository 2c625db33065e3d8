package org.laurel.e2e.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a service has noted, in the transactions that handled them, of the events of one type.
 *
 * @param handled how often it has handled each id
 */
record Receipts(String reader, String type, Map<String, Long> handled) {

    /** Events that were sent and not handled. */
    List<String> lost(Set<String> sent) {
        return sent.stream()
                .filter(id -> !handled.containsKey(id))
                .map(id -> this + ": " + id)
                .toList();
    }

    /** Events that were handled more than once, or that nobody has sent. */
    List<String> tooMany(Set<String> sent) {
        List<String> found = new ArrayList<>();
        handled.forEach((id, times) -> {
            if (times > 1 || !sent.contains(id)) {
                found.add(this + ": " + id + ", handled " + times + " times, sent " + (sent.contains(id) ? 1 : 0));
            }
        });
        return found;
    }

    @Override
    public String toString() {
        return reader + ", " + type;
    }
}
