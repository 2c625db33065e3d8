package org.laurel.bridge.openedx.registry;

/** A registry that does not answer. */
public final class RegistryDown {

    private RegistryDown() {}

    /** What a call comes to. */
    public static RegistryUnavailable failure() {
        return new RegistryUnavailable("does not answer", null);
    }
}
