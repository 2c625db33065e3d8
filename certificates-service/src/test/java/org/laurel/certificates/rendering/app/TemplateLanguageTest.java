package org.laurel.certificates.rendering.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurel.certificates.rendering.app.Rendered.document;
import static org.laurel.certificates.rendering.app.Rendered.template;
import static org.laurel.certificates.rendering.app.Rendered.version;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.asset.Pictures;
import org.laurel.certificates.template.domain.TemplateVersion;

class TemplateLanguageTest {

    private final Rendered rendered = new Rendered();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{learner_name}~Ada &amp; Bob",
                "{issue_date} {issue_date_text}~2026-02-03 February 3, 2026",
                "{#for s in signatories}{s.name},{/for}~Jane Roe,Max Muster,",
                "{#for s in signatories}{s_count}{#if s_hasNext}-{/if}{/for}~1-2",
                "{#if grade}yes{#else}no{/if}~no",
                "{#if mode == 'verified'}V{/if}~V",
                "{#switch mode}{#case 'honor'}H{#case 'verified'}V{/switch}~V",
                "{#let who=learner_name}{who}{/let}~Ada &amp; Bob",
                "{texts.platform_name} {texts.unknown.or('none')}~Example none",
                "{signatories.size} {signatories.0.title}~2 Dean",
                "{hours_of_effort}~40",
                "{asset:url('logo')}~https://learn.example.org/certificates/assets/logo",
                "[{asset:url('unknown')}]~[]",
                "{! a comment !}x~x",
                "{| {not a tag} |}~{not a tag}"
            })
    void fills(String template, String expected) throws Exception {
        // Given
        rendered.add("logo", "image/png", Pictures.png(1, 1));

        // When
        String page = rendered.html(document("Ada & Bob", "en"), version(template));

        // Then
        assertThat(page.strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{learner_name.getClass}",
                "{learner_name.class}",
                "{learner_name.length}",
                "{learner_name.bytes}",
                "{learner_name.raw}",
                "{learner_name.safe}",
                "{signatories.getClass}",
                "{signatories}",
                "{texts}",
                "{inject:foo}",
                "{config:foo}",
                "{cdi:foo}",
                "{asset:open('logo')}",
                "{asset:url}",
                "{unknown}",
                "{#include base /}",
                "{#insert x}{/insert}",
                "{#fragment x}{/fragment}",
                "{#eval '{learner_name}' /}",
                "{#cached}x{/cached}",
                "{#for i in 3}{i}{/for}",
                "{#for i in 2000000000}{i}{/for}",
                "{#for c in learner_name}{c}{/for}",
                "{#if learner_name}",
                "{/if}",
                "{learner_name",
                "body {color:red}"
            })
    void refusesWhatIsNotInTheLanguage(String template) {
        assertThatThrownBy(() -> rendered.html(document("Ada", "en"), version(template + "\n")))
                .isInstanceOf(RenderFailure.class);
    }

    @Test
    void boundsNestedLoops() {
        // Given
        TemplateVersion template = template("{#for a in signatories}".repeat(40) + "x" + "{/for}".repeat(40));

        // When, Then
        assertThatThrownBy(() -> rendered.html(document("Ada", "en"), template))
                .isInstanceOf(RenderFailure.class)
                .hasMessageContaining("loops repeat too much");
    }

    @Test
    void boundsTheSizeOfTemplateAndPage() {
        assertThatThrownBy(() -> rendered.html(document("Ada", "en"), version("x".repeat(TemplateVersion.LARGEST + 1))))
                .isInstanceOf(RenderFailure.class)
                .hasMessage("The template is larger than 262144 bytes.");
        assertThatThrownBy(() -> rendered.html(
                        document("Ada", "en"),
                        version("{#for a in signatories}".repeat(6) + "x".repeat(100_000) + "{/for}".repeat(6))))
                .isInstanceOf(RenderFailure.class)
                .hasMessage("The filled template is longer than 2000000 characters.");
    }

    @Test
    void survivesDeepNesting() {
        assertThatThrownBy(() -> rendered.html(
                        document("Ada", "en"), version("{#if mode}".repeat(10_000) + "x" + "{/if}".repeat(9_999))))
                .isInstanceOf(RenderFailure.class);
    }

    @Test
    void tellsWhereATemplateIsBroken() {
        // When
        RenderFailure unknown = Objects.requireNonNull(rendered.check("<p>\n  {learner_nmae}</p>"));
        RenderFailure unclosed = Objects.requireNonNull(rendered.check("<p>\n{#if mode}\n</p>"));
        RenderFailure markup =
                Objects.requireNonNull(rendered.check("<!DOCTYPE html>\n<html>\n<p>{mode}<br></p></html>"));

        // Then
        assertThat(unknown.line()).isEqualTo(2);
        assertThat(unknown.column()).isEqualTo(3);
        assertThat(unknown.reason()).contains("learner_nmae");
        assertThat(unclosed.line()).isNotNull();
        assertThat(markup.line()).isEqualTo(3);
        assertThat(markup.reason()).contains("not well-formed XHTML");
    }

    @Test
    void refusesDocumentTypesOfItsOwn() {
        // Given
        String text = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html>&x;</html>";

        // When, Then
        assertThat(rendered.check(text)).isNotNull();
    }

    @Test
    void acceptsAGoodTemplate() {
        assertThat(rendered.check("<html><style>{| p {color:red} |}</style><body>{learner_name}</body></html>"))
                .isNull();
    }

    @Test
    void rendersInTheLanguageThatATemplateIsBoundTo() throws Exception {
        // Given
        TemplateVersion french = new TemplateVersion(1, 1, 1, "{language} {issue_date_text}", "fr");

        // When
        String page = rendered.html(document("Ada", "en"), french);

        // Then
        assertThat(page).isEqualTo("fr 3 février 2026");
    }
}
