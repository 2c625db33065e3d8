package org.laurel.certificates.site.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.domain.WebAddress;

class SiteRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org:8080/a/b.png?x=1&y=2#z",
                "https://[2001:db8::1]/logo",
                "/static/logo.svg",
                "/"
            })
    void anAddressOnTheWebOrThisSiteIsAllowed(String address) {
        assertThat(WebAddress.isAllowed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "//evil.example/logo.png",
                "/\\evil.example",
                "logo.png",
                "ftp://example.org/logo.png",
                "https://",
                "https://user:secret@example.org/",
                "https://example.org/a b",
                "https://example.org/\"onmouseover=",
                "https://example.org/<script>",
                "/line\nbreak"
            })
    void anyOtherAddressIsNot(String address) {
        assertThat(WebAddress.isAllowed(address)).isFalse();
    }

    @Test
    void aNewDeploymentBreaksNoRule() {
        assertThat(SiteRules.breaches(SiteConfiguration.EMPTY)).isEmpty();
    }

    @Test
    void namesEveryMemberThatBreaksARule() {
        // Given
        SiteConfiguration site = new SiteConfiguration(
                "a".repeat(256),
                "two\nlines",
                "logo.png",
                "/",
                "mailto:x@example.org",
                null,
                "//x",
                "https://example.org/verify/",
                "<suffix>",
                new Sharing(true, "t".repeat(1001), true, "fine", true, "12a"));

        // When
        List<SiteRules.Breach> breaches = SiteRules.breaches(site);

        // Then
        assertThat(breaches)
                .extracting(SiteRules.Breach::member)
                .containsExactly(
                        "platform_name",
                        "organization_name",
                        "logo_image_url",
                        "terms_url",
                        "about_url",
                        "verify_url_suffix",
                        "facebook_text",
                        "linkedin_company_id");
    }
}
