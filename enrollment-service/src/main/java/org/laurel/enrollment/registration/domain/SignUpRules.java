package org.laurel.enrollment.registration.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.laurel.enrollment.learner.domain.AccountRules;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileAmendment;
import org.laurel.enrollment.profile.domain.ProfileRules;

/** What a registration has to look like (registration and activation). */
public final class SignUpRules {

    /** Names that look like another learner's are for nobody to choose; platforms may have them. */
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._+@-]*");

    private static final SignUpFault USERNAME_UNUSUAL = new SignUpFault(
            "username", false, "A username has only letters from A to Z, digits and the characters . _ + @ and -.");

    private SignUpRules() {}

    /** Everything that is wrong with it by itself; empty when it is fine. */
    public static List<SignUpFault> faults(SignUp wanted, int currentYear) {
        List<SignUpFault> faults = new ArrayList<>();
        if (!AccountRules.isUsername(wanted.username())) {
            faults.add(SignUpFault.of(Objection.USERNAME_UNFIT));
        } else if (!USERNAME.matcher(wanted.username()).matches()) {
            faults.add(USERNAME_UNUSUAL);
        }
        if (wanted.email().isEmpty() || !AccountRules.isEmail(wanted.email())) {
            faults.add(SignUpFault.of(Objection.EMAIL_UNFIT));
        }
        if (wanted.name().isBlank() || !AccountRules.isName(wanted.name())) {
            faults.add(SignUpFault.of(Objection.NAME_UNFIT));
        }
        Profile profile = Profile.EMPTY;
        for (ProfileAmendment amendment : wanted.profile()) {
            profile = amendment.in(profile);
        }
        ProfileRules.breaches(profile, wanted.profile(), currentYear)
                .forEach(breach ->
                        faults.add(new SignUpFault(breach.member(), false, "This value " + breach.message() + ".")));
        return faults;
    }
}
