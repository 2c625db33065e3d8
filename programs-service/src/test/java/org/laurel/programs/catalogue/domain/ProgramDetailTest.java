package org.laurel.programs.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramDetailTest {

    @Test
    void isReadableWhateverIsMissing() {
        // When
        ProgramDetail program = detail(Map.of("courses", List.of(Map.of())));

        // Then
        assertThat(program.title()).isEmpty();
        assertThat(program.typeSlug()).isEmpty();
        assertThat(program.status()).isEqualTo(ProgramStatus.ACTIVE);
        assertThat(program.pathwayIds()).isNull();
        assertThat(program.courses()).extracting(CourseDetail::title).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "Retired, RETIRED", "gone, UNPUBLISHED"})
    void offersNothingThatIsInAnUnknownState(String status, ProgramStatus expected) {
        assertThat(detail(Map.of("status", status)).status()).isEqualTo(expected);
    }

    @Test
    void callsACourseByItsKeyWhereItHasNoTitle() {
        assertThat(detail(Map.of("courses", List.of(Map.of("key", "Org+A")))).courses())
                .extracting(CourseDetail::title)
                .containsExactly("Org+A");
    }

    private static ProgramDetail detail(Map<String, @Nullable Object> document) {
        return ProgramDetail.of(UUID.randomUUID(), new Members(document));
    }
}
