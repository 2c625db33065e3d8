package org.laurel.completion.verification.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.verification.VerificationWorld;
import org.laurel.completion.verification.app.NumberVerifying.Piece;
import org.laurel.completion.verification.db.DifferencesLeft;
import org.laurel.completion.verification.db.NumberRecount;
import org.laurel.completion.verification.db.VerificationCourses.NotedCourse;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.test.Database;

/** The numbers of a course run counted again piece by piece, as those of a course run of a million learners are. */
@QuarkusTest
class NumberPiecesTest {

    private static final long ONE_BLOCK = 1;
    private static final long ALL_BLOCKS = 1_000_000;

    @Test
    void findsInPiecesWhatOneLookAtAllBlocksFinds() {
        // Given
        VerificationWorld world = world("find", "n1", "n2");
        Database.current()
                .execute("update completion_counter set earned = earned + 1 where course_key = ?", world.course());
        // Rows of blocks that nobody knows, before and after all others.
        Database.current().execute("""
                        insert into block_progress select course_key, learner_id, unnest(array['!', '~~~']), 1, 1, 0, 0
                        from course_progress where course_key = ?
                        """, world.course());

        // When
        List<Piece> pieces = pieces(world, ONE_BLOCK, false, () -> {});

        // Then
        List<Piece> together = pieces(world, ALL_BLOCKS, false, () -> {});
        assertThat(together).hasSize(2);
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(differences(pieces))
                .hasSizeGreaterThan(6)
                .containsExactlyInAnyOrderElementsOf(differences(together));
        assertThat(differences(pieces)).extracting(Difference::item).anyMatch(item -> item.contains("~~~"));
        assertThat(world.left()).isEqualTo(differences(pieces).size());
    }

    @Test
    void takesNothingForADifferenceThatMovesMeanwhile() {
        // Given
        VerificationWorld world = world("move", "m1", "m2");
        Platform platform = new Platform(world.course());
        List<String> values = new ArrayList<>(List.of("0.5", "0", "0.25", "1"));

        // When
        List<Piece> pieces = pieces(world, ONE_BLOCK, false, () -> {
            if (!values.isEmpty()) {
                String value = values.removeFirst();
                world.tell(
                        platform.completed("m1", world.key("a"), value, 20 - values.size()),
                        platform.completed("m2", world.key("d"), value, 20 - values.size()));
            }
        });

        // Then
        assertThat(values).isEmpty();
        assertThat(differences(pieces)).isEmpty();
    }

    @Test
    void putsRightWhatEachPieceFinds() {
        // Given
        VerificationWorld world = world("repair", "r1");
        Database.current().execute("update completion_counter set percent = 3 where course_key = ?", world.course());

        // When
        List<Piece> repaired = pieces(world, ONE_BLOCK, true, () -> {});

        // Then
        assertThat(differences(repaired)).isNotEmpty();
        assertThat(differences(pieces(world, ALL_BLOCKS, false, () -> {}))).isEmpty();
        assertThat(world.left()).isZero();
    }

    /** Its numbers are all folded, so that they can be falsified in one table. */
    private static VerificationWorld world(String name, String... learners) {
        VerificationWorld world = new VerificationWorld("course-v1:Pieces+" + name + "+1");
        world.begin(learners);
        QuarkusTransaction.requiringNew()
                .run(() -> bean(CounterStore.class).fold(world.outline().courseKey(), 10_000));
        Arrival.awaitJobs();
        return world;
    }

    private static List<Piece> pieces(VerificationWorld world, long looks, boolean repairs, Runnable between) {
        NumberVerifying verifying = new NumberVerifying(
                bean(KeyLocks.class),
                bean(NumberRecount.class),
                bean(CounterStore.class),
                bean(DifferencesLeft.class),
                Clock.systemUTC(),
                looks);
        NotedCourse course = new NotedCourse(world.outline().courseKey(), true);
        List<Piece> pieces = new ArrayList<>();
        @Nullable String after = null;
        do {
            String place = after;
            pieces.add(QuarkusTransaction.requiringNew().call(() -> verifying.verify(1, course, place, repairs)));
            after = pieces.getLast().next();
            between.run();
        } while (after != null);
        return pieces;
    }

    private static List<Difference> differences(List<Piece> pieces) {
        return pieces.stream().flatMap(piece -> piece.differences().stream()).toList();
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
