package org.laurel.kit.consume;

import java.util.List;

/**
 * What became of records that were applied in one transaction.
 *
 * @param handled how many had their effect
 * @param repeated how many had it before
 * @param reused those that carry another fact under the source and id of a handled one
 */
record Applied(int handled, int repeated, List<ReadRecord<?>> reused) {

    /** Of no records. */
    static final Applied NOTHING = new Applied(0, 0, List.of());
}
