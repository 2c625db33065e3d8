package org.laurel.events.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.events.ContractFiles;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.KeyedBy;
import org.laurel.events.Topic;

/** Renders {@code docs/events.md} from catalogue, schemas and samples. */
final class EventsPage {

    private static final String INTRODUCTION = """
            # Events

            Generated from the catalogue, the JSON Schemas and the samples of `shared-events`; do not edit. After a change run
            `./laurel mvn -pl shared-events test -Dlaurel.update=true`.

            Every event that Laurel writes is a Kafka record in CloudEvents 1.0.2 **binary mode**: attributes in `ce_*` headers, a JSON
            body as the value, `content-type: application/json`. From others Laurel takes **structured mode** as well: the value is one JSON
            document with the attributes and the body as `data` (or `data_base64`), under the same record key. Its content type is
            `application/cloudevents+json`; a producer that cannot set headers sends none at all.

            ```json
            {"specversion": "1.0", "id": "f3b2", "source": "/my-platform", "type": "org.laurel.passing-status.changed.v1", "data": {"learner_id": "1001"}}
            ```

            Several events in one record (`application/cloudevents-batch+json`) and other formats than JSON are refused. So is a value that is
            larger than its topic takes, before compression: see the topics below. What a service refuses it parks, whole and with
            the reason; operators replay it when the reason is gone.

            | header | meaning |
            |---|---|
            | `ce_specversion` | always `1.0` |
            | `ce_id`, `ce_source` | together name one event; a repeated pair is the same event |
            | `ce_type` | one of the types below |
            | `ce_time` | when the event was published (RFC 3339) |
            | `ce_subject` | optional, what the event is about |
            | `ce_sequence` | optional integer, orders facts with the same `occurred_at` |
            | `ce_correlationid`, `ce_causationid` | optional, the outer cause and the direct cause |
            | `ce_origin` | set by a bridge and copied along the chain of causes |
            | `traceparent` | optional W3C trace context |

            `occurred_at` in every body is the business time: when the fact came true. Facts may arrive late, twice and interleaved with
            other topics; receivers end in the same state. `version`, where a body has one, beats time.

            **Order** is kept per record key: first occurrences are in order, a repeat may come later. There is no order across keys or
            topics. Times are UTC, `YYYY-MM-DDTHH:MM:SSZ`, with fractions only when not zero. Within a major version members are only
            added and what a member takes only widens; readers ignore members and values that they do not know. A member that may be null may also be absent, which means the same unless
            the type's own text says otherwise.

            **Telling again.** An operator may have what holds told once more to whoever missed it (`reconcile`). Such an event has a new
            `ce_id`, the `version` and `occurred_at` that the state has, and a `ce_correlationid` that begins with `reconcile:`; whoever knows the
            version does nothing. Each state is told by the type by which receivers keep it: certificates by COURSE_CERT_CHANGED alone, since
            COURSE_CERT_AWARDED and COURSE_CERT_REVOKED announce a moment; credentials by `awarded` or `revoked`, whichever holds. Nothing changes by
            it, so `previous_…` members say the same as those without `previous_`, also to a receiver that hears of the state for the first time.

            """;

    private EventsPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("## Topics\n\n| topic | key | largest value | personal data | types |\n|---|---|---|---|---|\n");
        for (Topic topic : Topic.values()) {
            page.append("| `%s` | %s | %d KiB | %s | %s |\n"
                    .formatted(
                            topic.topicName(),
                            key(topic.keyedBy()),
                            topic.largestValue() / 1024,
                            topic.carriesPersonalData() ? "yes" : "no",
                            types(topic)));
        }
        EventCatalogue.all().forEach(type -> page.append(section(type)));
        return page.toString();
    }

    private static String types(Topic topic) {
        String names = EventCatalogue.all().stream()
                .filter(type -> type.topic() == topic)
                .map(type -> "[`%s`](#%s)".formatted(shortName(type), anchor(type)))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none yet" : names;
    }

    private static String section(EventType<?> type) {
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));
        String key = key(type.topic().keyedBy());
        return """

                ## %s

                **%s.** %s

                | | |
                |---|---|
                | topic | `%s` |
                | key | %s |
                | ordering | per %s: %s |
                | producer | %s |
                | consumers | %s |

                %s
                Sample:

                ```json
                %s```
                """.formatted(
                        type.name(),
                        schema.path("title").textValue(),
                        schema.path("description").textValue(),
                        type.topic().topicName(),
                        key,
                        key,
                        order(schema),
                        Producers.of(type),
                        consumers(schema),
                        FieldTable.render(schema),
                        ContractFiles.sample(type));
    }

    /** What decides between two of one subject, whichever way they arrive. */
    private static String order(JsonNode schema) {
        JsonNode version = schema.path("properties").path("version");
        return version.isMissingNode()
                ? "by `occurred_at`, then by `ce_sequence`"
                : "by `version`. " + version.path("description").textValue();
    }

    private static String consumers(JsonNode schema) {
        Stream<JsonNode> names = schema.path("x-consumers").valueStream();
        return names.map(JsonNode::textValue).collect(Collectors.joining(", "));
    }

    private static String key(KeyedBy keyedBy) {
        return switch (keyedBy) {
            case LEARNER -> "learner id";
            case COURSE -> "course key";
            case PROGRAM -> "program uuid";
            case ACTOR -> "anonymised name";
        };
    }

    private static String shortName(EventType<?> type) {
        return type.subject().substring("org.laurel.".length());
    }

    private static String anchor(EventType<?> type) {
        return type.name().replace(".", "");
    }
}
