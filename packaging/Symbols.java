import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Strips local symbol tables from Linux libraries, 12 MB that only debuggers read. Without binutils' `strip` the
/// image is just that much larger.
final class Symbols {
    private Symbols() {}

    static void strip(Path... folders) throws IOException, InterruptedException {
        if (!Installer.onPath("strip")) {
            System.out.println("installer: no strip here (binutils): the image stays 12 MB larger");
            return;
        }
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded", "--preserve-dates"));
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.getFileName().toString().matches(".+\\.so(\\.\\d+)*"))
                        .peek(file -> file.toFile().setWritable(true, true))
                        .map(Path::toString)
                        .forEach(command::add);
            }
        }
        Installer.run(command);
    }
}
