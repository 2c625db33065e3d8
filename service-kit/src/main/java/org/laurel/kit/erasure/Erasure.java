package org.laurel.kit.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;

/**
 * Takes retired learners' personal data out of what the kit keeps. The learner ids stay: they name nobody. A service calls
 * {@link #erase} in the transaction that erases its own tables, with every word that its own tables know of the learners, and
 * {@link #eraseOperations} with the same words in a transaction after it.
 *
 * <p>The number of statements depends neither on the number of rows nor on that of learners or words, and each table is read
 * once for all of them. What the relay is sending at
 * this moment may still arrive as it was; topics delete by time.
 */
@ApplicationScoped
public class Erasure {

    private final OutboxErasure outbox;
    private final ParkedErasure parked;
    private final AnswerErasure answers;
    private final OperationErasure operations;

    Erasure(OutboxErasure outbox, ParkedErasure parked, AnswerErasure answers, OperationErasure operations) {
        this.outbox = outbox;
        this.parked = parked;
        this.answers = answers;
        this.operations = operations;
    }

    /**
     * What was found.
     *
     * @param outbox waiting events that lost personal members; they are published all the same, under new ids
     * @param discarded parked events of the learners, emptied and discarded
     * @param blanked parked events of others that named one of them
     * @param answers stored answers that are gone
     */
    public record Erased(int outbox, int discarded, int blanked, int answers) {}

    /**
     * Erases what tells of the learners: events that wait or are parked, and answers.
     *
     * @param words usernames, names and e-mail addresses, former ones too, by learner id; blank ones are ignored
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Erased erase(Map<String, ? extends Collection<String>> words) {
        if (words.isEmpty()) {
            return new Erased(0, 0, 0, 0);
        }
        Leaving leaving = Leaving.of(words);
        int waiting = outbox.erase(leaving);
        ParkedErasure.Outcome events = parked.erase(leaving);
        return new Erased(waiting, events.discarded(), events.blanked(), answers.erase(leaving));
    }

    /**
     * Erases the traces of operators: who resolved parked events, and jobs, schedules, brakes and the steering of consumption
     * with what was written of why.
     *
     * <p>The current transaction must hold no keys and take none afterwards, so it is not that of a poll: a brake engages, and
     * a job works, in a transaction beside one that waits for it, and PostgreSQL sees no circle there. A row that somebody
     * holds is waited for for two seconds; then the failure is transient, and the caller tries again.
     *
     * @param words as for {@link #erase}
     * @return how many rows name a learner by the id now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int eraseOperations(Map<String, ? extends Collection<String>> words) {
        return words.isEmpty() ? 0 : operations.erase(Leaving.of(words));
    }
}
