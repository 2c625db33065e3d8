package org.laurel.certificates.issuance.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.Explanation;

/**
 * What would come of assumed facts, beside what is.
 *
 * @param changes whether the certificate would read otherwise
 * @param before the certificate by today's facts, null when there is none
 * @param after the explanation by the assumed ones
 */
public record WhatIfAnswer(boolean changes, @Nullable CertificateState before, EligibilityAnswer after) {

    static WhatIfAnswer of(Explanation today, Explanation then) {
        Certificate before = today.record().certificate();
        Certificate after = then.record().certificate();
        return new WhatIfAnswer(
                !Objects.equals(before, after),
                CertificateState.assumed(before),
                EligibilityAnswer.of(then, CertificateState.assumed(after)));
    }
}
