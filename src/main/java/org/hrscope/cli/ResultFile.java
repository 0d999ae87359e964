package org.hrscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;

/// A file that a command is asked to write.
final class ResultFile {
    private static final Path PRINTED = Path.of("/dev/stdout");

    private ResultFile() {}

    /// Devices and pipes have no ending.
    ///
    /// @throws Problem `record.ending`
    static void fits(String option, Path file, String ending) throws Problem {
        if (WholeFile.direct(file) || file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
            return;
        throw new Problem("record.ending", file, option, ending);
    }

    /// Whether it is standard output, by whatever name.
    static boolean printed(Path file) {
        try {
            return Files.isSameFile(file, PRINTED);
        } catch (IOException notThere) {
            return false;
        }
    }
}
