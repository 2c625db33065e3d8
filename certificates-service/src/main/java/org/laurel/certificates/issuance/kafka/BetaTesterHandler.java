package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.CourseRoleChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes the beta testers among {@code course-role.changed} to {@link FactFolding}; other roles grant permissions only. */
@ApplicationScoped
class BetaTesterHandler implements EventHandler<CourseRoleChanged> {

    private final FactFolding folding;

    BetaTesterHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<CourseRoleChanged> type() {
        return EventCatalogue.COURSE_ROLE_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRoleChanged>> events) {
        List<FactCommand> commands = events.stream()
                .filter(BetaTesterHandler::isBetaTester)
                .map(BetaTesterHandler::command)
                .toList();
        if (!commands.isEmpty()) {
            folding.apply(commands);
        }
    }

    private static boolean isBetaTester(Event<CourseRoleChanged> event) {
        return event.body().courseKey() != null && event.body().role().equals("beta_testers");
    }

    private static FactCommand command(Event<CourseRoleChanged> event) {
        CourseRoleChanged body = event.body();
        CaseKey key = new CaseKey(new LearnerId(body.learnerId()), new CourseKey(String.valueOf(body.courseKey())));
        return new FactCommand.TakeIn(
                key, new Fact.BetaTester(event.order(Fact.BetaTester.KIND), body.isMember()), null, event.cause());
    }
}
