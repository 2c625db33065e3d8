package org.laurel.programs.configuration.domain;

import org.jspecify.annotations.Nullable;

/**
 * A member that a change may leave out: what is left out stays as it is, while null is a value like others and means none.
 *
 * @param isGiven whether the change has the member at all
 * @param value null for none, and when the member is not given
 */
public record Member<T>(boolean isGiven, @Nullable T value) {

    /** A member that stays as it is. */
    public static <T> Member<T> absent() {
        return new Member<>(false, null);
    }

    /** A member with a new value, null for none. */
    public static <T> Member<T> of(@Nullable T value) {
        return new Member<>(true, value);
    }

    /** What the member is after the change, if it may be none. */
    public @Nullable T over(@Nullable T before) {
        return isGiven ? value : before;
    }

    /** What the member is after the change, if it is always something: null leaves it as it is. */
    public T overValue(T before) {
        return value == null ? before : value;
    }
}
