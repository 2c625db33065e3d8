package org.laurel.programs.configuration.domain;

import java.util.List;

/** The members of a program's certificate configuration that a change gives. */
public record CertificateMembers(
        Member<Boolean> isActive,
        Member<String> title,
        Member<List<Long>> signatories,
        Member<Boolean> useOrgName,
        Member<Boolean> includeHoursOfEffort,
        Member<String> language) {

    /** Takes the configuration out of use, and leaves what it says. */
    public static final CertificateMembers DEACTIVATION = new CertificateMembers(
            Member.of(false), Member.absent(), Member.absent(), Member.absent(), Member.absent(), Member.absent());

    /** The configuration with these members changed. */
    ProgramCertificate over(ProgramCertificate before) {
        return new ProgramCertificate(
                before.programUuid(),
                isActive.overValue(before.isActive()),
                title.over(before.title()),
                signatories.overValue(before.signatories()),
                useOrgName.overValue(before.useOrgName()),
                includeHoursOfEffort.overValue(before.includeHoursOfEffort()),
                language.over(before.language()));
    }
}
