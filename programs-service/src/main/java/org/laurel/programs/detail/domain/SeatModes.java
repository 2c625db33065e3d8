package org.laurel.programs.detail.domain;

import java.util.HashSet;
import java.util.Set;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** Modes as they are compared where a program is bought. Source: programs, one-click purchase. */
final class SeatModes {

    private static final String PROFESSIONAL = "professional";
    private static final String PROFESSIONAL_WITHOUT_ID = "no-id-professional";
    private static final String CREDIT = "credit";

    private SeatModes() {}

    /**
     * The modes that count when the program is bought: professional stands for the one without proof of identity too, credit
     * never counts.
     */
    static Set<String> applicable(ProgramDetail program) {
        Set<String> modes = new HashSet<>(program.applicableSeatTypes());
        if (modes.contains(PROFESSIONAL)) {
            modes.add(PROFESSIONAL_WITHOUT_ID);
        }
        modes.remove(CREDIT);
        return modes;
    }

    /** Whether a learner in the one mode needs not buy the other. */
    static boolean isSame(String enrolled, String asked) {
        return enrolled.equals(asked) || (enrolled.equals(PROFESSIONAL_WITHOUT_ID) && asked.equals(PROFESSIONAL));
    }
}
