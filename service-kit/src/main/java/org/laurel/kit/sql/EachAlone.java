package org.laurel.kit.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.laurel.kit.problem.ProblemException;

/**
 * Applies the items of a bulk request together, in one transaction of the use case; when that fails for a reason of its own,
 * each in a transaction of its own, so that an item that cannot be worked off does not fail the others.
 */
public final class EachAlone {

    private EachAlone() {}

    /**
     * Applies the items. Call it outside of a transaction.
     *
     * @param useCase a transactional use case that gives a result for each item, in their order
     * @param failed the result of an item that cannot be worked off
     * @return a result for each item, in their order
     * @throws RuntimeException a failure of infrastructure, which may pass, and a {@link ProblemException}
     */
    public static <T, R> List<R> apply(
            List<T> items, Function<List<T>, List<R>> useCase, BiFunction<T, RuntimeException, R> failed) {
        try {
            return items.isEmpty() ? List.of() : useCase.apply(items);
        } catch (RuntimeException failure) {
            if (failure instanceof ProblemException || Failures.isTransient(failure)) {
                throw failure;
            }
            if (items.size() == 1) {
                return List.of(failed.apply(items.getFirst(), failure));
            }
            List<R> results = new ArrayList<>(items.size());
            items.forEach(item -> results.addAll(apply(List.of(item), useCase, failed)));
            return results;
        }
    }
}
