/** What every service's tests share: real servers, probes, tokens, and checks that run in each service by one line. */
package org.laurel.kit.test;
