package org.laurel.programs.completionmail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionLetterTest {

    private static final String URL = "https://learn.example.org/credentials/0f/";

    @Test
    void putsValuesIn() {
        // Given
        MailTemplate template = template(
                "Well done, {{learner_name}}",
                "<p>{{ learner_name }}: <a href=\"{{ credential_url }}\">{{ program_title }}</a></p>",
                "{{ learner_name }} has completed {{ program_title }} ({{ program_type }}) at {{ platform_name }}.");

        // When
        CompletionLetter letter = CompletionLetter.of(template, completed("Ada"));

        // Then
        assertThat(letter.subject()).isEqualTo("Well done, Ada");
        assertThat(letter.text()).isEqualTo("Ada has completed Sums & Proofs (micromasters) at Campus.");
        assertThat(letter.html()).contains("<body><p>Ada: <a href=\"" + URL + "\">Sums &amp; Proofs</a></p></body>");
    }

    @Test
    void hasTheUsualSubjectAndNoHtmlWhereNoneIsGiven() {
        // Given
        MailTemplate template = template(null, " ", "Well done.");

        // When
        CompletionLetter letter = CompletionLetter.of(template, completed("Ada"));

        // Then
        assertThat(letter).isEqualTo(new CompletionLetter("You have completed Sums & Proofs", "Well done.", null));
    }

    @Test
    void leavesWhatItDoesNotKnow() {
        // Given
        MailTemplate template = template("{{ password }}", "", "{{ password }} {{ learner_name }}");

        // When
        CompletionLetter letter = CompletionLetter.of(template, completed("Ada"));

        // Then
        assertThat(letter).isEqualTo(new CompletionLetter("{{ password }}", "{{ password }} Ada", null));
    }

    @Test
    void valuesAreNeitherHtmlNorTemplates() {
        // Given
        MailTemplate template =
                template("{{ learner_name }}", "<p title=\"{{ learner_name }}\"></p>", "{{ learner_name }}");

        // When
        CompletionLetter letter =
                CompletionLetter.of(template, completed("\"><script>'$1\\{{ program_title }}\r\nBcc: eve"));

        // Then
        assertThat(letter.html())
                .contains("<p title=\"&quot;&gt;&lt;script&gt;&#39;$1\\{{ program_title }} Bcc: eve\"></p>");
        assertThat(letter.subject()).isEqualTo("\"><script>'$1\\{{ program_title }} Bcc: eve");
        assertThat(letter.text()).isEqualTo(letter.subject());
    }

    @Property(tries = 200)
    void anyNameCanBeWritten(
            @ForAll @Chars({'<', '>', '"', '\'', '&', '{', '}', '$', '\\', '\n', 'a', 'ß'}) String name) {
        // When
        CompletionLetter letter = CompletionLetter.of(
                template("{{ learner_name }}", "<b>{{ learner_name }}</b>", "{{ learner_name }}"), completed(name));

        // Then
        String html = String.valueOf(letter.html());
        String inner = html.substring(html.indexOf("<b>") + 3, html.lastIndexOf("</b>"));
        assertThat(inner).doesNotContain("<").doesNotContain(">").doesNotContain("\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'{{ learner_name }} {{program_title}}', true",
        "'{{  credential_url  }}', true",
        "'a { b } c', true",
        "'{{ learner.name }}', false",
        "'{{ password }}', false",
        "'{% if x %}', false",
        "'{{ learner_name', false",
        "'{{ learner_name }} {{{{ learner_name }} }}', false"
    })
    void knowsItsPlaceholdersAndNoOthers(String template, boolean known) {
        // When
        boolean found = Placeholder.areKnownIn(template);

        // Then
        assertThat(found).isEqualTo(known);
    }

    private static MailTemplate template(@Nullable String subject, String html, String text) {
        return new MailTemplate("default", subject, html, text, true);
    }

    private static Completed completed(String name) {
        return new Completed(name, "Sums & Proofs", "micromasters", "Campus", URL);
    }
}
