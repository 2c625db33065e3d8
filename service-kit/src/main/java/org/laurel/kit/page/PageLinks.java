package org.laurel.kit.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;

/** Addresses of the other pages of the list that is asked for. */
@RequestScoped
public class PageLinks {

    private final PublicUrl publicUrl;
    private final UriInfo asked;

    PageLinks(PublicUrl publicUrl, UriInfo asked) {
        this.publicUrl = publicUrl;
        this.asked = asked;
    }

    /** The address that was asked for, with another page's number. */
    String to(int page) {
        return publicUrl.of(
                asked.getRequestUriBuilder().replaceQueryParam("page", page).build());
    }

    /** The address that was asked for, going on after an item. */
    String after(String cursor) {
        return publicUrl.of(asked.getRequestUriBuilder()
                .replaceQueryParam("page")
                .replaceQueryParam("cursor", "{cursor}")
                .build(cursor));
    }
}
