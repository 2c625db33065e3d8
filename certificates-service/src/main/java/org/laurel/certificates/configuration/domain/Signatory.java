package org.laurel.certificates.configuration.domain;

/**
 * Who signs a certificate.
 *
 * @param id tells signatories of one certificate apart
 * @param title the person's position, may be empty
 * @param organization may be empty
 * @param signatureImagePath address of the picture of the signature, empty when there is none
 */
public record Signatory(long id, String name, String title, String organization, String signatureImagePath) {}
