package org.laurel.programs.configuration.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.configuration.db.CourseCertificateStore.Written;
import org.laurel.programs.configuration.db.CourseDateTable;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.configuration.domain.DateFact;
import org.laurel.programs.configuration.domain.DateMove;
import org.laurel.programs.courserun.db.CourseRunQuery;
import org.laurel.programs.courserun.domain.CourseMode;

/** Moves the configurations of course runs to the dates that were told with the runs. */
@ApplicationScoped
public class CourseDateMoving {

    private static final Logger LOG = Logger.getLogger(CourseDateMoving.class);

    private final KeyLocks locks;
    private final CourseDateTable dates;
    private final CourseRunQuery courseRuns;
    private final CourseCertificateStore certificates;
    private final MeterRegistry metrics;
    private final Clock clock;

    CourseDateMoving(
            KeyLocks locks,
            CourseDateTable dates,
            CourseRunQuery courseRuns,
            CourseCertificateStore certificates,
            MeterRegistry metrics,
            Clock clock) {
        this.locks = locks;
        this.dates = dates;
        this.courseRuns = courseRuns;
        this.certificates = certificates;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Moves what has to be; a run whose configuration cannot be told by its modes is left as it is. */
    @Transactional
    public void apply(List<CourseKey> courseKeys) {
        locks.lock(courseKeys.stream().map(CourseKey::value).toList());
        locks.change(CourseCertificateStore.subjects(courseKeys));
        Map<CourseKey, DateFact> told = dates.load(courseKeys);
        Map<CourseKey, List<CourseMode>> modes = courseRuns.modes(told.keySet());
        Map<CourseKey, CourseCertificates> stored = certificates.load(told.keySet());
        List<Long> ids = certificates.newIds(told.size());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Written> written = new ArrayList<>();
        int next = 0;
        for (DateFact fact : told.values()) {
            DateMove move = DateMove.decide(
                    fact,
                    modes.getOrDefault(fact.courseKey(), List.of()).stream()
                            .map(CourseMode::slug)
                            .toList(),
                    stored.getOrDefault(fact.courseKey(), CourseCertificates.NONE),
                    ids.get(next++),
                    now);
            switch (move) {
                case DateMove.Moved moved -> written.add(new Written(moved.after(), cause(fact)));
                case DateMove.Unchanged unchanged -> {}
                case DateMove.Undecided undecided -> leave(fact, undecided);
            }
        }
        certificates.save(written);
    }

    private void leave(DateFact fact, DateMove.Undecided undecided) {
        metrics.counter("laurel.course.date.undecided").increment();
        LOG.warnf(
                "The date of course run %s stays: certificates are earned in %s, and one mode is needed.",
                fact.courseKey(), undecided.modes().isEmpty() ? "no mode that is known" : undecided.modes());
    }

    private static Cause cause(DateFact fact) {
        return Cause.of(fact.order().source(), fact.order().id());
    }
}
