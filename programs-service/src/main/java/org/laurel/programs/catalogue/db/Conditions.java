package org.laurel.programs.catalogue.db;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query with their arguments. Only what restricts is written, so that indexes are used. */
final class Conditions {

    private final StringBuilder sql = new StringBuilder(" where true");
    private final List<Object> arguments = new ArrayList<>();

    /** Adds a condition with one argument, unless that is null. */
    Conditions add(String condition, @Nullable Object argument) {
        if (argument != null) {
            sql.append(" and ").append(condition);
            arguments.add(argument);
        }
        return this;
    }

    /** Adds a condition with the same argument several times, unless that is null. */
    Conditions addAll(String condition, @Nullable Object argument, int times) {
        add(condition, argument);
        for (int i = 1; i < times && argument != null; i++) {
            arguments.add(argument);
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** A pattern for {@code ilike} that finds the text anywhere, null for none. */
    static @Nullable String containing(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
