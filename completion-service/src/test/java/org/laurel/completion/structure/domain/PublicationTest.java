package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.kit.domain.Cause;

class PublicationTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+publication+1");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** What counts so far is version 5 of 12:00 with the content {@code same}. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "true, none, 6, PT1H, same, Unchanged, 5",
                "true, 5, 5, PT1H, same, Unchanged, 5",
                "true, 6, 6, PT1H, same, Published, 6",
                "true, 4, 4, PT1H, same, Published, 4",
                "true, none, 6, PT1H, other, Published, 6",
                "true, 5, 5, PT1H, other, Published, 5",
                "true, 9, 9, PT-1S, other, Outdated, 9",
                "false, 5, 5, PT0S, same, Unchanged, 5",
                "false, 5, 5, PT1S, same, Published, 5",
                "false, 5, 5, PT-1S, same, Outdated, 5",
                "false, 9, 9, PT-1S, same, Outdated, 9",
                "false, 4, 4, PT1S, same, Published, 4",
                "false, 4, 4, PT0S, same, Outdated, 4",
                "false, 6, 6, PT0S, same, Published, 6",
                "false, 5, 5, PT0S, tail, Published, 5",
                "false, 5, 5, PT0S, head, Outdated, 5"
            })
    void countsByTimeVersionAndContentUnlessItIsARepetition(
            boolean announce,
            @Nullable Long version,
            long numbered,
            Duration later,
            String content,
            String expected,
            long told) {
        // Given
        Publish command = command(announce, version, OUTLINE, NOON);
        PublicationHead newest = new PublicationHead(NOON, 5, "same");
        PublicationHead head = new PublicationHead(NOON.plus(later), numbered, content);

        // When
        Publication publication = Publication.decide(command, OUTLINE.structure(numbered, NOON), head, newest);

        // Then
        assertThat(publication)
                .isEqualTo(
                        switch (expected) {
                            case "Published" -> new Publication.Published(told, false);
                            case "Outdated" -> new Publication.Outdated(told);
                            default -> new Publication.Unchanged(told);
                        });
    }

    @Test
    void theFirstStructureCountsWhateverItsTime() {
        // Given
        Publish command = command(false, 3L, OUTLINE, Instant.EPOCH);
        PublicationHead head = new PublicationHead(Instant.EPOCH, 3, "same");

        // When
        Publication publication = Publication.decide(command, OUTLINE.structure(3, Instant.EPOCH), head, null);

        // Then
        assertThat(publication).isEqualTo(new Publication.Published(3, true));
    }

    @Test
    void aStructureThatBreaksRulesIsRefusedAlsoAsARepetition() {
        // Given
        Outline broken = Outline.of("course-v1:Org+publication+1").block("course", "c", "gone");
        PublicationHead head = new PublicationHead(NOON, 5, "same");

        // When
        Publication publication =
                Publication.decide(command(true, null, broken, NOON), broken.structure(5, NOON), head, head);

        // Then
        assertThat(publication)
                .isEqualTo(new Publication.Refused(
                        List.of(new Violation("blocks[0].children", "names a block that is not there"))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, none, 1, 2026-01-01T12:00:00Z",
                "none, none, 2026-01-01T11:00:00Z, 8, 2026-01-01T12:00:00Z",
                "none, none, 2026-01-01T13:00:00Z, 8, 2026-01-01T13:00:00Z",
                "3, none, none, 3, 2026-01-01T12:00:00Z",
                "3, none, 2026-01-01T13:00:00Z, 3, 2026-01-01T13:00:00Z",
                "none, 2020-01-01T00:00:00Z, 2026-01-01T13:00:00Z, 8, 2020-01-01T00:00:00Z",
                "3, 2020-01-01T00:00:00Z, none, 3, 2020-01-01T00:00:00Z"
            })
    void whatACommandLeavesOpenFollowsTheNewest(
            @Nullable Long version, @Nullable Instant at, @Nullable Instant newestAt, long expected, Instant time) {
        // Given
        Publish command = command(true, version, OUTLINE, at);
        PublicationHead newest = newestAt == null ? null : new PublicationHead(newestAt, 7, "same");

        // When
        CourseStructure structure = command.following(newest, NOON);

        // Then
        assertThat(structure).isEqualTo(OUTLINE.structure(expected, time));
    }

    private static Publish command(
            boolean announce, @Nullable Long version, Outline outline, @Nullable Instant occurredAt) {
        CourseStructure structure = outline.structure(0, NOON);
        return new Publish(
                outline.courseKey(),
                version,
                structure.root(),
                structure.blocks(),
                occurredAt,
                announce,
                Cause.of("author", "publication"));
    }
}
