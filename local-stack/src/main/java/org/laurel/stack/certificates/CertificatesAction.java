package org.laurel.stack.certificates;

import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceAction;

/** One thing that operators do with certificates. */
abstract class CertificatesAction extends ServiceAction {

    CertificatesAction(Console console, StackPaths paths) {
        super(console, paths, LaurelService.CERTIFICATES);
    }
}
