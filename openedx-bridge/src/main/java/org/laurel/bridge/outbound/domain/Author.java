package org.laurel.bridge.outbound.domain;

/** Who made a state what it is. */
public enum Author {

    /** Laurel's people or rules, without the site. */
    LAUREL,

    /** The site, by what it told Laurel. */
    SITE,

    /** Nobody knows: the bridge heard of the state only when it was told again. */
    UNKNOWN
}
