package org.laurel.completion.tracking.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.laurel.completion.tracking.domain.TrackingSettings;
import org.laurel.kit.revision.Revision;

/** What clients go by, as the JSON text in which a revision keeps it. The switch is the revision's own. */
@ApplicationScoped
public class TrackingContent {

    private final ObjectMapper json;

    TrackingContent(ObjectMapper json) {
        this.json = json;
    }

    /** The members of the text. */
    record Members(int viewingDelayMillis, BigDecimal videoCompletePercentage) {}

    /** Writes settings; the same ones always give the same text. */
    public String write(TrackingSettings settings) {
        try {
            return json.writeValueAsString(
                    new Members(settings.viewingDelayMillis(), settings.videoCompletePercentage()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    TrackingSettings read(Revision revision) {
        try {
            Members members = json.readValue(revision.content(), Members.class);
            return new TrackingSettings(
                    revision.enabled(), members.viewingDelayMillis(), members.videoCompletePercentage());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored settings cannot be read", impossible);
        }
    }
}
