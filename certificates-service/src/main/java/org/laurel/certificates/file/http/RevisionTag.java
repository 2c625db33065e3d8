package org.laurel.certificates.file.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** The ETag of a thing that has revisions, and what If-Match says about it. */
public final class RevisionTag {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})-(\\d{1,18})\"");

    private RevisionTag() {}

    /** A strong tag, another one for each revision. */
    public static EntityTag of(long id, long revision) {
        return new EntityTag(id + "-" + revision);
    }

    /**
     * The revision that a change is meant for, null for any.
     *
     * @param ifMatch one tag as a GET answered it, or {@code *}
     * @throws ProblemException 428 without the header: a change of what nobody looked at would undo another's; 412 for what is
     *     no tag of this thing
     */
    public static @Nullable Long expected(@Nullable String ifMatch, long id) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problem.of(
                    428,
                    "if_match_required",
                    "Send the ETag of the last answer as If-Match, so that nobody's change is lost; * takes any."));
        }
        if (ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches() || Long.parseLong(tag.group(1)) != id) {
            throw stale();
        }
        return Long.valueOf(tag.group(2));
    }

    /** 412: it was changed since. */
    public static ProblemException stale() {
        return new ProblemException(
                Problem.of(412, "changed_meanwhile", "It was changed since. Read it again and repeat your change."));
    }
}
