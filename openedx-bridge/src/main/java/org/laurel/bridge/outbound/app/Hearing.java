package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.outbound.db.HeardStates;
import org.laurel.bridge.outbound.domain.Author;
import org.laurel.bridge.outbound.domain.FactKind;
import org.laurel.bridge.outbound.domain.Heard;
import org.laurel.bridge.outbound.domain.StateFact;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.bridge.outbound.domain.Verdict;

/** Remembers what was heard of Laurel's states, and picks out what the site is to be told. */
@Singleton
class Hearing {

    private final HeardStates states;
    private final SendingSettings settings;

    Hearing(HeardStates states, SendingSettings settings) {
        this.states = states;
        this.settings = settings;
    }

    /**
     * A fact that the site is told of.
     *
     * @param kinds of the facts that tell it, in order
     */
    record Telling<F extends StateFact>(F fact, List<FactKind> kinds) {}

    /** Takes facts in, in the order in which they came. The caller holds the locks of their learners. */
    <F extends StateFact> List<Telling<F>> apply(List<F> facts) {
        Map<Subject, Heard> known =
                states.find(facts.stream().map(StateFact::subject).distinct().toList());
        Map<Subject, Heard> changed = new LinkedHashMap<>();
        List<Telling<F>> told = new ArrayList<>();
        for (F fact : facts) {
            Heard before = known.get(fact.subject());
            Verdict verdict = Verdict.of(before, fact);
            if (verdict == Verdict.NOTHING) {
                continue;
            }
            Author author = Heard.author(before, fact, settings.author(fact.cause()));
            boolean sent = settings.sends(fact, author);
            List<FactKind> kinds = verdict == Verdict.NEWS
                    ? List.of(fact.kind())
                    : fact.wholeState(before != null && before.everAwarded());
            if (sent) {
                told.add(new Telling<>(fact, kinds));
            }
            // What is told again and held back may still come as the news that it was.
            Heard after = Heard.after(before, fact, sent || verdict == Verdict.NEWS ? kinds : List.of(), author);
            known.put(fact.subject(), after);
            if (!after.equals(before)) {
                changed.put(fact.subject(), after);
            }
        }
        states.save(List.copyOf(changed.values()));
        return told;
    }
}
