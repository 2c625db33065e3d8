package org.laurel.programs.settings.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.programs.settings.domain.SiteSettings;

/** The form in which site settings are stored: JSON. */
@ApplicationScoped
public class SiteSettingsContent {

    private final ObjectMapper json;

    SiteSettingsContent(ObjectMapper json) {
        this.json = json;
    }

    /** The text to store, the same for the same settings. */
    public String write(SiteSettings settings) {
        try {
            return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(settings);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write the site settings", failure);
        }
    }

    /** The settings of a stored text. */
    public SiteSettings read(String content) {
        try {
            return json.readValue(content, SiteSettings.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the stored site settings are damaged", failure);
        }
    }
}
