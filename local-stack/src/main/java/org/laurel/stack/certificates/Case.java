package org.laurel.stack.certificates;

import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine.Option;

/** Whose certificate in which course run. */
final class Case {
    @Option(names = "--learner", required = true, paramLabel = "U", description = "Username or e-mail address.")
    private String learner = "";

    @Option(names = "--course", required = true, paramLabel = "KEY", description = "Key of the course run.")
    private String course = "";

    /** Path of the learner in the course run. */
    String path() {
        return "/learners/" + JsonClient.encoded(learner) + "/courses/" + JsonClient.encoded(course);
    }

    /** Path of the learner's entry in a list of the course run. */
    String entry(String list) {
        return "/course-runs/" + JsonClient.encoded(course) + "/" + list + "/" + JsonClient.encoded(learner);
    }

    @Override
    public String toString() {
        return learner + " in " + course;
    }
}
