package org.hrscope.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// How a model wants its pictures, as key = value: `mean`, `std`, `channel_order`, `joints`, `decoder`. Keys are those
/// of an ONNX file's `metadata_props`; what a file lacks comes from a properties file of the model's name beside it, or
/// from a profile named on the command line.
public record ModelProfile(Map<String, String> values) {
    /// Enough to feed a network; without these it is not known what it expects.
    private static final List<String> NEEDED = List.of("mean", "std", "channel_order");

    public static final ModelProfile EMPTY = new ModelProfile(Map.of());

    public ModelProfile {
        values = Map.copyOf(values);
    }

    /// A profile shipped with the program (`imagenet`, `unit`), or a properties file.
    public static ModelProfile named(String nameOrFile) throws Problem {
        String resource = "/org/hrscope/profiles/" + nameOrFile + ".properties";
        try (InputStream shipped =
                nameOrFile.contains("/")
                        ? null
                        : ModelProfile.class.getResourceAsStream(resource)) {
            if (shipped == null) return read(Path.of(nameOrFile));
            Properties properties = new Properties();
            properties.load(shipped);
            return of(properties);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", nameOrFile);
        }
    }

    /// The properties file of the model's name beside it, or nothing.
    public static ModelProfile beside(Path model) throws Problem {
        String name = model.getFileName().toString().replaceFirst("\\.onnx$", "") + ".properties";
        Path file = model.resolveSibling(name);
        return Files.exists(file) ? read(file) : EMPTY;
    }

    private static ModelProfile read(Path file) throws Problem {
        if (!Files.exists(file)) throw new Problem("file.missing", file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return of(properties);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private static ModelProfile of(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).trim()));
        return new ModelProfile(values);
    }

    /// These values, those of `other` where they are missing here.
    public ModelProfile orElse(ModelProfile other) {
        Map<String, String> both = new TreeMap<>(other.values);
        both.putAll(values);
        return new ModelProfile(both);
    }

    /// Whether it says all that is needed to feed the network.
    public boolean complete() {
        return values.keySet().containsAll(NEEDED);
    }

    public @Nullable String get(String key) {
        return values.get(key);
    }

    /// Three comma-separated numbers.
    ///
    /// @throws Problem naming `file` and `key` where they are none
    List<Float> triple(String key, Object file) throws Problem {
        String text = values.getOrDefault(key, "");
        try {
            List<Float> numbers =
                    Arrays.stream(text.split(",", -1))
                            .map(String::trim)
                            .map(Float::valueOf)
                            .toList();
            if (numbers.size() == 3) return numbers;
        } catch (NumberFormatException e) {
            throw new Problem(e, "model.profile", file, key, text);
        }
        throw new Problem("model.profile", file, key, text);
    }
}
