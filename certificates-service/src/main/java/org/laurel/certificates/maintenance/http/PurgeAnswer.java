package org.laurel.certificates.maintenance.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.maintenance.app.PdfReferencePurge.Purged;

/**
 * What became of certificates whose references were to go; in a dry run, what would.
 *
 * @param purged how many lost a reference
 * @param unchanged how many had none
 * @param unknown public ids that no certificate has
 * @param first the first ten of those that lost one
 */
public record PurgeAnswer(boolean dryRun, int purged, int unchanged, List<String> unknown, List<String> first) {

    static PurgeAnswer of(PurgeRequest request, Purged became) {
        Set<String> known = new HashSet<>(became.purged());
        known.addAll(became.unchanged());
        return new PurgeAnswer(
                request.dryRun(),
                became.purged().size(),
                became.unchanged().size(),
                request.certificateIds().stream()
                        .distinct()
                        .filter(id -> !known.contains(id))
                        .toList(),
                became.purged().stream().limit(10).toList());
    }
}
