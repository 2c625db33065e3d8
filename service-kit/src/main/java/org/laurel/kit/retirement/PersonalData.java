package org.laurel.kit.retirement;

import java.util.List;

/**
 * Which columns of a service's own tables hold personal data, how each is erased, and where the words stand that name a
 * learner. A service supplies it as a bean, or each of its features does; a test compares them with the database, so that a new
 * column must be listed. The kit's own tables are the kit's business.
 *
 * <p>Texts of SQL read the learners from {@code gone (learner_id)}: {@code select learner_id, name from learner join gone using
 * (learner_id)}.
 */
public interface PersonalData {

    /** Every such column, in the order in which they are erased. Where names are copied from comes before where to. */
    List<PersonalColumn> columns();

    /**
     * Selects of {@code (learner_id, word)}: usernames, names and e-mail addresses of learners, former ones too. They find the
     * learners in what others wrote, in events that wait and in answers that are kept.
     */
    List<String> words();

    /** Selects of {@code (learner_id, username)}, whose words are usernames, now and before. */
    List<String> usernames();
}
