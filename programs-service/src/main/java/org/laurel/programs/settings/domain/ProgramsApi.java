package org.laurel.programs.settings.domain;

/**
 * Whether the platform shows programs, and where pages about them are. Source: programs, configuration tables.
 *
 * @param marketingPath joined to the site's marketing root; may be empty
 */
public record ProgramsApi(boolean enabled, String marketingPath) {

    /** The setting that holds it. */
    public static final String SUBJECT = "programs-api";

    /** What holds before the first. */
    public static final ProgramsApi DISABLED = new ProgramsApi(false, "");

    /** Where programs are advertised below the marketing root: at the root itself while programs are not shown. */
    public String advertisedAt() {
        return enabled ? marketingPath : "";
    }
}
