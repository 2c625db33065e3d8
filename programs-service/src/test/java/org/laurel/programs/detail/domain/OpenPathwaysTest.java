package org.laurel.programs.detail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PathwayStatus;
import org.laurel.programs.catalogue.domain.PathwayType;

/** Where a program leads. */
class OpenPathwaysTest {

    private static final List<Pathway> ALL = List.of(
            pathway(1, PathwayType.CREDIT, PathwayStatus.PUBLISHED, "a@b"),
            pathway(2, PathwayType.CREDIT, PathwayStatus.PUBLISHED, "a@b"),
            pathway(3, PathwayType.INDUSTRY, PathwayStatus.PUBLISHED, "a@b"),
            pathway(4, PathwayType.CREDIT, PathwayStatus.UNPUBLISHED, "a@b"),
            pathway(5, PathwayType.INDUSTRY, PathwayStatus.RETIRED, "a@b"),
            pathway(6, PathwayType.CREDIT, PathwayStatus.PUBLISHED, " "),
            pathway(7, PathwayType.CREDIT, PathwayStatus.PUBLISHED, null),
            pathway(8, PathwayType.CREDIT, PathwayStatus.PUBLISHED, "a@b"));

    @Test
    void splitsThePublishedOnesWithMailByWhereTheyLead() {
        // When
        OpenPathways open = OpenPathways.of(ALL, null);

        // Then
        assertThat(open.credit()).extracting(Pathway::id).containsExactly(1L, 2L, 8L);
        assertThat(open.industry()).extracting(Pathway::id).containsExactly(3L);
    }

    @Test
    void putsThoseFirstThatTheDocumentNumbers() {
        // When
        OpenPathways open = OpenPathways.of(ALL, List.of(8L, 99L, 2L));

        // Then
        assertThat(open.credit()).extracting(Pathway::id).containsExactly(8L, 2L, 1L);
    }

    private static Pathway pathway(long id, PathwayType type, PathwayStatus status, @Nullable String email) {
        return new Pathway(id, new UUID(0, id), "P", "O", email, null, null, type, status, List.of());
    }
}
