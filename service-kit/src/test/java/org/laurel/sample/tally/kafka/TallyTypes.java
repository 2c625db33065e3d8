package org.laurel.sample.tally.kafka;

import java.util.Set;
import org.laurel.events.EventType;
import org.laurel.events.Topic;
import org.laurel.events.Writer;

/** The sample's event types, on topics that exist. */
public final class TallyTypes {

    public static final EventType<TallyAdded> ADDED = new EventType<>(
            "org.laurel.test.tally-added.v1",
            TallyAdded.class,
            Topic.GRADES,
            Set.of(Writer.PLATFORM),
            "Something is to be added to a tally.");

    public static final EventType<TallyLabelled> LABELLED = new EventType<>(
            "org.laurel.test.tally-labelled.v1",
            TallyLabelled.class,
            Topic.IDENTITIES,
            Set.of(Writer.PLATFORM),
            "A tally is called something.");

    public static final EventType<TallyState> CHANGED = new EventType<>(
            "org.laurel.test.tally-changed.v1",
            TallyState.class,
            Topic.COMPLETIONS,
            Set.of(Writer.COMPLETION),
            "A tally has a new total.");

    private TallyTypes() {}
}
