package org.laurel.bridge.inbound.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.bridge.cohort.db.CohortNumbers;
import org.laurel.bridge.cohort.domain.CohortJoined;
import org.laurel.bridge.cohort.domain.CohortName;
import org.laurel.bridge.identity.app.VerificationFolding;
import org.laurel.bridge.identity.domain.TakeAttempt;
import org.laurel.bridge.inbound.domain.Forward;
import org.laurel.bridge.inbound.domain.Receive;
import org.laurel.bridge.person.db.People;
import org.laurel.bridge.translation.domain.News;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.DomainFact;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Takes news from Open edX in and tells Laurel of it, in the order in which it came. */
@ApplicationScoped
public class Receiving {

    private final KeyLocks locks;
    private final People people;
    private final CohortNumbers cohorts;
    private final VerificationFolding verifications;
    private final Outbox outbox;

    Receiving(KeyLocks locks, People people, CohortNumbers cohorts, VerificationFolding verifications, Outbox outbox) {
        this.locks = locks;
        this.people = people;
        this.cohorts = cohorts;
        this.verifications = verifications;
        this.outbox = outbox;
    }

    /** Takes the news in. Names of a learner who is retired go no further. */
    @Transactional
    public void apply(List<Receive> received) {
        List<String> keys =
                received.stream().map(one -> one.news().key()).distinct().toList();
        locks.lock(keys);
        Set<LearnerId> retired =
                people.retired(keys.stream().map(LearnerId::new).toList());
        Map<CohortName, Long> numbers =
                cohorts.of(received.stream().flatMap(Receiving::cohort).toList());
        List<DomainFact> facts = new ArrayList<>(received.size());
        List<TakeAttempt> attempts = new ArrayList<>();
        for (Receive one : received) {
            switch (one.news()) {
                case News.Forwarded news -> forward(one, news, retired, facts);
                case News.CohortEntered news -> facts.add(joined(one, news, numbers));
                case News.AttemptMade news -> attempts.add(new TakeAttempt(news.attempt(), one.cause()));
            }
        }
        outbox.append(facts);
        if (!attempts.isEmpty()) {
            verifications.apply(attempts);
        }
    }

    private static void forward(Receive one, News.Forwarded news, Set<LearnerId> retired, List<DomainFact> facts) {
        Object event = retired.contains(new LearnerId(news.key())) ? news.ofRetired() : news.event();
        if (event != null) {
            facts.add(new Forward(event, one.cause()));
        }
    }

    private static CohortJoined joined(Receive one, News.CohortEntered news, Map<CohortName, Long> numbers) {
        CohortName name = new CohortName(news.courseKey(), news.name());
        Long number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("every cohort has a number by now");
        }
        return new CohortJoined(news.learnerId(), name, number, one.at(), one.cause());
    }

    private static Stream<CohortName> cohort(Receive one) {
        return one.news() instanceof News.CohortEntered news
                ? Stream.of(new CohortName(news.courseKey(), news.name()))
                : Stream.empty();
    }
}
