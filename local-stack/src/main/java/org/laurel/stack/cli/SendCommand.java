package org.laurel.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Style;
import org.laurel.stack.event.BodyReader;
import org.laurel.stack.event.EventKey;
import org.laurel.stack.event.EventPublisher;
import org.laurel.stack.event.OutgoingEvent;
import org.laurel.stack.event.SchemaCheck;
import org.laurel.stack.run.RunStateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes events by hand. */
@Command(
        name = "send",
        description = "Publish one event, or one per line (JSON Lines), to Kafka as another platform would.",
        footer = {
            "",
            "Example: echo '{\"learner_id\": \"ada\", \"course_key\": \"course-v1:Org+C1+2026\", \"passing\": true,",
            "  \"grade\": 0.9, \"letter_grade\": \"A\", \"occurred_at\": \"2026-05-01T10:00:00Z\"}' \\",
            "  | ./laurel send --type org.laurel.passing-status.changed.v1"
        })
final class SendCommand implements Callable<Integer> {
    @Option(
            names = "--type",
            required = true,
            paramLabel = "T",
            description = "Event type; the start org.laurel. may be left out.")
    private String type = "";

    @Option(names = "--key", paramLabel = "K", description = "Record key (learner, course or program of the body).")
    private @Nullable String key;

    @Option(names = "--file", paramLabel = "F", description = "File with the bodies; - is the standard input (-).")
    private String file = "-";

    @Option(
            names = "--no-check",
            description = "Check neither the size of the bodies nor whether they follow the JSON Schema.")
    private boolean unchecked;

    private final Console console;
    private final StackPaths paths;

    SendCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        EventType<?> found = find();
        List<OutgoingEvent> events =
                read().stream().map(body -> event(found, body)).toList();
        if (!unchecked) {
            SchemaCheck check = new SchemaCheck(found);
            events.forEach(event -> require(check, event));
        }
        try (EventPublisher publisher =
                new EventPublisher(new RunStateFile(paths).running().kafkaBootstrap())) {
            publisher.publishEach(events, this::report);
        }
        return 0;
    }

    private EventType<?> find() {
        return EventCatalogue.find(type)
                .or(() -> EventCatalogue.find("org.laurel." + type))
                .orElseThrow(() -> new StackFailure(
                        "There is no event type " + type + ".",
                        "Types: "
                                + String.join(
                                        ", ",
                                        EventCatalogue.all().stream()
                                                .map(EventType::name)
                                                .toList())));
    }

    private List<JsonNode> read() {
        try (InputStream input = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            List<JsonNode> bodies = BodyReader.read(input);
            if (bodies.isEmpty()) {
                throw new StackFailure("There is nothing to send.", "Give a JSON body with --file or by a pipe.");
            }
            return bodies;
        } catch (JsonProcessingException malformed) {
            throw new StackFailure(
                    "Not JSON at line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr() + ".",
                    "Nothing was sent.",
                    malformed);
        } catch (IOException failure) {
            throw new StackFailure("Cannot read " + file + ": " + failure.getMessage(), "Nothing was sent.", failure);
        }
    }

    private OutgoingEvent event(EventType<?> found, JsonNode body) {
        String recordKey = key != null ? key : keyOf(found, body);
        return OutgoingEvent.of(found, recordKey, body);
    }

    private static String keyOf(EventType<?> found, JsonNode body) {
        return EventKey.of(found.topic(), body)
                .orElseThrow(() -> new StackFailure(
                        "The body has no " + EventKey.memberName(found.topic().keyedBy()) + " to take the key from.",
                        "Add it, or give --key. Nothing was sent."));
    }

    private static void require(SchemaCheck check, OutgoingEvent event) {
        List<String> problems = check.problems(event.body());
        if (!problems.isEmpty()) {
            throw new StackFailure(
                    "The body does not follow the schema of " + event.type().name() + ": "
                            + String.join("; ", problems),
                    "Correct it, or send it all the same with --no-check. Nothing was sent.");
        }
    }

    private void report(OutgoingEvent event, RecordMetadata position) {
        Style style = console.style();
        console.line(style.good(style.tick()) + " " + event.id() + "  " + style.name(position.topic()) + " partition "
                + position.partition() + " offset " + position.offset());
    }
}
