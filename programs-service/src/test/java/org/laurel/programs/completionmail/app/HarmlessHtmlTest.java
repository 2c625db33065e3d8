package org.laurel.programs.completionmail.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessHtmlTest {

    @Test
    void keepsWhatMailsAreMadeOf() {
        // Given
        String html =
                "<table width=\"600\" cellpadding=\"0\"><tbody><tr><td style=\"color: #336699; padding: 4px 8px\">"
                        + "<h1>Well done, {{ learner_name }}</h1><img src=\"https://example.org/l.png\" alt=\"{{ platform_name }}\">"
                        + "<a href=\"{{ credential_url }}\">{{ program_title }}</a> <a href=\"mailto:help@example.org\">help</a>"
                        + "</td></tr></tbody></table>";

        // When
        String kept = HarmlessHtml.of(html);

        // Then
        assertThat(kept).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"{{ learner_name }}\">x</a>",
                "<a href=\"javascript:{{ credential_url }}\">x</a>",
                "<img src=\"data:text/html,alert(1)\">",
                "<iframe src=\"https://example.org\">alert(1)</iframe>",
                "<form action=\"https://example.org\"><input name=alert></form>",
                "<style>body { background: url(https://example.org/alert) }</style>",
                "<p style=\"background: url(https://example.org/alert)\">x</p>",
                "<p style=\"width: expression(alert(1))\">x</p>",
                "<p style=\"{{ learner_name }}\">x</p>",
                "<svg onload=alert(1)>",
                "<meta http-equiv=refresh content=\"0; url=https://example.org/alert\">",
                "<base href=\"https://example.org/alert\">"
            })
    void leavesOutWhatDoesSomething(String html) {
        // When
        String kept = HarmlessHtml.of("<b>kept</b>" + html);

        // Then
        assertThat(HarmlessHtml.of(kept)).as("once more").isEqualTo(kept);
        assertThat(kept)
                .contains("<b>kept</b>")
                .doesNotContain("<script", "onerror", "onload", "javascript:", "url(", "expression")
                .doesNotContain(
                        "href=\"{{ learner", "style=\"{{", "<iframe", "<form", "<meta", "<base", "<style", "data:");
    }
}
