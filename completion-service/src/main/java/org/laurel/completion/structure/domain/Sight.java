package org.laurel.completion.structure.domain;

/** Which blocks of a graph a learner may enter, and how many completable blocks that leaves below each. */
interface Sight {

    /** Whether the block's own restriction lets the learner in; what lies above it is another matter. */
    boolean isOpen(int number);

    /** Whether the learner gets from a parent to one of its children. */
    boolean leads(int parent, int child);

    /** How many ways lead from a block that the learner has entered to completable blocks. */
    Ways below(int number);
}
