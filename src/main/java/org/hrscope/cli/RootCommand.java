package org.hrscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `hrscope` itself: without a command the window opens, on the sources named if there are any.
@Command(
        name = "hrscope",
        description = "See what a pose network does.",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class)
public final class RootCommand {

    /// The version of the jar, "development" when run from classes.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"HRScope " + (version == null ? "development" : version)};
        }
    }
}
