package org.laurel.stack.cli;

import org.laurel.stack.LaurelService;
import org.laurel.stack.StackConfig;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Style;
import org.laurel.stack.registry.RegistryServer;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;

/** What a newcomer needs to know once everything runs: addresses, tokens and what to try. */
final class Welcome {
    /** How the last line ends. */
    static final String LAST_WORDS = "The data stays; ./laurel reset empties it.";

    private final Console console;
    private final Style style;
    private final StackConfig config;

    Welcome(Console console, StackConfig config) {
        this.console = console;
        this.style = console.style();
        this.config = config;
    }

    void print() {
        console.line();
        fact("All services", "http://localhost:" + config.ports().http());
        fact("Kafka", "127.0.0.1:" + config.ports().kafka());
        if (config.registry()) {
            fact("Registry", RegistryServer.url(config.ports().registry()) + "  schemas of Open edX's events");
        }
        fact(
                "PostgreSQL",
                "127.0.0.1:" + config.ports().postgres() + "  one database and role per service, passwords in "
                        + config.paths().home().relativize(config.paths().secrets()));
        config.services().forEach(this::service);
        console.line();
        console.line(style.strong("Tokens") + style.faint("  good for 30 days, for: Authorization: Bearer ..."));
        TokenIssuer issuer = new TokenIssuer(SigningKeys.in(config.paths().keys()));
        fact("learner ada", issuer.issue(TokenRequest.learner("ada", "ada")));
        fact("staff", issuer.issue(TokenRequest.role("staff")));
        fact("support", issuer.issue(TokenRequest.role("support")));
        fact("service", issuer.issue(TokenRequest.role("service")));
        console.line();
        console.line(style.strong("Try") + "  ./laurel demo   ./laurel tail   ./laurel status");
        console.line(style.faint("Stop with Ctrl-C or ./laurel down. " + LAST_WORDS));
    }

    private void service(LaurelService service) {
        fact(service.label(), "http://127.0.0.1:" + config.ports().of(service) + "/q/health");
    }

    private void fact(String name, String value) {
        console.line("  " + style.name(name + " ".repeat(Math.max(1, 14 - name.length()))) + value);
    }
}
