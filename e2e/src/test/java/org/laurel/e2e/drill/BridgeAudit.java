package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.e2e.openedx.Site;
import org.laurel.e2e.openedx.SiteEvents.SiteEvent;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.LaurelService;

/** What must be true of a campus when everything has settled: see {@link Audit}, whose books these are. */
record BridgeAudit(Campus campus, BridgeBooks books) {
    private static final String CHANGED = "enrollment.changed";
    private static final String CREATED = "enrollment.created";
    private static final String ENDED = "unenrollment.completed";
    /** What a site itself tells of who enrolls, leaves and comes back. */
    private static final List<String> WAY = List.of(
            CHANGED + " honor true",
            CREATED + " honor true",
            CHANGED + " verified true",
            CHANGED + " verified false",
            ENDED + " verified false",
            CHANGED + " verified true",
            CREATED + " verified true");

    /** Fails unless all holds, adds to the report what was counted, and gives back the ids that lie in Kafka more than once. */
    static Set<String> check(Ground ground, Campus campus, Site site, Report report) {
        return new BridgeAudit(campus, new BridgeBooks(ground, site)).check(report);
    }

    private Set<String> check(Report report) {
        Census forwarded = books.forwarded();
        Census published = books.published();
        Census heard = books.heard();
        fromTheSite(forwarded, report);
        states(published);
        toTheSite(published, heard, report);
        report.none("parked by any service", books.parked().keySet());
        assertThat(books.ground().waiting()).as("waiting in outboxes").isZero();
        report.line("events left in outboxes", books.ground().waiting());
        Set<String> repeats = new HashSet<>(forwarded.repeats());
        repeats.addAll(heard.repeats());
        return repeats;
    }

    /** Each event of the site was handled once, became one of Laurel's, and that was handled once by its reader. */
    private void fromTheSite(Census forwarded, Report report) {
        Set<String> sent = campus.told().stream().map(SiteEvent::id).collect(Collectors.toSet());
        report.line("events of the site", sent.size());
        once(books.receipts(LaurelService.BRIDGE, BridgeBooks.NEWS), sent, report);
        assertThat(books.becameOfNews())
                .as("events of Laurel's for each of the site's")
                .isEqualTo(sent.stream().collect(Collectors.toMap(Function.identity(), id -> 1L)));
        assertThat(forwarded.events()).hasSize(sent.size());
        agree("events told to Laurel of the site's", forwarded, books.committed(false), report);
        for (var reader : List.of(
                Map.entry(EventCatalogue.ENROLLMENT_REQUESTED.name(), LaurelService.ENROLLMENT),
                Map.entry(EventCatalogue.PASSING_STATUS_CHANGED.name(), LaurelService.CERTIFICATES),
                Map.entry(EventCatalogue.GRADE_CHANGED.name(), LaurelService.CERTIFICATES))) {
            Set<String> told = new HashSet<>(forwarded.ids(reader.getKey()));
            told.addAll(books.ground().sent(reader.getKey()));
            once(books.receipts(reader.getValue(), reader.getKey()), told, report);
        }
    }

    /** The tables are as the plan says. */
    private void states(Census published) {
        Map<String, Long> versions = new TreeMap<>();
        Map<String, Long> certificates = new TreeMap<>();
        Stream.of(Campus.OF_SITE, Campus.OF_LAUREL)
                .flatMap(side -> campus.ids(side).stream())
                .forEach(id -> {
                    versions.put(id, Campus.ENROLLMENT_CHANGES);
                    certificates.put(id + "|" + (Campus.fails(id) ? "notpassing" : "downloadable"), 1L);
                });
        String course = campus.course().key();
        assertThat(books.ground()
                        .sql(LaurelService.ENROLLMENT)
                        .numbers(
                                "select learner_id, version from enrollment where course_key = ? and is_active and mode = 'verified'",
                                course))
                .isEqualTo(versions);
        assertThat(books.ground()
                        .sql(LaurelService.CERTIFICATES)
                        .numbers(
                                "select learner_id, status, count(*) from certificate where course_key = ? group by 1, 2",
                                course))
                .isEqualTo(certificates);
        assertThat(published.doubled()).isEmpty();
        assertThat(published.outOfOrder()).isEmpty();
    }

    /** Laurel's own enrollments are told step by step, the site's not at all, and every word of certificates once, in order. */
    private void toTheSite(Census published, Census heard, Report report) {
        for (var type : List.of(
                EventCatalogue.ENROLLMENT_CHANGED,
                EventCatalogue.COURSE_CERT_CHANGED,
                EventCatalogue.COURSE_CERT_AWARDED,
                EventCatalogue.COURSE_CERT_REVOKED)) {
            once(books.receipts(LaurelService.BRIDGE, type.name()), published.ids(type.name()), report);
        }
        agree("events told to the site", heard, books.committed(true), report);
        assertThat(heard.events()).allMatch(event -> event.source().equals("openedx/laurel/web"));
        Map<String, List<String>> enrollments = byLearner(heard, BridgeBooks.ENROLLMENTS, BridgeAudit::enrollment);
        report.none(
                "  the site's own, told back",
                enrollments.keySet().stream().filter(Campus::isOfSite).toList());
        assertThat(enrollments)
                .isEqualTo(campus.ids(Campus.OF_LAUREL).stream()
                        .collect(Collectors.toMap(Function.identity(), id -> WAY)));
        assertThat(byLearner(heard, BridgeBooks.CERTIFICATES, BridgeAudit::certificate))
                .isEqualTo(byLearner(published, "laurel.certificates", BridgeAudit::decision))
                .hasSize(2 * campus.learners());
    }

    private static void once(Receipts receipts, Set<String> sent, Report report) {
        assertThat(sent).as("%s", receipts).isNotEmpty();
        report.line("handled once by " + receipts.reader() + ": " + brief(receipts.type()), sent.size())
                .none("  sent, and not handled", receipts.lost(sent))
                .none("  handled more than once, or never sent", receipts.tooMany(sent));
    }

    /** What was committed and what lies in Kafka are the same events, in the same order under each learner and topic. */
    private static void agree(String what, Census census, Map<String, List<String>> committed, Report report) {
        report.line(what, census.events().size())
                .none("  committed, and not published", census.lost(committed))
                .none("  published, and never committed", census.invented(committed))
                .none("  learners with another order than the commits", census.swapped(committed))
                .line("  repeated under the same id", census.repeats().size())
                .none("  repeated with another body", census.altered());
    }

    private static Map<String, List<String>> byLearner(Census census, String topic, Function<Told, String> word) {
        Map<String, List<String>> words = new TreeMap<>();
        census.events().stream()
                .filter(event -> event.topic().equals(topic))
                .forEach(event -> words.computeIfAbsent(event.key(), key -> new ArrayList<>())
                        .add(word.apply(event)));
        return words;
    }

    private static String enrollment(Told event) {
        return brief(event.type()) + " " + event.body().path("mode").asText() + " "
                + event.body().path("is_active").asText();
    }

    private static String certificate(Told event) {
        return brief(event.type()).replace("certificate.created", "certificate.awarded") + " "
                + event.body().path("current_status").asText();
    }

    private static String decision(Told event) {
        return brief(event.type()).replace("course-cert", "certificate") + " "
                + event.body().path("status").asText();
    }

    /** The last two words of a type, without its version. */
    private static String brief(String type) {
        String[] words = type.split("\\.");
        return words[words.length - 3] + "." + words[words.length - 2];
    }
}
