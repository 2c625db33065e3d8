package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.db.FactLog;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.FactCommand.Happen;
import org.laurel.certificates.issuance.domain.FactCommand.TakeIn;
import org.laurel.kit.domain.FactOrder;

/**
 * Gives what comes about in this service its place in business time. Whoever holds a case's lock last comes last, whatever the
 * clocks of replicas say.
 */
@ApplicationScoped
class OwnFacts {

    private final FactLog facts;
    private final Clock clock;

    OwnFacts(FactLog facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** The commands with a time for each. Call it with the keys of the learners locked. */
    List<FactCommand> placed(List<FactCommand> commands) {
        List<CaseKey> keys = commands.stream()
                .filter(Happen.class::isInstance)
                .map(command -> ((Happen) command).key())
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return commands;
        }
        Map<CaseKey, Instant> newest = facts.newest(keys, Happen.SOURCE);
        Instant now = clock.instant();
        return commands.stream()
                .map(command -> command instanceof Happen happen
                        ? placed(happen, after(newest.get(happen.key()), now))
                        : command)
                .collect(Collectors.toUnmodifiableList());
    }

    private static FactCommand placed(Happen command, Instant time) {
        FactOrder order = new FactOrder(
                time,
                FactOrder.NO_SEQUENCE,
                command.kind(),
                Happen.SOURCE,
                command.cause().id());
        return new TakeIn(command.key(), command.fact().apply(order), null, command.cause());
    }

    private static Instant after(@Nullable Instant newest, Instant now) {
        return newest == null || now.isAfter(newest) ? now : newest.plus(1, ChronoUnit.MICROS);
    }
}
