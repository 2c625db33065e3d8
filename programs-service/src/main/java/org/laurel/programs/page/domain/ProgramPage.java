package org.laurel.programs.page.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.WebAddress;
import org.laurel.programs.catalogue.domain.OrganizationDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.configuration.domain.ProgramCertificate;
import org.laurel.programs.configuration.domain.Signatory;

/**
 * What the page of a program credential says.
 *
 * @param title what was completed
 * @param type display name of the program's type, empty without one
 * @param learnerName empty when nobody may be named
 * @param organizations who gives the program, in order
 * @param hoursOfEffort null when they are not told
 * @param signatories who signs, in order
 * @param issuedAt the date of the credential
 * @param language tag of the language that the configuration wants, null for the reader's
 */
public record ProgramPage(
        String title,
        String type,
        String learnerName,
        List<Organization> organizations,
        @Nullable Integer hoursOfEffort,
        List<Signed> signatories,
        Instant issuedAt,
        @Nullable String language) {

    public ProgramPage {
        organizations = List.copyOf(organizations);
        signatories = List.copyOf(signatories);
    }

    /**
     * An organisation.
     *
     * @param logo where its logo is, null without one; that is left out then
     */
    public record Organization(String name, @Nullable String logo) {}

    /**
     * A signature.
     *
     * @param picture path of its picture, null without one
     */
    public record Signed(
            String name,
            String title,
            String organization,
            @Nullable String picture) {}

    /**
     * Puts a page together.
     *
     * @param certificate how the program is certified, active or not
     */
    public static ProgramPage of(
            ProgramDetail program,
            ProgramCertificate certificate,
            List<Signatory> signatories,
            String learnerName,
            Instant issuedAt) {
        List<Organization> organizations = program.authoringOrganizations().stream()
                .flatMap(organization -> organization(organization, certificate.useOrgName()).stream())
                .toList();
        String first = organizations.isEmpty() ? "" : organizations.getFirst().name();
        return new ProgramPage(
                Objects.requireNonNullElse(certificate.title(), program.title()),
                Objects.requireNonNullElse(program.type(), ""),
                learnerName,
                organizations,
                certificate.includeHoursOfEffort() ? program.totalHoursOfEffort() : null,
                signatories.stream().map(signatory -> signed(signatory, first)).toList(),
                issuedAt,
                certificate.language());
    }

    /** The organisations that have a logo. */
    public List<Organization> withLogo() {
        return organizations.stream()
                .filter(organization -> organization.logo() != null)
                .toList();
    }

    /** The names of the organisations, for people. */
    public String organizationNames() {
        return String.join(", ", organizations.stream().map(Organization::name).toList());
    }

    /** The name or the key, whichever is wanted; the other one where it is missing. Nothing for one that has neither. */
    private static Optional<Organization> organization(OrganizationDetail organization, boolean byName) {
        Stream<@Nullable String> wanted = byName
                ? Stream.of(organization.name(), organization.key())
                : Stream.of(organization.key(), organization.name());
        return wanted.filter(Objects::nonNull).findFirst().map(name -> new Organization(name, logo(organization)));
    }

    private static @Nullable String logo(OrganizationDetail organization) {
        String logo = organization.certificateLogoImageUrl() != null
                ? organization.certificateLogoImageUrl()
                : organization.logoImageUrl();
        return logo != null && WebAddress.isAllowed(logo) ? logo : null;
    }

    private static Signed signed(Signatory signatory, String organization) {
        return new Signed(
                signatory.name(),
                signatory.title(),
                Objects.requireNonNullElse(signatory.organizationNameOverride(), organization),
                signatory.picturePath());
    }
}
