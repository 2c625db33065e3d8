package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.events.key.LearnerId;

/**
 * Keeps facts that come late from bringing a retired learner's personal data back. Asks the database only when a fact carries
 * some, which few do. Source: decisions, everywhere 8.
 */
@ApplicationScoped
class RetiredLearners {

    private final LearnerDirectory learners;

    RetiredLearners(LearnerDirectory learners) {
        this.learners = learners;
    }

    /** The same commands, with blanks for the personal data of learners who are retired. */
    List<FactCommand> withoutPersonalData(List<FactCommand> commands) {
        Set<LearnerId> named = commands.stream()
                .filter(RetiredLearners::isPersonal)
                .map(FactCommand::learnerId)
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return commands;
        }
        Set<LearnerId> retired = learners.retired(named);
        return retired.isEmpty()
                ? commands
                : commands.stream()
                        .map(command -> isPersonal(command) && retired.contains(command.learnerId())
                                ? blank((TakeIn) command)
                                : command)
                        .toList();
    }

    private static boolean isPersonal(FactCommand command) {
        return command instanceof TakeIn takeIn
                && (takeIn.fact() instanceof Fact.Stated || takeIn.fact() instanceof Fact.Rendered);
    }

    private static FactCommand blank(TakeIn command) {
        Fact blank = switch (command.fact()) {
            case Fact.Stated stated ->
                new Fact.Stated(stated.order(), stated.certificate().withoutPersonalData(), stated.announced());
            case Fact.Rendered rendered ->
                new Fact.Rendered(
                        rendered.order(),
                        rendered.requestId(),
                        rendered.answer().withoutPersonalData());
            case Fact other -> other;
        };
        return new TakeIn(command.key(), blank, command.learner(), command.cause(), command.announced());
    }
}
