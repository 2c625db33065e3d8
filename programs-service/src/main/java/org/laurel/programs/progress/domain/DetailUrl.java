package org.laurel.programs.progress.domain;

import java.util.UUID;

/** Where a learner finds the details of a program. Source: programs, other helpers. */
public final class DetailUrl {

    private DetailUrl() {}

    /**
     * The address of a program's details.
     *
     * @param origin where clients reach Laurel, without a slash at the end
     * @param mobileOnly whether the mobile application asks, which has addresses of its own kind
     */
    public static String of(UUID program, String origin, boolean mobileOnly) {
        return mobileOnly
                ? "edxapp://enrolled_program_info?path_id=programs/" + program + "/details_fragment/"
                : origin + "/api/dashboard/v1/programs/" + program + "/progress_details/";
    }
}
