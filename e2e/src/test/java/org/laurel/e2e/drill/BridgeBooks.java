package org.laurel.e2e.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.e2e.openedx.Site;
import org.laurel.e2e.openedx.Site.Heard;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.Topic;
import org.laurel.stack.LaurelService;

/** What services have noted of a campus, each in its own transactions, and what lies in Kafka about it. */
record BridgeBooks(Ground ground, Site site) {
    /** How the bridge notes what comes from the site. */
    static final String NEWS = "org.laurel.openedx.received.v1";

    static final String CERTIFICATES = "learning-certificate-lifecycle";
    static final String ENROLLMENTS = "learning-enrollment-lifecycle";
    /** What the bridge writes of Laurel's. */
    static final List<Topic> FORWARDED = List.of(Topic.ENROLLMENT_REQUESTS, Topic.GRADES);

    private static final String OF_THE_CAMPUS = " and (record_key like '81%' or record_key like '82%')";

    /** How often a service has handled each event of a type. */
    Receipts receipts(LaurelService reader, String type) {
        return new Receipts(
                reader.label(),
                type,
                ground.sql(reader)
                        .numbers(
                                "select event_id, count(*) from flow_entry where received and event_type = ?"
                                        + OF_THE_CAMPUS + " group by 1",
                                type));
    }

    /** How many of Laurel's events became of each of the site's. */
    Map<String, Long> becameOfNews() {
        return ground.sql(LaurelService.BRIDGE)
                .numbers("select correlation_id, count(distinct event_id) from flow_entry where not received "
                        + "and event_type like 'org.laurel.%'" + OF_THE_CAMPUS + " group by 1");
    }

    /** What the bridge has committed about each learner for each topic, in the order of the commits. */
    Map<String, List<String>> committed(boolean forTheSite) {
        Map<String, List<String>> lanes = new TreeMap<>();
        ground
                .sql(LaurelService.BRIDGE)
                .texts("select event_type, record_key, event_id from flow_entry where not received" + OF_THE_CAMPUS
                        + " order by at, tableoid, ctid")
                .stream()
                .filter(entry -> entry.getFirst().startsWith("org.openedx.") == forTheSite)
                .forEach(entry -> lanes.computeIfAbsent(
                                Told.lane(topic(entry.get(0)), entry.get(1)), lane -> new ArrayList<>())
                        .add(entry.get(2)));
        return lanes;
    }

    /** What the site hears of the campus, under the ids of the learners. */
    Census heard() {
        List<Told> records = new ArrayList<>();
        for (String topic : List.of(ENROLLMENTS, CERTIFICATES)) {
            site.heard(topic).stream()
                    .map(heard -> told(topic, heard))
                    .filter(told -> Campus.has(told.key()))
                    .forEach(records::add);
        }
        return Census.of(records);
    }

    /** What Laurel has told of the campus. */
    Census published() {
        return Census.of(Topics.read(ground.stack().kafkaBootstrap(), Campus::has));
    }

    /** What the bridge has told Laurel of the site's learners. */
    Census forwarded() {
        return Census.of(Topics.read(ground.stack().kafkaBootstrap(), FORWARDED, Campus::isOfSite));
    }

    /** What waits for an operator anywhere. */
    Map<String, Long> parked() {
        Map<String, Long> parked = new TreeMap<>();
        ground.services()
                .forEach(service -> ground.sql(service)
                        .numbers(
                                "select event_type, code, count(*) from parked_event where status = 'parked' group by 1, 2")
                        .forEach((what, count) -> parked.put(service.label() + "|" + what, count)));
        return parked;
    }

    private static String topic(String type) {
        return EventCatalogue.find(type)
                .map(EventType::topic)
                .map(Topic::topicName)
                .orElse(type.contains(".certificate.") ? CERTIFICATES : ENROLLMENTS);
    }

    private static Told told(String topic, Heard heard) {
        return Told.of(
                topic,
                heard.headers().getOrDefault("ce_id", ""),
                heard.headers().getOrDefault("ce_source", ""),
                heard.type(),
                Long.toString(heard.user()),
                heard.argument().toString());
    }
}
