package org.laurel.certificates.allowlist.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laurel.certificates.allowlist.app.AllowlistSetting;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.domain.SetEntry;
import org.laurel.certificates.allowlist.domain.SetResult;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.EachAlone;
import org.laurel.kit.sql.Failures;

/** Adds learners, named as people name them, to an allowlist; what is refused to one does not touch the others. */
@ApplicationScoped
public class AllowlistGrants {

    private static final Logger LOG = Logger.getLogger(AllowlistGrants.class);
    private static final int MOST_AT_ONCE = 1000;

    private final LearnerQuery learners;
    private final AllowlistSetting setting;

    AllowlistGrants(LearnerQuery learners, AllowlistSetting setting) {
        this.learners = learners;
        this.setting = setting;
    }

    /**
     * Who is to be added.
     *
     * @param name username or e-mail address; blanks around it do not count
     */
    public record Wish(String name, String notes) {}

    /**
     * Adds learners, each thousand of them in a transaction of its own. Once some have been added, a failure of infrastructure
     * refuses the rest, so that the answer says who is on the list.
     *
     * @param order the order in which obstacles are looked for
     * @return what became of each wish, in their order
     */
    public List<Grant> grant(CourseKey run, List<Wish> wishes, List<Obstacle> order, Cause cause) {
        List<Grant> grants = new ArrayList<>(wishes.size());
        for (int from = 0; from < wishes.size(); from += MOST_AT_ONCE) {
            List<Wish> next = wishes.subList(from, Math.min(from + MOST_AT_ONCE, wishes.size()));
            try {
                grants.addAll(grantSome(run, next, order, cause));
            } catch (RuntimeException failure) {
                if (grants.isEmpty() || !Failures.isTransient(failure)) {
                    throw failure;
                }
                LOG.errorf(
                        "%d learners cannot be put on the allowlist: %s",
                        wishes.size() - from, Failures.describe(failure));
                wishes.subList(from, wishes.size())
                        .forEach(wish -> grants.add(new Grant.Refused(wish.name(), Obstacle.FAILED)));
                return grants;
            }
        }
        return grants;
    }

    private List<Grant> grantSome(CourseKey run, List<Wish> wishes, List<Obstacle> order, Cause cause) {
        Map<String, Learner> found = learners.byUsernamesOrEmails(
                wishes.stream().map(wish -> wish.name().strip()).toList());
        List<SetEntry> commands = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
            Learner learner = found.get(wish.name().strip());
            if (learner != null) {
                commands.add(new SetEntry(new CaseKey(learner.id(), run), true, wish.notes(), order, cause));
            }
        }
        Iterator<SetResult> results = EachAlone.apply(commands, setting::apply, AllowlistGrants::failed)
                .iterator();
        List<Grant> grants = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
            Learner learner = found.get(wish.name().strip());
            grants.add(learner == null ? new Grant.Unknown(wish.name()) : grant(wish, learner, results.next()));
        }
        return grants;
    }

    private static SetResult failed(SetEntry command, RuntimeException failure) {
        LOG.errorf(
                "Learner %s cannot be put on the allowlist: %s",
                command.key().learnerId().value(), Failures.describe(failure));
        return new SetResult.Refused(Obstacle.FAILED);
    }

    private static Grant grant(Wish wish, Learner learner, SetResult result) {
        return switch (result) {
            case SetResult.Kept kept -> new Grant.Granted(wish.name(), learner, kept.entry(), kept.withheld());
            case SetResult.Refused refused -> new Grant.Refused(wish.name(), refused.obstacle());
        };
    }
}
