package org.laurel.events.key;

/**
 * Opaque id of a learner. Open edX uses the decimal user id; nothing here relies on that. Never changes, unlike the
 * username.
 *
 * @param value 1 to 255 characters without whitespace or control characters, kept as given
 */
public record LearnerId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it is blank, too long or contains whitespace or control characters
     */
    public LearnerId {
        KeyText.check("learner id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
