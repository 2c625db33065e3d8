package org.laurel.enrollment.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.db.ReservedNames;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.learner.domain.TakenNames;
import org.laurel.events.key.LearnerId;

/** Tells before a change which usernames and email addresses belong to somebody else. */
@ApplicationScoped
public class FreeNames {

    private final LearnerTable learners;
    private final ReservedNames reserved;

    FreeNames(LearnerTable learners, ReservedNames reserved) {
        this.learners = learners;
        this.reserved = reserved;
    }

    /** For each question, which of its names are taken. It holds at the moment of the look. */
    public List<Set<Objection>> apply(List<Question> questions) {
        List<String> usernames = questions.stream().map(Question::username).toList();
        List<String> emails = questions.stream().map(Question::email).toList();
        TakenNames taken = new TakenNames(learners.holders(usernames, emails), reserved.of(usernames, emails));
        List<Set<Objection>> answers = new ArrayList<>();
        for (Question question : questions) {
            Set<Objection> clashes = EnumSet.noneOf(Objection.class);
            Stream.of(new Account(question.username(), "", "", true), new Account("", question.email(), "", true))
                    .map(account -> taken.clash(question.id(), account))
                    .forEach(clash -> {
                        if (clash != null) {
                            clashes.add(clash);
                        }
                    });
            answers.add(clashes);
        }
        return answers;
    }

    /**
     * Whether the learner may have these names.
     *
     * @param username empty when it is not asked for
     * @param email empty when it is not asked for
     */
    public record Question(LearnerId id, String username, String email) {}
}
