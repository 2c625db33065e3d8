package org.laurel.certificates.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.laurel.certificates.issuance.domain.GenerationPolicy;
import org.laurel.kit.sql.DatabaseException;

/**
 * A deployment's own policy as tests need one. By the word in the learner's id: {@code vetoed} is refused, {@code broken} cannot
 * be decided about, {@code flaky} costs the transaction once. Of everybody else it has no objection.
 */
@ApplicationScoped
class ObjectingPolicy implements GenerationPolicy {

    private final Set<String> flaky = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<String> refusal(Request request) {
        String id = request.key().learnerId().value();
        if (id.contains("broken")) {
            throw new IllegalStateException("cannot decide");
        }
        if (id.contains("flaky") && flaky.add(id)) {
            throw new DatabaseException(new SQLException("lost a race", "40001"));
        }
        return id.contains("vetoed") ? Optional.of("Sanctions list.") : Optional.empty();
    }
}
