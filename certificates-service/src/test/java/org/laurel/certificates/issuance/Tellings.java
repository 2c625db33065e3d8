package org.laurel.certificates.issuance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.laurel.certificates.issuance.Deed.Allowlists;
import org.laurel.certificates.issuance.Deed.Enrolls;
import org.laurel.certificates.issuance.Deed.Invalidates;
import org.laurel.certificates.issuance.Deed.Passes;
import org.laurel.certificates.issuance.Telling.Happening;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;

/** The histories of the drill of orders. */
final class Tellings {

    private static final List<Deed> SIX = List.of(
            new Enrolls("audit", true),
            new Enrolls("verified", true),
            new Passes(true, "0.88"),
            new Passes(false, "0.3"),
            new Allowlists(Entry.ENABLED),
            new Invalidates(true));

    private Tellings() {}

    /** One learner for each of the 720 orders of six facts; each fact thrice, one of them as another event. */
    static List<Telling> permutations(String word, String course) {
        List<Happening> history = IntStream.range(0, SIX.size())
                .mapToObj(place -> Happening.of(10 + 10 * place, SIX.get(place)))
                .toList();
        List<List<Happening>> orders = permutations(history);
        return IntStream.range(0, orders.size())
                .mapToObj(number -> new Telling(word + number, course, repeated(own(orders.get(number)))))
                .toList();
    }

    /** Histories of up to twelve facts at times of their own, heard of in any order and with any repetition. */
    static List<Telling> random(String word, String course, int count, Random random) {
        List<Telling> tellings = new ArrayList<>(count);
        JqwikSession.run(() -> {
            RandomGenerator<List<Deed>> histories =
                    anyDeed().list().ofMinSize(1).ofMaxSize(12).generator(1_000);
            for (int number = 0; number < count; number++) {
                List<Deed> deeds = histories.next(random).value();
                tellings.add(new Telling(word + number, course, shuffled(deeds, random)));
            }
        });
        return tellings;
    }

    private static Arbitrary<Deed> anyDeed() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("audit", "honor", "verified").map(mode -> new Enrolls(mode, true))),
                Tuple.of(1, Arbitraries.of("audit", "verified").map(mode -> new Enrolls(mode, false))),
                Tuple.of(4, Arbitraries.of("0.7", "0.88", "0.925").map(grade -> new Passes(true, grade))),
                Tuple.of(3, Arbitraries.of("0.1", "0.42").map(grade -> new Passes(false, grade))),
                Tuple.of(3, Arbitraries.of(Entry.class).map(Allowlists::new)),
                Tuple.of(2, Arbitraries.of(true, false).map(Invalidates::new)));
    }

    private static List<Happening> shuffled(List<Deed> deeds, Random random) {
        List<Happening> arrivals = new ArrayList<>(IntStream.range(0, deeds.size())
                .mapToObj(place -> Happening.of(1 + place, deeds.get(place)))
                .toList());
        List<Happening> again = new ArrayList<>(arrivals);
        Collections.shuffle(again, random);
        again.stream()
                .limit(random.nextInt(5))
                .map(one -> random.nextBoolean() ? one : one.sentAnew())
                .forEach(arrivals::add);
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    /** The same facts with ids of their own: no two learners share an event. */
    private static List<Happening> own(List<Happening> order) {
        return order.stream().map(Happening::sentAnew).toList();
    }

    private static List<Happening> repeated(List<Happening> order) {
        List<Happening> arrivals = new ArrayList<>();
        order.forEach(one -> arrivals.addAll(List.of(one, one)));
        order.reversed().forEach(one -> arrivals.add(one.sentAnew()));
        return arrivals;
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> found = new ArrayList<>();
        for (T first : all) {
            List<T> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<T> tail : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                found.add(one);
            }
        }
        return found;
    }
}
