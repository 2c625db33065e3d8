package org.laurel.programs.lti.domain;

import org.jspecify.annotations.Nullable;

/** What a client says about a secret, which nobody is ever told again. */
public sealed interface Secret {

    /** It stays as it is. */
    record Kept() implements Secret {}

    /** There is none any more. */
    record Removed() implements Secret {}

    /** It is this from now on; no log shows it. */
    record Given(String value) implements Secret {

        @Override
        public String toString() {
            return "Given[…]";
        }
    }

    /** Absent says nothing, since clients send back what they have read; empty removes. */
    static Secret of(@Nullable String text) {
        if (text == null) {
            return new Kept();
        }
        return text.isEmpty() ? new Removed() : new Given(text);
    }

    /** Whether there is one afterwards. */
    default boolean leaves(boolean before) {
        return switch (this) {
            case Kept kept -> before;
            case Removed removed -> false;
            case Given given -> true;
        };
    }
}
