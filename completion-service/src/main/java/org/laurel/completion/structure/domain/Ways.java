package org.laurel.completion.structure.domain;

/**
 * Numbers of ways between two blocks.
 *
 * @param counted ways without an optional block
 * @param optional ways over an optional block
 */
record Ways(long counted, long optional) {

    static final Ways NONE = new Ways(0, 0);

    Ways plus(Ways other) {
        return new Ways(counted + other.counted, optional + other.optional);
    }

    /** The same ways, each of them over a further block. */
    Ways over(boolean optionalBlock) {
        return optionalBlock ? new Ways(0, counted + optional) : this;
    }
}
