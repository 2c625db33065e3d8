package org.laurel.events.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.ContractMapper;

/** What the invalid bodies are too small to show. */
class LearnerBlocksAssignedTest {

    private static final ObjectMapper MAPPER = ContractMapper.create();
    private static final String COURSE = "course-v1:DemoX+CS101+2026_T1";
    private static final Instant WHEN = Instant.parse("2026-02-01T08:00:00Z");

    @Test
    void mayNameAsManyBlocksAsAParentHas() {
        // Given
        List<String> blocks = problems(10_000);

        // When
        LearnerBlocksAssigned made = assigned(blocks, releases(blocks));

        // Then
        assertThat(made.blockKeys()).hasSize(10_000);
        assertThat(made.releaseAt()).hasSize(10_000);
    }

    @Test
    void refusesMoreBlocksThanAParentHas() {
        // Given
        List<String> blocks = problems(10_001);

        // When
        var creation = assertThatThrownBy(() -> assigned(blocks, null));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessage("block_keys has more than 10000 items");
    }

    @Test
    void refusesMoreReleaseTimesThanAParentHasBlocks() {
        // Given
        Map<String, Instant> releases = releases(problems(10_001));

        // When
        var creation = assertThatThrownBy(() -> assigned(List.of(), releases));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessage("release_at has more than 10000 entries");
    }

    @Test
    void refusesAReleaseTimeThatRfc3339CannotWrite() {
        // Given
        Map<String, Instant> releases = Map.of(problem(1), Instant.parse("+10000-01-01T00:00:00Z"));

        // When
        var creation = assertThatThrownBy(() -> assigned(List.of(), releases));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessage("release_at is outside the years 1 to 9999");
    }

    @Test
    void keepsNoneOfTheChildrenApartFromNoReleaseTimes() throws JsonProcessingException {
        // Given
        String body = """
                {"learner_id": "1001", "course_key": "%s", "parent": "%s", "block_keys": [],
                 "occurred_at": "2026-02-01T08:00:00Z"}""".formatted(COURSE, problem(1));

        // When
        LearnerBlocksAssigned read = MAPPER.readValue(body, LearnerBlocksAssigned.class);

        // Then
        assertThat(read.blockKeys()).isEmpty();
        assertThat(read.releaseAt()).isNull();
    }

    @Test
    void copiesListAndTimesInTheirOrderSoThatLaterChangesDoNotReachThem() {
        // Given
        List<String> blocks = new ArrayList<>(problems(100));
        Map<String, Instant> releases = releases(blocks);
        LearnerBlocksAssigned made = assigned(blocks, releases);

        // When
        blocks.clear();
        releases.clear();

        // Then
        assertThat(made.blockKeys()).containsExactlyElementsOf(problems(100));
        assertThat(made.releaseAt()).containsExactlyEntriesOf(releases(problems(100)));
    }

    private static LearnerBlocksAssigned assigned(List<String> blocks, @Nullable Map<String, Instant> releases) {
        return new LearnerBlocksAssigned("1001", COURSE, problem(0), blocks, releases, WHEN);
    }

    private static List<String> problems(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(LearnerBlocksAssignedTest::problem)
                .toList();
    }

    private static String problem(int number) {
        return "block-v1:DemoX+CS101+2026_T1+type@problem+block@p" + number;
    }

    private static Map<String, Instant> releases(List<String> blocks) {
        return blocks.stream()
                .collect(Collectors.toMap(block -> block, block -> WHEN, (first, second) -> first, LinkedHashMap::new));
    }
}
