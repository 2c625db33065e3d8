package org.laurel.bridge.topic.domain;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The full names of the topics to which the site is told of something; what has none is not told.
 *
 * @param certificates of course runs
 * @param enrollments that Laurel decided
 * @param programs credentials of programs
 */
public record SentTopics(Optional<String> certificates, Optional<String> enrollments, Optional<String> programs) {

    /**
     * The topic for one kind of data.
     *
     * @param argument what Open edX calls it in its events
     */
    public Optional<String> of(String argument) {
        return switch (argument) {
            case "certificate" -> certificates;
            case "program_certificate" -> programs;
            default -> enrollments;
        };
    }

    /** All of them. */
    public Set<String> all() {
        return Stream.of(certificates, enrollments, programs)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
