package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds, regenerates or deletes a learner's certificate. */
@Command
final class VerbCommand extends CertificatesAction {
    @Mixin
    private final Case subject = new Case();

    private final String verb;

    VerbCommand(String verb, Console console, StackPaths paths) {
        super(console, paths);
        this.verb = verb;
    }

    @Override
    public Integer call() {
        JsonNode answer = api().post(subject.path() + "/certificate:" + verb);
        String outcome = answer.path("outcome").asText();
        return outcome.equals("changed")
                ? done(verb + " " + subject, answer)
                : refused(outcome + ": " + answer.path("why").asText(), answer);
    }
}
