package org.laurel.enrollment.course.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.course.domain.ModeRules;

/** Reads the smallest prices of modes from {@code laurel.enrollment.mode-floors}: {@code verified:49,professional:99}. */
@Singleton
class ModePrices {

    /** A setting that does not parse keeps the service from starting instead of failing requests. */
    void readAtStart(@Observes StartupEvent start, ModeRules rules) {
        rules.floors();
    }

    /** The rules of modes with the configured prices. */
    @Produces
    @Singleton
    ModeRules rules(@ConfigProperty(name = "laurel.enrollment.mode-floors") Optional<List<String>> floors) {
        Map<String, Integer> prices = new HashMap<>();
        floors.orElse(List.of()).forEach(floor -> {
            String[] parts = floor.trim().split(":", 2);
            if (parts.length < 2 || !ModeRules.SLUGS.contains(parts[0])) {
                throw new IllegalArgumentException(
                        "laurel.enrollment.mode-floors names modes and prices, such as verified:49, not " + floor);
            }
            prices.put(parts[0], Integer.valueOf(parts[1].trim()));
        });
        return new ModeRules(prices);
    }
}
