package org.laurel.events;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the {@link EventCatalogue}.
 *
 * @param name value of {@code ce_type}: {@code org.laurel.<subject>.<fact>.v<major>}
 * @param body record that the JSON value is read into
 * @param topic the only topic on which the type appears
 * @param writers who may publish it; never empty
 * @param description when the event happens, in one or two sentences
 * @param <B> type of the body
 */
public record EventType<B extends EventBody>(
        String name, Class<B> body, Topic topic, Set<Writer> writers, String description) {

    private static final Pattern NAME = Pattern.compile("(org\\.laurel(?:\\.[a-z][a-z0-9-]*)+)\\.v([1-9][0-9]{0,3})");

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException when the name has another form or nobody may write the type
     */
    public EventType {
        parse(name);
        if (writers.isEmpty()) {
            throw new IllegalArgumentException("event type " + name + " has no writer");
        }
        writers = Set.copyOf(writers);
    }

    /** The name without its major version: stays the same over all versions of the fact. */
    public String subject() {
        return parse(name).group(1);
    }

    /** Major version. Within one, members are added only; another one is another contract. */
    public int major() {
        return Integer.parseInt(parse(name).group(2));
    }

    private static Matcher parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("event type is not org.laurel.<subject>.<fact>.v<major>: " + name);
        }
        return matcher;
    }
}
