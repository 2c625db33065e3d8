package org.laurel.certificates.generation.http;

import java.util.List;

/**
 * What was started over several course runs.
 *
 * @param runs the runs that go on
 * @param busy course runs left out because another run of theirs has not ended
 * @param total learners of all started runs
 * @param more whether there are further course runs; ask again when these are done
 */
public record SweepStarted(List<RunStarted> runs, List<String> busy, long total, boolean more) {}
