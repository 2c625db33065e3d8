package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.Situations.Situation;
import org.laurel.completion.progress.db.SumsReading.Wish;
import org.laurel.completion.progress.domain.Earned;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.Sums;
import org.laurel.completion.progress.domain.TooManySumsException;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;

/**
 * Reads the progress of learners: at most two statements, whatever their number, and one more for graphs that are not in memory.
 * Sums that follow what a learner saw before are added up in memory by what he sees now; a read writes nothing. Callers put the
 * reads of one answer into one snapshot.
 */
@ApplicationScoped
public class ProgressReading {

    /** For each learner the database prepares an array of so many keys in well under a millisecond. */
    private static final int MOST_KEYS = 500;

    private final Situations situations;
    private final SumsReading sums;
    private final Clock clock;

    ProgressReading(Situations situations, SumsReading sums, Clock clock) {
        this.situations = situations;
        this.sums = sums;
        this.clock = clock;
    }

    /** A learner whose progress is wanted. */
    public record Wanted(CourseLearner key, String username) {}

    /**
     * What the extent comes to in a view.
     *
     * @param root null when the learner does not see it
     * @param listed blocks whose sums are wanted besides
     */
    private record Part(@Nullable Aggregate root, List<Aggregate> listed) {

        private static Part of(CourseView view, Extent extent) {
            return new Part(extent.root(view).orElse(null), extent.listed(view));
        }
    }

    /**
     * The progress of learners, in the order given. What the extent leaves out is not there.
     *
     * @throws TooManySumsException when more than {@link Extent#MOST_SUMS} are asked for, and not of one learner only
     */
    public List<ProgressView> of(List<Wanted> wanted, Extent extent) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<CourseLearner, Situation> found =
                situations.seen(wanted.stream().map(Wanted::key).toList(), clock.instant());
        Map<CourseView, Part> parts = parts(found.values(), extent);
        Known known = new Known(found, parts);
        sums.load(wish(found.values(), parts), known);
        return wanted.stream().map(known::view).toList();
    }

    /** Learners of one profile share a view, of which the part is made once. */
    private static Map<CourseView, Part> parts(Collection<Situation> found, Extent extent) {
        Map<CourseView, Part> parts = new HashMap<>();
        long all = 0;
        int most = 1;
        for (Situation one : found) {
            if (one.view() != null) {
                Part part = parts.computeIfAbsent(one.view(), view -> Part.of(view, extent));
                all += part.listed().size();
                most = Math.max(most, part.listed().size());
            }
        }
        if (all > Extent.MOST_SUMS && found.size() > 1) {
            throw new TooManySumsException(Math.max(1, Extent.MOST_SUMS / most));
        }
        return parts;
    }

    private static Wish wish(Collection<Situation> found, Map<CourseView, Part> parts) {
        Wish wish = new Wish();
        for (Situation one : found) {
            CourseView view = one.view();
            Part part = view == null ? null : parts.get(view);
            Aggregate root = part == null ? null : part.root();
            if (view == null || part == null || root == null) {
                continue;
            }
            if (one.recount() || !view.keepsSum(root)) {
                wishForCompletions(wish, one.key(), view, root);
            } else {
                wishForSums(wish, one.key(), view, part, root);
            }
        }
        return wish;
    }

    /** A learner's completions are read whole where that is less than looking for each block. */
    private static void wishForCompletions(Wish wish, CourseLearner key, CourseView view, Aggregate root) {
        List<String> below = root.isCourse() ? List.of() : view.completableWithin(root);
        if (root.isCourse() || below.size() > MOST_KEYS) {
            wish.completions(key);
        } else {
            wish.completions(key, below);
        }
    }

    private static void wishForSums(Wish wish, CourseLearner key, CourseView view, Part part, Aggregate root) {
        List<String> blocks = new ArrayList<>();
        part.listed().forEach(block -> blocks.add(block.blockKey()));
        if (!root.isCourse()) {
            blocks.add(root.blockKey());
        }
        if (blocks.size() * 2 > view.graph().aggregates().size()) {
            wish.sums(key);
        } else {
            wish.sums(key, blocks);
        }
    }

    /** What has been read of learners. Completions become sums as they come, and are kept only where sums do not say enough. */
    private static final class Known implements SumsReading.Taker {

        private final Map<CourseLearner, Situation> found;
        private final Map<CourseView, Part> parts;
        private final Map<CourseLearner, Map<Aggregate, Earned>> sums = new HashMap<>();
        private final Map<CourseLearner, Map<String, Long>> completions = new HashMap<>();

        Known(Map<CourseLearner, Situation> found, Map<CourseView, Part> parts) {
            this.found = found;
            this.parts = parts;
        }

        @Override
        public void completions(CourseLearner key, Map<String, Long> units) {
            CourseView view = viewOf(key);
            sums.put(key, Sums.of(view, units));
            Aggregate root = partOf(view).root();
            if (root != null && !view.keepsSum(root)) {
                completions.put(key, units);
            }
        }

        @Override
        public void sums(CourseLearner key, Map<String, Earned> rows) {
            CourseView view = viewOf(key);
            Map<Aggregate, Earned> earned = new HashMap<>();
            Part part = partOf(view);
            part.listed().forEach(block -> keep(block, rows, earned));
            if (part.root() != null) {
                keep(part.root(), rows, earned);
            }
            sums.put(key, earned);
        }

        private ProgressView view(Wanted wanted) {
            Situation situation = Objects.requireNonNull(found.get(wanted.key()));
            CourseView view = situation.view();
            Map<Aggregate, Earned> earned = new HashMap<>(sums.getOrDefault(wanted.key(), Map.of()));
            if (view != null && !situation.recount()) {
                earned.put(view.course(), situation.course().tally().all());
            }
            return new ProgressView(
                    wanted.key(), wanted.username(), view, earned, completions.getOrDefault(wanted.key(), Map.of()));
        }

        private CourseView viewOf(CourseLearner key) {
            return Objects.requireNonNull(Objects.requireNonNull(found.get(key)).view());
        }

        private Part partOf(CourseView view) {
            return Objects.requireNonNull(parts.get(view));
        }

        private static void keep(Aggregate block, Map<String, Earned> rows, Map<Aggregate, Earned> earned) {
            Earned row = rows.get(block.blockKey());
            if (row != null) {
                earned.put(block, row);
            }
        }
    }
}
