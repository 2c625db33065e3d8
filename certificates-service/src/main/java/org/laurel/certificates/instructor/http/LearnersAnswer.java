package org.laurel.certificates.instructor.http;

import java.util.ArrayList;
import java.util.List;
import org.laurel.certificates.allowlist.http.Grant;
import org.laurel.certificates.invalidation.http.Declaration;

/**
 * What became of each learner.
 *
 * @param success those with whom it worked, as they were named
 * @param errors the others, with the reason
 * @param withheld those of the first whose certificate waits, since decisions take no effect in the course run for now
 */
public record LearnersAnswer(List<String> success, List<Failure> errors, List<String> withheld) {

    /** Why it did not work with a learner. */
    public record Failure(String learner, String message) {}

    static LearnersAnswer ofGrants(List<Grant> grants) {
        LearnersAnswer answer = empty();
        for (Grant grant : grants) {
            switch (grant) {
                case Grant.Granted granted -> answer.succeed(granted.name(), granted.withheld());
                case Grant.Unknown unknown -> answer.fail(unknown.name(), Words.unknown(unknown.name()));
                case Grant.Refused refused ->
                    answer.fail(refused.name(), refused.obstacle().why(refused.name()));
            }
        }
        return answer;
    }

    static LearnersAnswer ofDeclarations(List<Declaration> declarations) {
        LearnersAnswer answer = empty();
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Declared declared -> answer.succeed(declared.name(), declared.withheld());
                case Declaration.Unknown unknown -> answer.fail(unknown.name(), Words.unknown(unknown.name()));
                case Declaration.Refused refused ->
                    answer.fail(refused.name(), refused.obstacle().why(refused.name()));
            }
        }
        return answer;
    }

    private static LearnersAnswer empty() {
        return new LearnersAnswer(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void succeed(String learner, boolean waits) {
        success.add(learner);
        if (waits) {
            withheld.add(learner);
        }
    }

    private void fail(String learner, String message) {
        errors.add(new Failure(learner, message));
    }
}
