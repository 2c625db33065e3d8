package org.laurel.bridge.inbound.kafka;

import java.time.Instant;
import java.util.Set;
import org.laurel.bridge.translation.domain.News;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;
import org.laurel.events.Topic;
import org.laurel.events.Writer;

/** An event of Open edX's after it was understood. It never leaves the service, so no catalogue has its type. */
record OpenEdxNews(News news, Instant occurredAt) implements EventBody {

    static final EventType<OpenEdxNews> TYPE = new EventType<>(
            "org.laurel.openedx.received.v1",
            OpenEdxNews.class,
            Topic.ENROLLMENT_REQUESTS,
            Set.of(Writer.BRIDGE),
            "Something happened on the Open edX site.");

    @Override
    public String key() {
        return news.key();
    }
}
