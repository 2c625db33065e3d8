package org.laurel.stack.run;

import org.laurel.stack.process.ResidentMemory;

/** Memory that a running stack occupies. */
public final class MemoryUse {
    private MemoryUse() {}

    /**
     * Bytes of one part with all that it started; 0 if it does not run. The proxy lives in the supervisor, whose children
     * are the other parts: they count for themselves.
     */
    public static long of(RunState stack, PartState part) {
        return part.process()
                .map(process -> process.pid() == stack.pid()
                        ? ResidentMemory.of(process)
                        : ResidentMemory.withDescendants(process))
                .orElse(0L);
    }

    /** Bytes of all parts together. */
    public static long of(RunState stack) {
        return stack.parts().stream().mapToLong(part -> of(stack, part)).sum();
    }
}
