package org.laurel.sample.bad.grading.domain;

import java.util.UUID;

/** A rule that makes up its own id. */
public record Ticket(UUID id) {

    public static Ticket next() {
        return new Ticket(UUID.randomUUID());
    }
}
