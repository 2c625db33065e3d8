package org.laurel.events.evolution;

/**
 * Something that a schema takes from those who rely on its released form.
 *
 * @param path where, as a path of member names; empty for the body itself; {@code []} is a list's item, {@code *} any other
 *     member, {@code {}} any member's name
 * @param rule which rule it breaks
 * @param detail what exactly, for a person
 */
record Breach(String path, Rule rule, String detail) {

    /** What must not happen to a schema within a major version. */
    enum Rule {
        /** A member is gone. Readers may rely on it. */
        MEMBER_REMOVED,
        /** A member is required that was not. Writers may leave it out. */
        MEMBER_REQUIRED,
        /** A member that Laurel always wrote may be absent. Readers rely on it as they do on one that is gone. */
        MEMBER_OPTIONAL,
        /** A JSON type is refused that was taken; null counts as one. */
        TYPE_NARROWED,
        /** A value of a closed vocabulary is refused that was taken. */
        VALUE_REMOVED,
        /** A number, a length or a count is refused that was taken. */
        RANGE_NARROWED,
        /** A pattern, a format or uniqueness was added or changed; whether that refuses anything is not computed. */
        FORM_CHANGED,
        /** Members are refused that the schema does not name. */
        CLOSED,
        /** The mark of personal data is gone, by which receivers erase. */
        PERSONAL_DATA_UNMARKED,
        /** A keyword changed that this comparison does not understand. */
        NOT_COMPARABLE
    }

    @Override
    public String toString() {
        return "%s: %s, %s".formatted(path.isEmpty() ? "(body)" : path, rule, detail);
    }
}
