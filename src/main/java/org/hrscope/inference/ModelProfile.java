package org.hrscope.inference;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Task;
import org.hrscope.hrnet.Relatives;
import org.jspecify.annotations.Nullable;

/// A model's input format and joints as key-value pairs: `mean`, `std`, `channel_order`, `joints`, `decoder`, and
/// `height` and `width` for a model with free dimensions. Keys are those of an ONNX file's `metadata_props`; what
/// is missing there comes from a properties file of the same name beside the model, or from a profile named on the
/// command line.
public record ModelProfile(Map<String, String> values) {
    /// Required to feed a network correctly.
    private static final List<String> NEEDED = List.of("mean", "std", "channel_order");

    private static final int LONGEST = 1 << 20;

    public static final ModelProfile EMPTY = new ModelProfile(Map.of());

    public ModelProfile {
        values = Map.copyOf(values);
    }

    /// A bundled profile (`imagenet`, `unit`) or a properties file.
    public static ModelProfile named(String nameOrFile) throws Problem {
        String resource = "/org/hrscope/profiles/" + nameOrFile + ".properties";
        try (InputStream shipped =
                nameOrFile.contains("/")
                        ? null
                        : ModelProfile.class.getResourceAsStream(resource)) {
            if (shipped == null) {
                Path file = Path.of(nameOrFile);
                if (!Files.exists(file)) throw new Problem("model.no-profile", nameOrFile);
                return read(file);
            }
            Properties properties = new Properties();
            properties.load(shipped);
            return of(properties);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", nameOrFile);
        } catch (InvalidPathException e) {
            throw new Problem(e, "model.no-profile", nameOrFile);
        }
    }

    /// The properties file with the model's name beside it, or an empty profile.
    public static ModelProfile beside(Path model) throws Problem {
        String name = model.getFileName().toString().replaceFirst("\\.onnx$", "") + ".properties";
        Path file = model.resolveSibling(name);
        return Files.exists(file) ? read(file) : EMPTY;
    }

    private static ModelProfile read(Path file) throws Problem {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) throw new Problem("model.profile-file", file, "> 1 MB");
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return of(properties);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Problem(e, "model.profile-file", file, e.getMessage());
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

    /// These values, completed by those of `other`.
    public ModelProfile orElse(ModelProfile other) {
        Map<String, String> both = new TreeMap<>(other.values);
        both.putAll(values);
        return new ModelProfile(both);
    }

    private String lacking() {
        return NEEDED.stream().filter(key -> !values.containsKey(key)).collect(joining(", "));
    }

    /// Whether everything required is present.
    public boolean complete() {
        return values.keySet().containsAll(NEEDED);
    }

    public @Nullable String get(String key) {
        return values.get(key);
    }

    /// Height and width, if both are given.
    Optional<Shape> size() {
        try {
            int height = Integer.parseInt(values.getOrDefault("height", "").trim());
            int width = Integer.parseInt(values.getOrDefault("width", "").trim());
            return height > 0 && width > 0
                    ? Optional.of(Shape.of(height, width))
                    : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// Combines the profile with a network's input and output.
    ///
    /// @param name display name
    /// @param file for error sentences
    ModelInfo describe(NetworkEnds ends, String name, Object file) throws Problem {
        Shape maps = ends.heatmaps();
        if (isFinder()) throw new Problem("model.finder", file);
        checkJoints(maps.size(1), file);
        if (!complete()) throw new Problem("model.unknownInput", file, lacking());
        List<Float> std = triple("std", file);
        if (Collections.min(std) <= 0) {
            throw new Problem("model.std", file, values.getOrDefault("std", ""));
        }
        return new ModelInfo(
                name,
                ends.input(),
                ends.output(),
                ends.width(),
                ends.height(),
                maps.size(3),
                maps.size(2),
                triple("mean", file),
                std,
                !"BGR".equalsIgnoreCase(get("channel_order")),
                Skeletons.of(values, maps.size(1)),
                Decoder.of(values.getOrDefault("decoder", "quarter")),
                Task.POSE);
    }

    /// The shapes of a person finder are those of a pose network with five joints.
    private boolean isFinder() {
        return values.getOrDefault("source", "").startsWith("person_finder");
    }

    /// @throws Problem if the number of names differs from the number of heatmaps
    private void checkJoints(int maps, Object file) throws Problem {
        String names = values.getOrDefault("joint_names", "");
        String id = values.getOrDefault("joints", "");
        Optional<Integer> said = Skeletons.byId(id).map(Skeleton::size);
        if (id.matches("\\d{1,4}")) said = Optional.of(Integer.valueOf(id));
        if (!names.isBlank()) said = Optional.of(names.split(",", -1).length);
        Optional<Integer> grouped = Relatives.groupedJoints(maps);
        if (grouped.isPresent() && !said.equals(Optional.of(maps))) {
            throw new Problem("hrnet.grouping", file, grouped.get(), grouped.get());
        }
        if (said.isPresent() && said.get() != maps) {
            throw new Problem("model.joints", file, maps, id.isEmpty() ? "?" : id, said.get());
        }
    }

    /// Three comma-separated numbers.
    ///
    /// @throws Problem naming `file` and `key` if they are not
    List<Float> triple(String key, Object file) throws Problem {
        String text = values.getOrDefault(key, "");
        try {
            List<Float> numbers =
                    Arrays.stream(text.split(",", -1))
                            .map(String::trim)
                            .map(Float::valueOf)
                            .toList();
            boolean usable = numbers.stream().allMatch(Float::isFinite);
            if (numbers.size() == 3 && usable) return numbers;
        } catch (NumberFormatException e) {
            throw new Problem(e, "model.profile", file, key, text);
        }
        throw new Problem("model.profile", file, key, text);
    }
}
