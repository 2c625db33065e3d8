package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.service.ServiceApi;

/** Options of a command that are stored in the service, so that a scheduled command need not carry them. */
record StoredOptions(JsonNode options) {

    /** What is stored for a command; fails when that is disabled. */
    static StoredOptions of(ServiceApi api, String command) {
        return new StoredOptions(
                api.get("/command-configurations/" + command + "/arguments").path("options"));
    }

    /** The value of an option, null without one. */
    @Nullable String one(String option) {
        return options.path(option).path(0).isMissingNode()
                ? null
                : options.path(option).path(0).asText();
    }

    /** The values of an option. */
    List<String> many(String option) {
        List<String> values = new ArrayList<>();
        options.path(option).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** Whether a flag is set. */
    boolean flag(String option) {
        return options.has(option);
    }
}
