package org.laurel.events.course;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member that an event may leave out: what is left out stays as it is, while null is a value like others and means none.
 *
 * @param isTold whether the event has the member at all
 * @param value null for none, and when the member is not told
 * @param <T> type of the value
 */
public record Told<T>(boolean isTold, @Nullable T value) {

    /** A member that stays as it is. */
    public static <T> Told<T> unchanged() {
        return new Told<>(false, null);
    }

    /** A member with a new value, null for none. */
    public static <T> Told<T> of(@Nullable T value) {
        return new Told<>(true, value);
    }

    /** Hands a told value on; nothing happens without one. */
    public void ifTold(Consumer<@Nullable T> action) {
        if (isTold) {
            action.accept(value);
        }
    }
}
