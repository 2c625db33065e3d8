package org.laurel.kit.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/**
 * Applies the items of a bulk request together; when that fails for a reason of its own, one by one, so that an item that
 * cannot be worked off does not fail the others. Each attempt has a transaction of its own, also within that of an idempotent
 * request: what is done stays done, and a request that is repeated after a crash finds it done.
 */
public final class EachAlone {

    private EachAlone() {}

    /**
     * Applies the items.
     *
     * @param useCase gives a result for each item, in their order
     * @param failed the result of an item that cannot be worked off, or was not tried since infrastructure failed after others
     *     had been worked off
     * @return a result for each item, in their order
     * @throws RuntimeException a failure of infrastructure, which may pass, before any item has been worked off, or a
     *     {@link ProblemException} of the items together; nothing is done then
     */
    public static <T, R> List<R> apply(
            List<T> items, Function<List<T>, List<R>> useCase, BiFunction<T, RuntimeException, R> failed) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            return attempt(items, useCase);
        } catch (RuntimeException failure) {
            if (failure instanceof ProblemException || Failures.isTransient(failure)) {
                throw failure;
            }
            return items.size() == 1
                    ? List.of(failed.apply(items.getFirst(), failure))
                    : oneByOne(items, useCase, failed);
        }
    }

    private static <T, R> List<R> oneByOne(
            List<T> items, Function<List<T>, List<R>> useCase, BiFunction<T, RuntimeException, R> failed) {
        List<R> results = new ArrayList<>(items.size());
        boolean done = false;
        @Nullable RuntimeException waits = null;
        for (T item : items) {
            if (waits != null) {
                results.add(failed.apply(item, waits));
                continue;
            }
            try {
                results.addAll(attempt(List.of(item), useCase));
                done = true;
            } catch (RuntimeException failure) {
                if (Failures.isTransient(failure)) {
                    if (!done) {
                        throw failure;
                    }
                    waits = failure;
                }
                results.add(failed.apply(item, failure));
            }
        }
        return results;
    }

    private static <T, R> List<R> attempt(List<T> items, Function<List<T>, List<R>> useCase) {
        return QuarkusTransaction.requiringNew().call(() -> useCase.apply(items));
    }
}
