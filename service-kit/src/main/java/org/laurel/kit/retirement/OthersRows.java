package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurel.kit.erasure.Mentions;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Erases people from rows that are about others: which they have changed as staff, or in which somebody has written of them.
 * These may be as many as the table has, so a call looks at one page of one list.
 */
@ApplicationScoped
class OthersRows {

    private final Sql sql;
    private final PersonalTables tables;

    OthersRows(Sql sql, PersonalTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    /**
     * What a page was.
     *
     * @param next where to go on
     * @param looked at how many rows were looked
     * @param changed how many of them lost something
     */
    record Page(TracePlace next, int looked, int changed) {}

    private record Text(List<String> key, String content) {}

    /** How many lists there are; each is worked off page by page. */
    int lists() {
        return tables.ofOthers().size();
    }

    /** Where a search has come to, as it was noted. */
    TracePlace place(String noted) {
        return TracePlace.of(noted, tables.order());
    }

    /** Notes where a search has come to. */
    String noted(TracePlace place) {
        return place.text(tables.order());
    }

    /**
     * Erases a page.
     *
     * @param acted usernames under which people have acted
     * @param mentions what names people in free text
     */
    Page erase(TracePlace place, List<Actor> acted, Mentions mentions) {
        return switch (tables.ofOthers().get(place.list())) {
            case PersonalColumn.Own own -> throw new IllegalStateException(own.table() + " is not a list of others");
            case PersonalColumn.Acted column -> acted.isEmpty() ? nothing(place) : rename(place, column, acted);
            case PersonalColumn.Mentioned column ->
                mentions.isEmpty() ? nothing(place) : blank(place, column, mentions);
        };
    }

    private static Page nothing(TracePlace place) {
        return new Page(place.nextList(), 0, 0);
    }

    /**
     * A row that gets an id nobody has acted under is not found again, so the next page begins at the same place. Where the id
     * of one person is the username of another it would be found again, for ever if they are swapped; such rows, of which there
     * are hardly any, are renamed all at once when the others are done.
     */
    private Page rename(TracePlace place, PersonalColumn.Acted column, List<Actor> acted) {
        Set<String> ids = acted.stream().map(actor -> actor.learnerId().value()).collect(Collectors.toSet());
        Map<Boolean, List<Actor>> byIsAnId = acted.stream()
                .filter(actor -> !actor.username().equals(actor.learnerId().value()))
                .collect(Collectors.partitioningBy(actor -> ids.contains(actor.username())));
        int renamed = rename(column, byIsAnId.getOrDefault(false, List.of()), PersonalColumn.PAGE);
        if (renamed > 0) {
            return new Page(place, renamed, renamed);
        }
        int swapped = rename(column, byIsAnId.getOrDefault(true, List.of()), Integer.MAX_VALUE);
        return new Page(place.nextList(), swapped, swapped);
    }

    private int rename(PersonalColumn.Acted column, List<Actor> acted, int limit) {
        return acted.isEmpty()
                ? 0
                : sql.first(
                                column.statement(),
                                row -> row.getInt(1),
                                Column.texts(acted, Actor::learnerId),
                                Column.texts(acted, Actor::username),
                                limit)
                        .orElseThrow();
    }

    private Page blank(TracePlace place, PersonalColumn.Mentioned column, Mentions mentions) {
        List<Text> page = sql.query(
                column.page(place.key().isEmpty()),
                row -> new Text(Row.texts(row, "key"), Row.text(row, "content")),
                (Object[]) place.key().toArray(String[]::new));
        List<Text> naming =
                page.stream().filter(text -> mentions.isIn(text.content())).toList();
        TracePlace next = page.size() < PersonalColumn.PAGE
                ? place.nextList()
                : place.at(page.getLast().key());
        return new Page(next, page.size(), naming.isEmpty() ? 0 : blank(column, naming));
    }

    private int blank(PersonalColumn.Mentioned column, List<Text> naming) {
        Object[] arguments = IntStream.rangeClosed(0, column.keys().size())
                .mapToObj(i -> Column.texts(
                        naming, text -> i < text.key().size() ? text.key().get(i) : text.content()))
                .toArray();
        return sql.update(column.statement(), arguments);
    }
}
