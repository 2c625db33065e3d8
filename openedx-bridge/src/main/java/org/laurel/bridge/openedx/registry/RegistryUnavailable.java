package org.laurel.bridge.openedx.registry;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.PassingFailure;

/**
 * The registry does not answer, or not as a registry does: it is away, overloaded, misconfigured or refuses our credentials. The
 * records are not at fault, so that they wait until it is mended.
 */
public class RegistryUnavailable extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RegistryUnavailable(String reason, @Nullable Throwable cause) {
        super("the schema registry " + reason, cause);
        this.reason = reason;
    }

    RegistryUnavailable(RegistryUnavailable same) {
        this(same.reason, same.getCause());
    }

    @Override
    public String waitsFor() {
        return "the schema registry, which " + reason;
    }
}
