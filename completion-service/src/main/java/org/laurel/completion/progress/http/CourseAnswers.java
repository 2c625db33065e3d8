package org.laurel.completion.progress.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.CounterQuery;
import org.laurel.completion.progress.db.EnrollmentQuery.Part;
import org.laurel.completion.progress.db.EnrollmentQuery.Selection;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.completion.progress.db.ProgressQuery.Listed;
import org.laurel.completion.progress.domain.Mean;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.TooManySumsException;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.db.CourseGraphQuery;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.DoublePage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.problem.ProblemException;

/**
 * Answers about completion of course runs, each from one snapshot: at most four statements whatever the number of learners and
 * course runs. One more each for the name of another learner, for means, for the course run that a list is restricted to, and for
 * all graphs that are not in memory.
 */
@ApplicationScoped
class CourseAnswers {

    private final SnapshotReading snapshot;
    private final ProgressQuery progress;
    private final CounterQuery counters;
    private final CourseGraphQuery graphs;
    private final EffectiveLearner learners;
    private final PageLinks links;

    CourseAnswers(
            SnapshotReading snapshot,
            ProgressQuery progress,
            CounterQuery counters,
            CourseGraphQuery graphs,
            EffectiveLearner learners,
            PageLinks links) {
        this.snapshot = snapshot;
        this.progress = progress;
        this.counters = counters;
        this.graphs = graphs;
        this.learners = learners;
        this.links = links;
    }

    /**
     * A list of course runs that is asked for.
     *
     * @param courseKey of the only one wanted, null for all
     * @param everybody whether it is about all learners
     */
    record Courses(@Nullable String username, @Nullable CourseKey courseKey, boolean mobileOnly, boolean everybody) {}

    /**
     * A course run that is asked for.
     *
     * @param userIds reads to whom the list is restricted; null for nobody in particular
     * @param rootBlock the block that it is about as it was written, null or empty for the whole course
     * @param optional whether completions tell of optional blocks too
     */
    record Course(
            CourseKey courseKey,
            @Nullable String username,
            Supplier<@Nullable List<LearnerId>> userIds,
            @Nullable String rootBlock,
            RequestedFields fields,
            boolean optional) {

        private ItemShape shape() {
            String root =
                    rootBlock == null || rootBlock.isEmpty() ? null : Lookups.storedBlockKey(rootBlock, courseKey);
            return new ItemShape(fields, optional, root);
        }
    }

    /** The course runs of the learner who is named, otherwise of everybody or of the caller. */
    DoublePage<CourseItem> courses(Courses asked, PageParameters paging, ItemShape shape, Supplier<Selected> self) {
        return snapshot.read(() -> {
            Selected named = learners.named(asked.username()).orElse(null);
            boolean everybody = named == null && asked.everybody();
            if (everybody) {
                learners.requirePrivileged();
            }
            LearnerId learnerId = everybody ? null : (named == null ? self.get() : named).id();
            requireCompletable(asked.courseKey());
            Selection selection = new Selection(learnerId, asked.courseKey(), null, asked.mobileOnly());
            Listed listed = list(selection, paging, shape);
            return page(listed, paging, everybody ? shape.withUsername() : shape);
        });
    }

    /** The caller's own completion, or another learner's, as one item. */
    CourseItem one(CourseKey courseKey, @Nullable String username, ItemShape shape) {
        return snapshot.read(() -> {
            Selected learner = learners.named(username).orElseGet(learners::self);
            return items(List.of(enrolled(learner, courseKey, shape)), shape).getFirst();
        });
    }

    /** A course run: of the learner who is named, otherwise of all. */
    DoublePage<CourseItem> course(Course asked, PageParameters paging) {
        return snapshot.read(() -> learners.named(asked.username())
                .map(learner -> ofOne(learner, asked, paging))
                .orElseGet(() -> ofAll(asked, paging)));
    }

