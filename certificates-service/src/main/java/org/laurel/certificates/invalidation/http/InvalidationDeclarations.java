package org.laurel.certificates.invalidation.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laurel.certificates.invalidation.app.InvalidationResult;
import org.laurel.certificates.invalidation.app.InvalidationSetting;
import org.laurel.certificates.invalidation.domain.Invalidate;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.EachAlone;
import org.laurel.kit.sql.Failures;

/** Declares certificates of learners, named as people name them, invalid; what is refused to one does not touch the others. */
@RequestScoped
public class InvalidationDeclarations {

    private static final Logger LOG = Logger.getLogger(InvalidationDeclarations.class);

    private final LearnerQuery learners;
    private final InvalidationSetting setting;
    private final InvalidationAuthor author;

    public InvalidationDeclarations(LearnerQuery learners, InvalidationSetting setting, InvalidationAuthor author) {
        this.learners = learners;
        this.setting = setting;
        this.author = author;
    }

    /**
     * Declares the certificates of at most 1,000 learners invalid, in the name of the caller.
     *
     * @param names usernames or e-mail addresses; blanks around them do not count
     * @param order the order in which obstacles are looked for
     * @return what became of each name, in their order
     */
    public List<Declaration> declare(
            CourseKey run, List<String> names, String notes, List<Obstacle> order, Cause cause) {
        Map<String, Learner> found =
                learners.byUsernamesOrEmails(names.stream().map(String::strip).toList());
        List<Invalidate> commands = new ArrayList<>(names.size());
        for (String name : names) {
            Learner learner = found.get(name.strip());
            if (learner != null) {
                commands.add(new Invalidate(new CaseKey(learner.id(), run), author.get(), notes, order, cause));
            }
        }
        Iterator<InvalidationResult> results = EachAlone.apply(
                        commands, setting::apply, InvalidationDeclarations::failed)
                .iterator();
        List<Declaration> declarations = new ArrayList<>(names.size());
        for (String name : names) {
            Learner learner = found.get(name.strip());
            declarations.add(
                    learner == null ? new Declaration.Unknown(name) : declaration(name, learner, results.next()));
        }
        return declarations;
    }

    private static InvalidationResult failed(Invalidate command, RuntimeException failure) {
        LOG.errorf(
                "The certificate of learner %s cannot be invalidated: %s",
                command.key().learnerId().value(), Failures.describe(failure));
        return new InvalidationResult.Refused(Obstacle.FAILED);
    }

    private static Declaration declaration(String name, Learner learner, InvalidationResult result) {
        return switch (result) {
            case InvalidationResult.Active active ->
                new Declaration.Declared(name, learner, active.invalidation(), active.isWithheld());
            case InvalidationResult.Refused refused -> new Declaration.Refused(name, refused.obstacle());
        };
    }
}
