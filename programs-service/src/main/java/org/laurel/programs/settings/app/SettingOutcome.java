package org.laurel.programs.settings.app;

import org.laurel.kit.revision.Revised;

/** What becomes of a setting that is put. */
public sealed interface SettingOutcome {

    /** It holds from now on, or did already. */
    record Held(Revised revised) implements SettingOutcome {}

    /** Another revision holds than the client has seen. */
    record Outdated() implements SettingOutcome {}
}
