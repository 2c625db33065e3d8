package org.laurel.programs.status.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.laurel.programs.status.db.AskedLearnerQuery;
import org.laurel.programs.status.db.AskedLearnerQuery.Known;
import org.laurel.programs.status.db.StatusQuery;
import org.laurel.programs.status.db.StatusQuery.Found;

/** Answers what is asked of learners' course credentials: two statements, however many learners. */
@ApplicationScoped
class StatusReports {

    private final AskedLearnerQuery learners;
    private final StatusQuery statuses;
    private final Clock clock;

    StatusReports(AskedLearnerQuery learners, StatusQuery statuses, Clock clock) {
        this.learners = learners;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** An answer for each request, in their order; none of them has a {@link StatusRequest#fault}. */
    List<LearnerStatus> of(List<StatusRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Map<Integer, Known> known = learners.find(IntStream.range(0, requests.size())
                .mapToObj(item -> requests.get(item).named(item))
                .toList());
        Map<Integer, List<Found>> found = statuses
                .find(
                        IntStream.range(0, requests.size())
                                .boxed()
                                .flatMap(item -> Stream.ofNullable(known.get(item))
                                        .map(learner -> requests.get(item).asked(item, learner.id())))
                                .toList(),
                        clock.instant())
                .stream()
                .collect(Collectors.groupingBy(Found::item));
        List<LearnerStatus> answers = new ArrayList<>();
        for (int item = 0; item < requests.size(); item++) {
            Known learner = known.get(item);
            answers.add(
                    learner == null
                            ? LearnerStatus.unknown(requests.get(item))
                            : LearnerStatus.of(learner, found.getOrDefault(item, List.of())));
        }
        return answers;
    }
}
