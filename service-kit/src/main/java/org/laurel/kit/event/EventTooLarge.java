package org.laurel.kit.event;

/**
 * What a change tells others does not fit into one event, so that it cannot be made as it was asked for. A caller is answered
 * 422 with this code; a record that asks for it is parked with the same one. Raising the limit of {@link ValueLimits} helps.
 */
public class EventTooLarge extends UnprocessableEvent {

    /** The code, as callers and operators see it. */
    public static final String CODE = "event_too_large";

    private static final long serialVersionUID = 1;

    /**
     * @param type the event's type
     * @param limit the largest value of its topic, in bytes
     */
    public EventTooLarge(String type, int limit) {
        super(
                CODE,
                "The change would be told by " + type + " with more than the " + limit
                        + " bytes that such an event may have. Nothing was changed; ask for less at once or for shorter texts.");
    }
}
