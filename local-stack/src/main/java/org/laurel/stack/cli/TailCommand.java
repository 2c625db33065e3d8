package org.laurel.stack.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import org.laurel.stack.console.Style;
import org.laurel.stack.event.EventFilter;
import org.laurel.stack.event.EventTail;
import org.laurel.stack.event.MaskedBody;
import org.laurel.stack.event.ReceivedEvent;
import org.laurel.stack.kafka.TopicDefinition;
import org.laurel.stack.kafka.TopicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows events as they are published. */
@Command(
        name = "tail",
        description = "Print events as they arrive, one per line, until Ctrl-C.",
        footer = {
            "",
            "Members that the contract marks as personal, or does not know, are masked, and bodies without a known type hidden."
        })
final class TailCommand implements Callable<Integer> {
    private static final String PREFIX = "laurel.";

    @Option(
            names = "--topic",
            paramLabel = "T",
            description = "Topic, laurel. may be left out; may be repeated (all topics).")
    private List<String> topics = new ArrayList<>();

    @Option(names = "--from-beginning", description = "Begin with what lies in the topics already.")
    private boolean fromBeginning;

    @Option(
            names = {"-n", "--max"},
            paramLabel = "N",
            description = "End after N events.")
    private int max = Integer.MAX_VALUE;

    @Option(names = "--key", paramLabel = "K", description = "Only with this record key.")
    private @Nullable String key;

    @Option(names = "--learner", paramLabel = "ID", description = "Only about this learner.")
    private @Nullable String learner;

    @Option(names = "--course", paramLabel = "KEY", description = "Only about this course run.")
    private @Nullable String course;

    @Option(names = "--type", paramLabel = "T", description = "Only of this type, or whose type has this in it.")
    private @Nullable String type;

    @Option(names = "--correlation", paramLabel = "C", description = "Only what this original fact led to.")
    private @Nullable String correlation;

    @Option(names = "--bodies", description = "Show bodies as they are, with personal data.")
    private boolean bodies;

    @Mixin
    private final KafkaOptions kafka;

    private final Console console;
    private final StackPaths paths;
    private final MaskedBody masked = new MaskedBody();
    private final DateTimeFormatter clock =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private int shown;

    TailCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
        this.kafka = new KafkaOptions(paths);
    }

    @Override
    public Integer call() {
        Map<String, String> connection = kafka.connection();
        List<String> chosen = chosenTopics();
        EventFilter filter = new EventFilter(key, learner, course, type, correlation);
        try (EventTail tail = new EventTail(connection, chosen, fromBeginning)) {
            console.hint("Waiting for events on " + String.join(", ", chosen) + ". Ctrl-C ends.");
            tail.read(event -> {
                if (filter.takes(event)) {
                    console.line(describe(event));
                    shown++;
                }
                return shown < max;
            });
        } catch (KafkaException failure) {
            throw new StackFailure(
                    "Kafka cannot be read: " + failure.getMessage(),
                    "Look at --bootstrap-server and --command-config.",
                    failure);
        }
        return 0;
    }

    private List<String> chosenTopics() {
        Path file = paths.topicFile();
        List<String> known = TopicFile.read(file).topics().stream()
                .map(TopicDefinition::name)
                .toList();
        List<String> wanted = topics.stream()
                .map(topic -> topic.startsWith(PREFIX) ? topic : PREFIX + topic)
                .toList();
        if (!known.containsAll(wanted)) {
            throw new StackFailure("There is no such topic: " + wanted, "Topics: " + String.join(", ", known));
        }
        return wanted.isEmpty() ? known : wanted;
    }

    private String describe(ReceivedEvent event) {
        Style style = console.style();
        String type = event.type().startsWith("org.laurel.") ? event.type().substring(11) : event.type();
        String body = bodies ? event.value() : masked.of(event);
        return style.faint(clock.format(event.at())) + "  " + style.name(event.topic()) + " "
                + style.strong(Printable.inOneLine(type)) + "  "
                + style.warn(Printable.inOneLine(event.key())) + "  " + Printable.inOneLine(body)
                + style.faint("  " + event.partition() + "@" + event.offset());
    }
}
