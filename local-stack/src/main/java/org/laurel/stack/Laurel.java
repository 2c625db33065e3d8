package org.laurel.stack;

import org.laurel.stack.cli.CommandTree;
import org.laurel.stack.console.Console;

/** The program behind the {@code ./laurel} script. Exit code 0: done, 1: refused or failed, 2: wrong usage. */
public final class Laurel {

    private Laurel() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int exitCode = CommandTree.of(console, StackPaths.find()).execute(arguments);
        System.exit(exitCode);
    }
}
