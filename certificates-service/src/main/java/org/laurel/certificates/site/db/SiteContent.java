package org.laurel.certificates.site.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.site.domain.SiteConfiguration;

/** The form in which a site configuration is stored: JSON. */
@ApplicationScoped
public class SiteContent {

    private final ObjectMapper json;

    SiteContent(ObjectMapper json) {
        this.json = json;
    }

    /** The text to store. */
    public String write(SiteConfiguration site) {
        try {
            return json.writeValueAsString(site);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write the site configuration", failure);
        }
    }

    /** The configuration of a stored text. */
    public SiteConfiguration read(String content) {
        try {
            return json.readValue(content, SiteConfiguration.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the stored site configuration is damaged", failure);
        }
    }
}
