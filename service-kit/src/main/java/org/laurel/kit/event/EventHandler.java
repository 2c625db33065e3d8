package org.laurel.kit.event;

import java.util.List;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;

/**
 * Routes one type of event to a use case. A feature supplies handlers as beans in its {@code kafka} package; the kit finds
 * them. A handler holds no rules: it turns events into commands and calls one use case with all of them.
 *
 * <p>It is called inside the transaction that claimed the events, with the events of one poll in arrival order. Events that
 * were handled before are left out. What it throws rolls the transaction back: a failure of infrastructure is tried again,
 * anything else parks the one record that caused it.
 */
public interface EventHandler<B extends EventBody> {

    /** The type that this handler wants. */
    EventType<B> type();

    /**
     * All types that this handler wants: {@link #type} alone, unless several have to be handled in the order in which they
     * arrive among one another.
     */
    default List<EventType<B>> types() {
        return List.of(type());
    }

    /**
     * Looks at an event before any transaction, at its values alone. What is refused here costs nothing but itself; a refusal while
     * handling takes the poll apart. For refusals that are to be expected in great numbers.
     *
     * @throws ExpectedRefusal parks the record
     */
    default void screen(Event<B> event) {}

    /** Applies the events, which are never empty. */
    void handle(List<Event<B>> events);
}
