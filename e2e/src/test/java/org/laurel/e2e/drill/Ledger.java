package org.laurel.e2e.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.stack.LaurelService;

/** What the services have noted about a school of the events that came in and went out, each in its own transaction. */
record Ledger(Ground ground, School school) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_THE_SCHOOL =
            " and (record_key like ? or record_key = any (string_to_array(?, ' ')))";

    /** The ids of what was committed under each key of each topic, in the order of the commits. */
    Map<String, List<String>> committed() {
        Map<String, List<String>> lanes = new TreeMap<>();
        for (LaurelService service : LaurelService.everywhere()) {
            for (List<String> entry : entries(
                    service,
                    "select event_type, record_key, event_id from flow_entry where not received" + OF_THE_SCHOOL
                            + " order by at, tableoid, ctid")) {
                EventType<?> type = EventCatalogue.find(entry.get(0)).orElseThrow();
                if (Topics.has(type.topic())) {
                    lanes.computeIfAbsent(Told.lane(type.topic().topicName(), entry.get(1)), lane -> new ArrayList<>())
                            .add(entry.get(2));
                }
            }
        }
        return lanes;
    }

    /** For each type and each service that the contract names as its reader: what came in there. */
    List<Receipts> receipts() {
        List<Receipts> all = new ArrayList<>();
        for (LaurelService service : LaurelService.everywhere()) {
            Map<String, Map<String, Long>> byType = new HashMap<>();
            entries(service, "select event_type, event_id from flow_entry where received" + OF_THE_SCHOOL)
                    .forEach(entry -> byType.computeIfAbsent(entry.get(0), type -> new TreeMap<>())
                            .merge(entry.get(1), 1L, Long::sum));
            EventCatalogue.all().stream()
                    .filter(type -> isReadBy(type, service))
                    .map(type -> new Receipts(service.label(), type.name(), byType.getOrDefault(type.name(), Map.of())))
                    .forEach(all::add);
        }
        return all;
    }

    /** Records about learners of the school that wait for an operator. */
    Map<String, Long> parked() {
        Map<String, Long> parked = new TreeMap<>();
        for (LaurelService service : LaurelService.everywhere()) {
            ground.sql(service)
                    .numbers(
                            "select event_type, code, count(*) from parked_event where status = 'parked' "
                                    + "and encode(record_key, 'escape') like ? group by 1, 2",
                            school.prefix() + "%")
                    .forEach((what, count) -> parked.put(service.label() + "|" + what, count));
        }
        return parked;
    }

    private List<List<String>> entries(LaurelService service, String query) {
        return ground.sql(service).texts(query, school.prefix() + "%", String.join(" ", school.otherKeys()));
    }

    /** The contract itself names the readers of a type. */
    private static boolean isReadBy(EventType<?> type, LaurelService service) {
        try (InputStream file =
                EventType.class.getResourceAsStream("/org/laurel/events/schema/" + type.name() + ".json")) {
            JsonNode schema = JSON.readTree(Objects.requireNonNull(file, type.name()));
            return schema.path("x-consumers")
                    .valueStream()
                    .anyMatch(name -> name.asText().equals(service.module()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
