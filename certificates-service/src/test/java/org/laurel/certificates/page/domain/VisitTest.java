package org.laurel.certificates.page.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.facebook.com/story, Facebook",
        "https://t.co/abc, Twitter",
        "https://x.com/ada?status=1, Twitter",
        "https://www.linkedin.com/in/ada, LinkedIn",
        "https://notfacebook.com/, LinkedIn",
        "https://example.org/facebook.com, LinkedIn",
        "nonsense, LinkedIn",
        ", LinkedIn"
    })
    void namesTheNetworkThatTheViewerCameFrom(String referrer, String network) {
        assertThat(Visit.network(referrer)).isEqualTo(network);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Googlebot/2.1", "LinkedInBot/1.0", "curl/8.5", "facebookexternalhit/1.1", "Java/21"})
    void takesProgramsForWhatTheyAre(String userAgent) {
        assertThat(Visit.isCrawler(userAgent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"})
    void takesBrowsersForPeople(String userAgent) {
        assertThat(Visit.isCrawler(userAgent)).isFalse();
    }
}
