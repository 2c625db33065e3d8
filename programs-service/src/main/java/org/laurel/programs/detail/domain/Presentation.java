package org.laurel.programs.detail.domain;

import java.util.List;

/**
 * All that a page about a program shows.
 *
 * @param certificates what the learner has got in it
 * @param pathways where the program leads
 */
public record Presentation(
        ShownProgram shown, ProgramUrls urls, List<EarnedCertificate> certificates, OpenPathways pathways) {

    public Presentation {
        certificates = List.copyOf(certificates);
    }
}
