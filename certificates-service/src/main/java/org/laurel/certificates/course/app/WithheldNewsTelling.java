package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.db.WithheldNews;
import org.laurel.certificates.course.domain.CourseFact;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Tells, once a course run is live, what was withheld while it was observed only: not each change, but how things are now. What
 * is told keeps the time since when it holds.
 */
@ApplicationScoped
public class WithheldNewsTelling {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final WithheldNews withheld;
    private final Outbox outbox;

    WithheldNewsTelling(KeyLocks locks, TermsQuery terms, WithheldNews withheld, Outbox outbox) {
        this.locks = locks;
        this.terms = terms;
        this.withheld = withheld;
        this.outbox = outbox;
    }

    /** A course run that may be live now. */
    public record Tell(CourseKey courseKey, Cause cause) {}

    /** Tells of those course runs that are live; the others keep their news. */
    @Transactional
    public void apply(List<Tell> commands) {
        Map<CourseKey, Cause> causes = new HashMap<>();
        commands.forEach(command -> causes.put(command.courseKey(), command.cause()));
        List<String> keys = causes.keySet().stream().map(CourseKey::value).toList();
        locks.lock(keys);
        Map<CourseKey, TermsHistory> live = new HashMap<>();
        terms.histories(causes.keySet()).forEach((key, history) -> {
            if (!history.newest().isObserved()) {
                live.put(key, history);
            }
        });
        List<CourseFact> told = new ArrayList<>();
        for (WithheldNews.Kept kept : withheld.take(live.keySet())) {
            CourseKey key = kept.courseKey();
            told.addAll(facts(kept, Objects.requireNonNull(live.get(key)), Objects.requireNonNull(causes.get(key))));
        }
        outbox.append(told);
    }

    private static List<CourseFact> facts(WithheldNews.Kept kept, TermsHistory history, Cause cause) {
        List<CourseFact> facts = new ArrayList<>();
        CourseSettings settings = history.newest().settings();
        if (kept.dates() && settings != null) {
            facts.add(new CourseFact.DatesChanged(kept.courseKey(), settings, cause));
        }
        if (kept.switched()) {
            boolean enabled = history.newest().run().selfGenerationEnabled();
            facts.add(new CourseFact.GenerationSwitched(
                    kept.courseKey(), enabled, since(kept.switchedAt(), history), cause));
        }
        return facts;
    }

    /** When it was switched, unless a change of pacing, of which nobody is told, has switched it back since. */
    private static Instant since(@Nullable Instant switchedAt, TermsHistory history) {
        RunPolicy now = history.newest().run();
        if (switchedAt == null) {
            return now.occurredAt();
        }
        RunPolicy then = history.upTo(switchedAt).newest().run();
        return then.selfGenerationEnabled() == now.selfGenerationEnabled() ? switchedAt : now.occurredAt();
    }
}
