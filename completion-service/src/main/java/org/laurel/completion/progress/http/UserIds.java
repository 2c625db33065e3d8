package org.laurel.completion.progress.http;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;

/** Reads {@code user_ids}, which restrict a list to some learners; ids that nobody has restrict it to nobody. */
final class UserIds {

    private static final int MOST = 500;

    private UserIds() {}

    /**
     * Of a query: ids separated by commas or full stops. Null when there is none or an empty one, for all
     * learners.
     *
     * @throws ProblemException 400 for an empty item, for what is no id, and for more than 500
     */
    static @Nullable List<LearnerId> ofQuery(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        List<LearnerId> ids = new ArrayList<>();
        for (String item : text.split("[,.]", -1)) {
            add(ids, item.strip());
        }
        return ids;
    }

    /**
     * Of a body: numbers and texts. Null when there is no list, for all learners; an empty list is for nobody.
     *
     * @throws ProblemException 400 for what is no id, and for more than 500
     */
    static @Nullable List<LearnerId> ofBody(@Nullable List<@Nullable Object> items) {
        if (items == null) {
            return null;
        }
        List<LearnerId> ids = new ArrayList<>();
        for (Object item : items) {
            boolean offered = item instanceof String
                    || item instanceof Integer
                    || item instanceof Long
                    || item instanceof BigInteger;
            add(ids, offered ? String.valueOf(item) : "");
        }
        return ids;
    }

    private static void add(List<LearnerId> ids, String item) {
        if (ids.size() == MOST) {
            throw ProblemException.badRequest("too_many_user_ids", "user_ids takes at most " + MOST + " ids.");
        }
        try {
            ids.add(new LearnerId(item));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_user_ids", "user_ids holds an item that is no id.");
        }
    }
}
