package org.laurel.bridge.inbound.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.avro.AvroCodec;
import org.laurel.bridge.openedx.avro.EventHeaders;
import org.laurel.bridge.openedx.avro.Frame;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.schema.app.WriterSchemas;
import org.laurel.bridge.translation.domain.News;
import org.laurel.bridge.translation.kafka.Mappings;
import org.laurel.bridge.translation.kafka.Translation;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.ForeignFormat;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * Reads records of Open edX's bus: those on its topics, and whatever calls itself one. Our own come back on topics that we
 * both read and write; they are ignored. What nobody here wants is ignored by its type alone, whatever else is wrong with it.
 * Source: enrollment-and-events §4.
 */
@Singleton
class OpenEdxFormat implements ForeignFormat {

    /** As long as for Laurel's own events. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final String TYPES = "org.openedx.";

    private static final Logger LOG = Logger.getLogger(OpenEdxFormat.class);

    /** What comes back to us if we read a topic that we write. */
    private static final Set<String> SENT =
            Mappings.sent().stream().map(OpenEdxEvent::type).collect(Collectors.toUnmodifiableSet());

    private final Set<String> topics;
    private final String ownSource;
    private final String origin;
    private final WriterSchemas schemas;
    private final MeterRegistry metrics;
    private final Set<String> namesakes = ConcurrentHashMap.newKeySet();

    OpenEdxFormat(
            @ConfigProperty(name = "openedx.topics.read") Optional<List<String>> topics,
            @ConfigProperty(name = "laurel.openedx.service-name") String serviceName,
            @ConfigProperty(name = "laurel.openedx.origin") String origin,
            WriterSchemas schemas,
            MeterRegistry metrics) {
        this.topics = Set.copyOf(topics.orElse(List.of()));
        this.ownSource = EventHeaders.source(serviceName);
        this.origin = origin;
        this.schemas = schemas;
        this.metrics = metrics;
    }

    @Override
    public boolean recognises(RawRecord record) {
        String type = record.header(EventHeaders.TYPE);
        String content = record.header(EventHeaders.CONTENT_TYPE);
        return topics.contains(record.topic())
                || (type != null && type.startsWith(TYPES))
                || (content != null && content.startsWith(EventHeaders.AVRO));
    }

    @Override
    public boolean wants(RawRecord record) {
        String type = EventHeaders.type(new Values(record));
        if (isOwn(record) && SENT.contains(type)) {
            count(type, "own");
            return false;
        }
        Optional<Mappings.In<?>> mapping = Mappings.in(type);
        if (mapping.isEmpty()) {
            count("other", "unknown");
            return false;
        }
        if (mapping.get().translation() == null) {
            count(type, "no_use");
            return false;
        }
        return true;
    }

    @Override
    public Optional<Event<?>> read(RawRecord record, Instant now) {
        EventHeaders headers = EventHeaders.read(new Values(record));
        if (isOwn(record)) {
            warn(headers.type());
        }
        return read(Mappings.in(headers.type()).orElseThrow(), record, headers, now);
    }

    /** The body tells the fact: the id of its schema may be another one when a registry was set up anew. */
    @Override
    public byte[] compared(RawRecord record) {
        byte[] value = record.value();
        return value == null ? new byte[0] : Frame.read(value).body();
    }

    private <D extends Record> Optional<Event<?>> read(
            Mappings.In<D> mapping, RawRecord record, EventHeaders headers, Instant now) {
        Translation<D> translation = Objects.requireNonNull(mapping.translation());
        Instant at = headers.time() == null ? record.timestamp() : headers.time();
        if (at.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new UnprocessableEvent("clock_ahead", "ce_time lies in the future");
        }
        Optional<News> news = translated(translation, data(mapping.event(), record), at);
        if (news.isEmpty()) {
            count(headers.type(), "no_use");
            return Optional.empty();
        }
        String id = headers.id().toString();
        return Optional.of(new Event<>(
                id, source(headers.source()), OpenEdxNews.TYPE, at, null, id, origin, new OpenEdxNews(news.get(), at)));
    }

    private <D extends Record> D data(OpenEdxEvent<D> event, RawRecord record) {
        byte[] value = record.value();
        if (value == null) {
            throw new UnprocessableEvent("no_value", "the record has no value");
        }
        Frame frame = Frame.read(value);
        return schemas.read(frame.schemaId(), record.topic(), schema -> AvroCodec.data(event, schema, frame.body()));
    }

    /** What Laurel's contract refuses is said without the values, which may be personal data. */
    private static <D extends Record> Optional<News> translated(Translation<D> translation, D data, Instant at) {
        try {
            return translation.translate(data, at);
        } catch (IllegalArgumentException refused) {
            throw new UnprocessableEvent("bad_body", "a value breaks a rule of Laurel's contract");
        }
    }

    /** Once per type: we never send it, so that a service of the site must have our name. */
    private void warn(String type) {
        if (namesakes.add(type)) {
            LOG.warnf(
                    "%s comes from %s, which is our own name and no event of ours: the site's EVENTS_SERVICE_NAME and"
                            + " laurel.openedx.service-name must differ, or what we both send is taken for our own",
                    type, ownSource);
        }
    }

    private void count(String type, String why) {
        metrics.counter("laurel.openedx.ignored", "type", type, "why", why).increment();
    }

    private boolean isOwn(RawRecord record) {
        return ownSource.equals(record.header(EventHeaders.SOURCE));
    }

    private static URI source(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new UnprocessableEvent("bad_source", "ce_source is not a URI reference");
        }
    }

    private record Values(RawRecord record) implements EventHeaders.HeaderValues {

        @Override
        public @Nullable String value(String name) {
            return record.header(name);
        }

        @Override
        public boolean repeats(String name) {
            return record.repeats(name);
        }
    }
}
