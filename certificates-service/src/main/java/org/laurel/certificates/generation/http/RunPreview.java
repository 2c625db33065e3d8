package org.laurel.certificates.generation.http;

import java.util.List;
import org.laurel.certificates.generation.db.CandidateQuery.Candidate;

/**
 * Whom a generation run would take on.
 *
 * @param total how many learners
 * @param learners the first ten of them, with the status of the certificate that they have
 * @param unknownLearners what the list holds that stands for nobody
 */
public record RunPreview(long total, List<Candidate> learners, List<String> unknownLearners) {}
