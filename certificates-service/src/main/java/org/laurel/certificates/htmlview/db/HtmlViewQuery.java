package org.laurel.certificates.htmlview.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.htmlview.domain.HtmlViewConfiguration;
import org.laurel.kit.revision.Revision;
import org.laurel.kit.revision.RevisionQuery;

/** Reads what certificate pages take from the deployment. */
@ApplicationScoped
public class HtmlViewQuery {

    private static final TypeReference<Map<String, Map<String, @Nullable Object>>> SECTIONS = new TypeReference<>() {};

    private final RevisionQuery revisions;
    private final ObjectMapper json;

    HtmlViewQuery(RevisionQuery revisions, ObjectMapper json) {
        this.revisions = revisions;
        this.json = json;
    }

    /** The configuration that holds. */
    public HtmlViewConfiguration current() {
        return revisions
                .current(HtmlViewConfiguration.SUBJECT)
                .map(this::configuration)
                .orElse(HtmlViewConfiguration.DISABLED);
    }

    private HtmlViewConfiguration configuration(Revision revision) {
        try {
            return new HtmlViewConfiguration(revision.enabled(), json.readValue(revision.content(), SECTIONS));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("html view configuration " + revision.id() + " is damaged", unreadable);
        }
    }
}
