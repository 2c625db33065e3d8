package org.laurel.programs.settings.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Let another configuration of the programs API hold from now on. */
public record ReplaceProgramsApi(ProgramsApi configuration, ExpectedVersion expected, Instant at, Cause cause) {}
