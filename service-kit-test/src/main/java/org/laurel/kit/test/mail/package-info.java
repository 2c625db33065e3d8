/** A mail server for tests of services that send mails. */
package org.laurel.kit.test.mail;
