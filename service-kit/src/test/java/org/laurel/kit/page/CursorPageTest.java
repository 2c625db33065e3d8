package org.laurel.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.problem.ProblemException;

class CursorPageTest {

    @Test
    void aHistoryWithoutVersionsIsOfNothing() {
        // Given
        CursorPage<String> empty = CursorPage.of(List.of(), 20, version -> version);

        // Then
        assertThatThrownBy(() -> empty.orUnknown(true, CursorPageTest::unknown))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(404));
        assertThat(empty.orUnknown(false, CursorPageTest::unknown)).isEqualTo(empty);
    }

    @Test
    void aHistoryWithVersionsIsShown() {
        // Given
        CursorPage<String> page = CursorPage.of(List.of("2", "1"), 1, version -> version);

        // When
        CursorPage<String> shown = page.orUnknown(true, CursorPageTest::unknown);

        // Then
        assertThat(shown).isEqualTo(new CursorPage<>(List.of("2"), "2"));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("unknown", "There is none.");
    }
}
