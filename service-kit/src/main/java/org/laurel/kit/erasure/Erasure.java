package org.laurel.kit.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;

/**
 * Takes a retired learner's personal data out of what the kit keeps. The learner id stays: it names nobody. A service calls
 * it in the transaction that erases its own tables, with every word that its own tables know of the learner.
 *
 * <p>The number of statements depends neither on the number of rows nor on the number of words. What the relay is sending at
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
     * @param discarded parked events of the learner, emptied and discarded
     * @param blanked parked events of others that named the learner
     * @param answers stored answers that are gone
     * @param operations jobs, schedules, brakes and other traces of operators that name the learner by the id now
     */
    public record Erased(int outbox, int discarded, int blanked, int answers, int operations) {}

    /**
     * Erases.
     *
     * @param words usernames, names and e-mail addresses of the learner, former ones too; blank ones are ignored
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Erased erase(String learnerId, Collection<String> words) {
        PersonalWords personal = PersonalWords.of(learnerId, words);
        int waiting = outbox.erase(personal);
        ParkedErasure.Outcome events = parked.erase(personal);
        return new Erased(
                waiting, events.discarded(), events.blanked(), answers.erase(personal), operations.erase(personal));
    }
}
