package org.laurel.kit.retirement;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The personal data of all features of the service, and of the tables that retirement itself needs. */
@Singleton
class PersonalTables {

    private static final String ACTED =
            "select learner_id, username as word from known_actor join gone using (learner_id)";
    private static final String SEARCHED =
            "select learner_id, word from retired_person_word join gone using (learner_id)";
    private static final String GONE = "with gone as (select unnest(?::text[]) as learner_id) ";

    private final List<PersonalColumn.Own> own;
    private final List<PersonalColumn> ofOthers;
    private final String order;
    private final String words;
    private final String usernames;
    private final String left;

    PersonalTables(@All List<PersonalData> features) {
        List<PersonalData> sorted = features.stream()
                .sorted(Comparator.comparing(feature -> feature.getClass().getName()))
                .toList();
        List<PersonalColumn> columns =
                sorted.stream().flatMap(feature -> feature.columns().stream()).toList();
        own = Stream.concat(
                        columns.stream()
                                .filter(PersonalColumn.Own.class::isInstance)
                                .map(PersonalColumn.Own.class::cast),
                        Stream.of(forgotten("known_actor", "username"), forgotten("retired_person_word", "word")))
                .toList();
        ofOthers = columns.stream()
                .filter(column -> !(column instanceof PersonalColumn.Own))
                .toList();
        order = Integer.toHexString(ofOthers.stream()
                .map(column -> column.table() + column.columns())
                .toList()
                .hashCode());
        words = GONE + "select learner_id, word from ("
                + union(ACTED, SEARCHED, sorted.stream().flatMap(feature -> feature.words().stream()))
                + ") w where word <> ''";
        usernames = GONE + "select learner_id, word from ("
                + union(
                        ACTED,
                        SEARCHED + " where acted",
                        sorted.stream().flatMap(feature -> feature.usernames().stream()))
                + ") w where word <> ''";
        left = "with gone as (select learner_id from retired_person) select learner_id, word from (" + left(sorted)
                + ") w (learner_id, word) where word <> ''";
    }

    private static String left(List<PersonalData> features) {
        List<String> kept =
                features.stream().flatMap(feature -> feature.words().stream()).toList();
        return kept.isEmpty()
                ? "select null::text as learner_id, null::text as word where false"
                : String.join(" union all ", kept);
    }

    private static PersonalColumn.Own forgotten(String table, String column) {
        return PersonalColumn.by(
                table,
                List.of(column),
                "delete from " + table + " t where t.learner_id in (select learner_id from gone)");
    }

    private static String union(String first, String second, Stream<String> others) {
        return Stream.concat(Stream.of(first, second), others).collect(Collectors.joining(" union "));
    }

    /** What is erased at once: rows about the learner. */
    List<PersonalColumn.Own> own() {
        return own;
    }

    /** What is erased page by page: rows about others, in which the learner has left a name or is written of. */
    List<PersonalColumn> ofOthers() {
        return ofOthers;
    }

    /** Tells this order of {@link #ofOthers} from another. */
    String order() {
        return order;
    }

    /** Selects {@code (learner_id, word)} of learners in an array. */
    String words() {
        return words;
    }

    /** Selects {@code (learner_id, word)} of learners in an array, usernames only. */
    String usernames() {
        return usernames;
    }

    /** Selects {@code (learner_id, word)} of all retired learners, from the tables of the features: there should be none. */
    String left() {
        return left;
    }
}
