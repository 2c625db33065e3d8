package org.laurel.certificates.learner.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.laurel.kit.domain.FactOrder;

/**
 * The names that a learner has had. A certificate takes the name that was valid at the time of what granted it; before the
 * first known name, the first one counts.
 *
 * @param names in order of time
 */
public record NameHistory(List<Name> names) {

    /** The history of a learner that nobody has told us of. */
    public static final NameHistory UNKNOWN = new NameHistory(List.of());

    /** With preferences of the same time. */
    private static final int KIND = 5;

    /**
     * A name and since when it holds.
     *
     * @param version the account's version that told it
     */
    public record Name(Instant since, String name, long version) {

        /** A name of an account whose version is not known. */
        public Name(Instant since, String name) {
            this(since, name, 0);
        }
    }

    /** Tells two states of knowledge apart; it grows with every name that is added or replaced by a newer version. */
    public long known() {
        return names.stream().mapToLong(name -> 1 + name.version()).sum();
    }

    public NameHistory {
        names = List.copyOf(names);
    }

    /** The name at this time, empty when none is known. */
    public String at(Instant time) {
        String valid = names.isEmpty() ? "" : names.getFirst().name();
        for (Name name : names) {
            if (name.since().isAfter(time)) {
                break;
            }
            valid = name.name();
        }
        return valid;
    }

    /** The same without the names that began to hold after a time, but for the first. */
    public NameHistory upTo(Instant time) {
        return new NameHistory(IntStream.range(0, names.size())
                .filter(place -> place == 0 || !names.get(place).since().isAfter(time))
                .mapToObj(names::get)
                .toList());
    }

    /** The places in business time at which the learner took another name. */
    public List<FactOrder> changes() {
        return IntStream.range(1, names.size())
                .filter(place ->
                        !names.get(place).name().equals(names.get(place - 1).name()))
                .mapToObj(names::get)
                .map(name -> new FactOrder(name.since(), FactOrder.NO_SEQUENCE, KIND, "", ""))
                .toList();
    }
}
