package org.laurel.enrollment.account.domain;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.AccountRules;
import org.laurel.enrollment.learner.domain.Objection;

/** What speaks against names and email addresses that learners want (accounts, name and email). */
public final class AccountChangeRules {

    private AccountChangeRules() {}

    /**
     * Messages by member; empty when everything is fine.
     *
     * @param name null when it stays
     * @param email null when it stays
     * @param nameIsReviewed whether the learner's name changes only after a review
     */
    public static Map<String, String> faults(@Nullable String name, @Nullable String email, boolean nameIsReviewed) {
        Map<String, String> faults = new TreeMap<>();
        if (name != null && !isWantedName(name)) {
            faults.put("name", Objection.NAME_UNFIT.detail());
        } else if (name != null && nameIsReviewed) {
            faults.put("name", "This name changes only after a review. Please ask for a name change.");
        }
        if (email != null && (email.isEmpty() || !AccountRules.isEmail(email))) {
            faults.put("email", Objection.EMAIL_UNFIT.detail());
        }
        return faults;
    }

    /** Whether a learner may want this name: it is fit, and not blank. */
    public static boolean isWantedName(String name) {
        return !name.isBlank() && AccountRules.isName(name);
    }
}
