package org.laurel.certificates.issuance.domain;

import java.util.List;

/** Why something was decided. Words are made when they are asked for, so that deciding stays cheap. */
public interface Reasoning {

    /** Nothing was asked but the fact itself. */
    Reasoning NONE = List::of;

    /** What the rules said that were asked, in order. */
    List<RuleResult> trace();
}
