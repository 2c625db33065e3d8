package org.laurel.programs.catalogue.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.CursorPage;
import org.laurel.programs.catalogue.domain.Version;

/**
 * What something of the catalogue once said.
 *
 * @param operation {@code created}, {@code changed} or {@code deleted}
 * @param document what it said, or said last
 */
record VersionAnswer<T>(
        String operation,
        long version,
        Instant changedAt,
        String changedBy,
        @Nullable String changeReason,
        T document) {

    /** A page of versions of which one more than the limit was read. */
    static <V, T> CursorPage<VersionAnswer<T>> page(List<Version<V>> oneMore, int limit, Function<V, T> view) {
        CursorPage<Version<V>> page = CursorPage.of(oneMore, limit, version -> String.valueOf(version.place()));
        return new CursorPage<>(
                page.results().stream().map(version -> of(version, view)).toList(), page.nextCursor());
    }

    private static <V, T> VersionAnswer<T> of(Version<V> version, Function<V, T> view) {
        return new VersionAnswer<>(
                version.operation(),
                version.number(),
                version.at(),
                version.by(),
                version.reason(),
                view.apply(version.value()));
    }
}
