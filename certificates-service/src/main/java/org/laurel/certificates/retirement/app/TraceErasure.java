package org.laurel.certificates.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.certificates.retirement.db.PersonalDataErasure;
import org.laurel.certificates.retirement.db.RetiredPeople;
import org.laurel.certificates.retirement.domain.Actor;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.erasure.Erasure;

/** Erases every trace of learners: files, this service's tables, and what the kit keeps. */
@ApplicationScoped
class TraceErasure {

    private final RetiredPeople people;
    private final PersonalDataErasure tables;
    private final FileStore files;
    private final Erasure kit;

    TraceErasure(RetiredPeople people, PersonalDataErasure tables, FileStore files, Erasure kit) {
        this.people = people;
        this.tables = tables;
        this.files = files;
        this.kit = kit;
    }

    /**
     * Erases in the current transaction.
     *
     * @return how many rows of this service's tables were changed
     */
    int erase(Set<LearnerId> learners) {
        Map<LearnerId, Set<String>> words = people.words(learners);
        List<Actor> usernames = people.usernames(learners);
        files.releaseAll(people.publicIds(learners).stream()
                .map(verifyUuid -> "certificate:" + verifyUuid)
                .toList());
        int rows = tables.erase(words, usernames, people.haveActed(learners));
        words.forEach((learner, known) -> kit.erase(learner.value(), known));
        return rows;
    }
}
