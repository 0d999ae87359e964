import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Reports what was built and its size in MB (10^6 bytes).
final class Sizes {
    private Sizes() {}

    static void print(Path image, Path app, Path packages) throws IOException {
        double all = sum(image, "");
        double video = sum(app.resolve("natives"), ".*(avcodec|avformat|avutil|swscale|swresample|javacpp|libva|libdrm).*");
        double cache = sum(app.resolve("hrscope.aot"), "");
        System.out.printf("installer: image %.1f MB, of which AOT cache %.1f, video support %.1f%n", all, cache, video);
        try (Stream<Path> files = Files.list(packages)) {
            for (Path file : files.sorted().toList()) {
                System.out.printf("installer: %s %.1f MB%n", file, Files.size(file) / 1e6);
            }
        }
    }

    /// Total size of the files below whose names match; of all files if the pattern is empty.
    private static double sum(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                            .filter(file -> pattern.isEmpty() || file.getFileName().toString().matches(pattern))
                            .mapToLong(Sizes::size)
                            .sum()
                    / 1e6;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