    private DoublePage<CourseItem> ofOne(Selected learner, Course asked, PageParameters paging) {
        ItemShape shape = asked.shape();
        ProgressView view = enrolled(learner, asked.courseKey(), shape);
        List<LearnerId> among = asked.userIds().get();
        boolean wanted = (among == null || among.contains(learner.id())) && !isPassed(paging.part(), view.key());
        List<CourseItem> items = wanted ? items(List.of(view), shape) : List.of();
        DoublePage<CourseItem> page = paging.page(items, items.size(), null, links);
        CourseView seen = view.view();
        if (shape.rootBlock() != null
                && (seen == null || seen.block(shape.rootBlock()).isEmpty())) {
            throw Lookups.blockNotFound(String.valueOf(asked.rootBlock()));
        }
        return page;
    }

    /** Whether the only item of a list does not lie in the part that is asked for. */
    private static boolean isPassed(Part part, CourseLearner only) {
        return switch (part) {
            case Part.From from -> from.offset() > 0;
            case Part.Last last -> false;
            case Part.After after -> {
                CourseLearner last = after.key();
                int order = only.courseKey().value().compareTo(last.courseKey().value());
                yield order < 0
                        || (order == 0
                                && only.learnerId()
                                                .value()
                                                .compareTo(last.learnerId().value())
                                        <= 0);
            }
        };
    }

    private DoublePage<CourseItem> ofAll(Course asked, PageParameters paging) {
        learners.requirePrivileged();
        ItemShape shape = asked.shape().withUsername();
        Listed listed =
                list(new Selection(null, asked.courseKey(), asked.userIds().get(), false), paging, shape);
        DoublePage<CourseItem> page = page(listed, paging, shape);
        String root = shape.rootBlock();
        if (root != null
                && graph(listed, asked.courseKey())
                        .filter(graph -> graph.has(root))
                        .isEmpty()) {
            throw Lookups.blockNotFound(String.valueOf(asked.rootBlock()));
        }
        return page;
    }

    private Optional<CourseGraph> graph(Listed listed, CourseKey courseKey) {
        return listed.views().isEmpty()
                ? graphs.newest(courseKey)
                : Optional.ofNullable(listed.views().getFirst().view()).map(CourseView::graph);
    }

    private Listed list(Selection selection, PageParameters paging, ItemShape shape) {
        try {
            return progress.list(selection, paging.part(), shape.extent());
        } catch (TooManySumsException tooMany) {
            throw ProblemException.badRequest(
                    "answer_too_large",
                    "The answer would be too large. Ask for smaller pages, here with page_size=" + tooMany.learners()
                            + ", or for fewer requested_fields.");
        }
    }

    private DoublePage<CourseItem> page(Listed listed, PageParameters paging, ItemShape shape) {
        CourseLearner next = listed.more() ? listed.views().getLast().key() : null;
        return paging.page(items(listed.views(), shape), listed.total(), next, links);
    }

    private List<CourseItem> items(List<ProgressView> views, ItemShape shape) {
        Map<CourseKey, Mean> means = shape.fields().mean()
                ? counters.means(
                        views.stream().map(view -> view.key().courseKey()).toList())
                : Map.of();
        return views.stream().map(view -> shape.item(view, means)).toList();
    }

    private ProgressView enrolled(Selected learner, CourseKey courseKey, ItemShape shape) {
        return progress.of(learner.id(), courseKey, shape.extent())
                .orElseThrow(() -> Lookups.notEnrolled(learner, courseKey));
    }

    /** Lists that are restricted to a course run without anything to complete are not there. */
    private void requireCompletable(@Nullable CourseKey courseKey) {
        if (courseKey != null
                && graphs.newest(courseKey)
                        .filter(graph -> !graph.isCompletable())
                        .isPresent()) {
            throw ProblemException.notFound(
                    "nothing_to_complete", "Course '" + courseKey + "' has nothing that can be completed.");
        }
    }
}
